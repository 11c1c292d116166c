import type { FactKey, Facts } from "../../domain/outreach/facts.ts";
import type { ScoreFacts } from "../../domain/risk/scores/score-facts.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { ScoreToExplain } from "../../store/risk/scores.ts";
import { explainGathered } from "../risk/explanation/explain-gathered.ts";
import {
  type ExplainedScore,
  type ExplainScoresDeps,
  explainScores,
} from "../risk/explanation/explain-scores.ts";

export type ReadExplainedFactsDeps = ExplainScoresDeps & { readonly facts: FactStore };

/**
 * The named facts of these customers as of `now`, their newest scores among them and explained now where they were not
 * yet. Who is no customer any more is not in the answer.
 */
export async function readExplainedFacts<Key extends FactKey>(
  deps: ReadExplainedFactsDeps,
  keys: readonly Key[],
  customerIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, Facts<Key | "score">>> {
  const known = await deps.facts.read<Key | "score">([...keys, "score"], customerIds, now);
  const open = [...known.values()].flatMap(({ customer, score }) => notYetExplained(customer.id, score));
  if (open.length === 0) return known;
  const found = await explained(deps, open);
  return new Map([...known].map(([id, facts]) => [id, withExplanation(facts, found.get(facts.customer.id))]));
}

/** Who asks about one customer asks for a card, as others may at the same moment. */
async function explained(
  deps: ReadExplainedFactsDeps,
  open: readonly ScoreToExplain[],
): Promise<ReadonlyMap<number, ExplainedScore>> {
  const [only, ...others] = open;
  if (only === undefined || others.length > 0) return explainScores(deps, open);
  const found = await explainGathered(deps, only);
  return found === undefined ? new Map() : new Map([[only.customerId, found]]);
}

function notYetExplained(customerId: number, score: ScoreFacts | null): ScoreToExplain[] {
  if (score?.unexplained !== "not-yet" || score.probability === null) return [];
  const { asOf, probability, model } = score;
  return [{ customerId, asOf, probability, modelVersionId: model?.id ?? null }];
}

function withExplanation<Known extends Facts<"score">>(
  facts: Known,
  found: ExplainedScore | undefined,
): Known {
  if (found === undefined || facts.score === null) return facts;
  const { unexplained: _told, ...score } = facts.score;
  if (found.kind === "unexplained") return { ...facts, score: { ...score, unexplained: found.because } };
  return { ...facts, score: { ...score, reasons: found.reasons, levers: found.levers } };
}
