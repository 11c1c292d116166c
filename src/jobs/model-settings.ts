/** How the jobs train and score. */
export type ModelSettings = {
  /** The team's own. */
  readonly timeZone: string;
  readonly horizonDays: number;
  readonly seed: number;
};
