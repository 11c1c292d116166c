import type { Phrase } from "../phrase.ts";
import { unexplainedPhrase } from "../risk/scores/score-explanation.ts";
import { strongestToldReason } from "../risk/scores/told-reasons.ts";
import type { Facts } from "./facts.ts";

/**
 * The strongest reason that pulls the risk the given way and can be said, or why reasons cannot be told; null where the
 * score has none to say.
 */
export function mainReason(facts: Facts<"score">, direction: "raises" | "lowers"): Phrase | null {
  if (facts.score?.unexplained !== undefined) return unexplainedPhrase(facts.score.unexplained);
  return strongestToldReason(facts, direction);
}
