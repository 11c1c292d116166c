import type { CardFacts } from "../../domain/outreach/card-facts.ts";
import type { ScoreFacts } from "../../domain/risk/scores/score-facts.ts";
import type { CardFactStore } from "../../store/outreach/card-facts.ts";
import { type ExplainScoreDeps, explainScore } from "../risk/explanation/explain-score.ts";

export type ReadExplainedFactsDeps = ExplainScoreDeps & {
  readonly cardFacts: CardFactStore;
};

/** Everything a card needs, as of `now`, with the newest score explained now where it was not yet; null: no such customer. */
export async function readExplainedFacts(
  deps: ReadExplainedFactsDeps,
  customerId: number,
  now: Date,
): Promise<CardFacts | null> {
  const facts = await deps.cardFacts.read(customerId, now);
  if (facts?.score?.unexplained !== "not-yet") return facts;
  return { ...facts, score: await explained(deps, customerId, facts.score) };
}

async function explained(deps: ExplainScoreDeps, customerId: number, score: ScoreFacts): Promise<ScoreFacts> {
  const { asOf, probability } = score;
  if (probability === null) return score;
  const modelVersionId = score.model?.id ?? null;
  const found = await explainScore(deps, { customerId, asOf, modelVersionId, probability });
  if (found.kind === "unexplained") return { ...score, unexplained: found.because };
  const { unexplained: _told, ...rest } = score;
  return { ...rest, reasons: found.reasons, levers: found.levers };
}
