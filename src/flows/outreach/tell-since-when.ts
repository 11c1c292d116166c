import { HIGH_RISK } from "../../domain/risk/bands.ts";
import type { HighSince } from "../../domain/risk/scores/high-since.ts";
import type { ScoreHistoryStore } from "../../store/risk/score-history.ts";
import { type ExplainedRisk, type ExplainRiskDeps, explainRisk } from "./explain-risk.ts";

export type TellSinceWhenDeps = ExplainRiskDeps & {
  readonly scoreHistory: Pick<ScoreHistoryStore, "highSince">;
};

export type ToldSinceWhen =
  | (Extract<ExplainedRisk, { kind: "explained" }> & { readonly highSince: HighSince })
  | Extract<ExplainedRisk, { kind: "gone" }>;

/** A customer's risk, and since when it has been high. */
export async function tellSinceWhen(
  deps: TellSinceWhenDeps,
  { customerId }: { readonly customerId: number },
): Promise<ToldSinceWhen> {
  const explained = await explainRisk(deps, { customerId });
  if (explained.kind === "gone") return explained;
  const { explanation, now } = explained;
  const highSince = await deps.scoreHistory.highSince(explanation.customerId, now, HIGH_RISK);
  return { ...explained, highSince };
}
