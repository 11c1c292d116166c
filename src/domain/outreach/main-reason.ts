import { reasonSentences } from "../risk/scores/card-risk.ts";
import { reasonDirection } from "../risk/scores/reasons.ts";
import { unexplainedInWords } from "../risk/scores/score-explanation.ts";
import type { Facts } from "./facts.ts";

/**
 * The strongest reason that pulls the risk the given way, in words, or why reasons cannot be told; null where the score
 * names none.
 */
export function mainReason(
  facts: Facts<"score">,
  direction: "raises" | "lowers",
  withMoney: boolean,
): string | null {
  const { score } = facts;
  if (score === null) return null;
  if (score.unexplained !== undefined) return unexplainedInWords(score.unexplained);
  const reasons = score.reasons.filter((reason) => reasonDirection(reason) === direction);
  return reasonSentences({ ...facts, score: { ...score, reasons } }, withMoney)[0] ?? null;
}
