/** Since when somebody's risk has been high without a break. */
export type HighSince = {
  /** Of the first scoring in which it was; null: it is not high, or there is no score. */
  readonly since: Date | null;
  /** The scoring before, in which it was not; null: it was high from the first one on. */
  readonly before: { readonly probability: number; readonly asOf: Date } | null;
};
