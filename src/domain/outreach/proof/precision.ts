import type { WhyNot } from "../nudge-answer.ts";
import type { SuggestionStatus } from "../suggestion.ts";

/** A nudge that was sent, and what came of it. */
export type SentNudge = {
  readonly playbook: string;
  /** P(churn) as it was then, 0–1; null where the nudge did not go by it. */
  readonly probability: number | null;
  readonly status: SuggestionStatus;
  readonly whyNot: WhyNot | null;
  /** Whether the customer left within the days that are looked at; null: not known yet. */
  readonly left: boolean | null;
};

/**
 * Right: somebody acted on it, or the customer left. Wrong: somebody had no use for it, or nobody acted and the customer stayed.
 * Not judged: nobody has answered and it is not known yet what became of the customer, or somebody had dealt with it already.
 */
export type Judgement = "right" | "wrong" | "not-judged";

export function judgeNudge({ status, whyNot, left }: Omit<SentNudge, "playbook" | "probability">): Judgement {
  if (status === "reached_out" || status === "touched" || left === true) return "right";
  if (status === "not_useful") return whyNot === "already-handled" ? "not-judged" : "wrong";
  return left === null ? "not-judged" : "wrong";
}

export type Precision = {
  readonly sent: number;
  /** Of them, those that can be judged. */
  readonly judged: number;
  readonly right: number;
};

/** How many of some nudges were right, of those that can be judged. */
export function precisionOf(nudges: readonly SentNudge[]): Precision {
  const judged = nudges.map(judgeNudge).filter((judgement) => judgement !== "not-judged");
  return {
    sent: nudges.length,
    judged: judged.length,
    right: judged.filter((judgement) => judgement === "right").length,
  };
}

/** Of fewer, a share says little. Chosen by the product. */
export const LEAST_JUDGED = 10;
/** Fewer right than wrong: it costs more attention than it is worth. Chosen by the product. */
export const LEAST_PRECISION = 0.5;

/** Right ÷ judged, 0–1; null where so few were judged that it would mislead. */
export const precisionShare = ({ judged, right }: Precision): number | null =>
  judged < LEAST_JUDGED ? null : right / judged;

/** The same nudges had only those been sent with a risk from a threshold on. @param threshold 0–1 */
export const atThreshold = (nudges: readonly SentNudge[], threshold: number): Precision =>
  precisionOf(nudges.filter(({ probability }) => probability !== null && probability >= threshold));

/** What to do about nudges of which fewer than half were right. */
export type PrecisionAdvice =
  /** From this threshold on at least half would have been right. */
  | { readonly kind: "raise"; readonly threshold: number; readonly result: Precision }
  /** No threshold would have done, or they do not go by risk: raise the playbook's own numbers. */
  | { readonly kind: "own-numbers" }
  | null;

/** Settings are set in steps of five points. Chosen by the product. */
const STEP = 0.05;

/**
 * The lowest threshold at which at least half of the nudges would have been right, and still half as many be judged as are needed.
 * @param threshold the one they were sent by, 0–1
 * @returns null where nothing need be done or too few can be judged
 */
export function precisionAdvice(nudges: readonly SentNudge[], threshold: number): PrecisionAdvice {
  const share = precisionShare(precisionOf(nudges));
  if (share === null || share >= LEAST_PRECISION) return null;
  const steps = Math.round(1 / STEP);
  for (let step = Math.floor(threshold / STEP + 1e-9) + 1; step < steps; step += 1) {
    const result = atThreshold(nudges, step / steps);
    if (result.judged < LEAST_JUDGED / 2) break;
    if (result.right / result.judged >= LEAST_PRECISION)
      return { kind: "raise", threshold: step / steps, result };
  }
  return { kind: "own-numbers" };
}
