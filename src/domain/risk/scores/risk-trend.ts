import type { CardRisk } from "./card-risk.ts";

/** So many weeks back from the newest score: what a rep remembers of a quarter. Chosen by the product. */
export const TREND_WEEKS = 8;

/** A customer's score of one week; null: none, or one without a probability. */
export type WeeklyScore = { readonly probability: number; readonly modelId: number | null } | null;

export type RiskTrend = {
  /** Probabilities 0–1, a week apart, oldest first and known at both ends; null: that week there was none. */
  readonly values: ReadonlyArray<number | null>;
  readonly before: number;
  readonly after: number;
  readonly weeks: number;
  /** More than one model gave them: a step may be the model's and not the customer's. */
  readonly modelChanged: boolean;
};

/**
 * How the risk that is shown came about.
 * @param weekly oldest first, the newest score last
 * @returns null where there are fewer than two to compare, or none is shown
 */
export function riskTrend(weekly: readonly WeeklyScore[], risk: CardRisk): RiskTrend | null {
  const start = weekly.findIndex((week) => week !== null);
  const since = start === -1 ? [] : weekly.slice(start);
  const [first, last] = [since[0], since.at(-1)];
  if (!first || !last || first === last || risk.kind !== "scored") return null;
  return {
    values: since.map((week) => week?.probability ?? null),
    before: first.probability,
    after: last.probability,
    weeks: since.length - 1,
    modelChanged: since.some((week) => week !== null && week.modelId !== last.modelId),
  };
}
