import type { Phrase } from "../phrase.ts";
import { reasonPhrases } from "../risk/scores/card-risk.ts";
import { reasonDirection } from "../risk/scores/reasons.ts";
import { unexplainedPhrase } from "../risk/scores/score-explanation.ts";
import type { Facts } from "./facts.ts";

/**
 * The strongest reason that pulls the risk the given way, or why reasons cannot be told; null where the score
 * names none.
 */
export function mainReason(
  facts: Facts<"score">,
  direction: "raises" | "lowers",
  withMoney: boolean,
): Phrase | null {
  const { score } = facts;
  if (score === null) return null;
  if (score.unexplained !== undefined) return unexplainedPhrase(score.unexplained);
  const reasons = score.reasons.filter((reason) => reasonDirection(reason) === direction);
  return reasonPhrases({ ...facts, score: { ...score, reasons } }, withMoney)[0] ?? null;
}
