/** What gives a leak away: an area under the ROC curve that people's behaviour does not allow. */
export type NearPerfect = {
  /** Of network and logistic regression, the better one; null where not defined. */
  readonly bestAuc: number | null;
  /** Of the one-column rule, and the column it looks at. */
  readonly ruleAuc: number | null;
  readonly ruleColumn: string;
};

/** Chosen above the best table of real customers that this model was measured on (0.988). */
const NEAR_PERFECT = 0.99;
/** Chosen: one column that tells nearly all by itself is more often the outcome under another name than a cause. */
const NEAR_PERFECT_ALONE = 0.95;

/**
 * The column that may know the outcome, or null: where probabilities are near perfect, or one column alone nearly is.
 * The one-column rule names the candidate; it may be another that is to blame, and it may be none. A person must look
 * whether the column is known before the outcome is.
 */
export function suspectedLeak({ bestAuc, ruleAuc, ruleColumn }: NearPerfect): string | null {
  return (bestAuc ?? 0) >= NEAR_PERFECT || (ruleAuc ?? 0) >= NEAR_PERFECT_ALONE ? ruleColumn : null;
}
