import { replays } from "../../../domain/risk/scores/movement.ts";
import type { ScoreExplanation, Unexplained } from "../../../domain/risk/scores/score-explanation.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import type { ScoreStore, ScoreToExplain } from "../../../store/risk/scores.ts";
import { explainRows } from "./explain-rows.ts";
import {
  loadVersion,
  type ModelUnreadable,
  type RecomputeDeps,
  recomputeWithInputs,
} from "./recompute-score.ts";

export type ExplainScoreDeps = RecomputeDeps & { readonly scores: Pick<ScoreStore, "keepExplanation"> };

export type ExplainedScore =
  | ({ readonly kind: "explained" } & ScoreExplanation)
  | { readonly kind: "unexplained"; readonly because: Exclude<Unexplained, "not-yet"> };

/**
 * Explains a stored score as scoring would have done: from the inputs as of then, by the version that gave it. The
 * score is computed again first; where that no longer gives the stored probability, the reasons found would be those of
 * another figure, and none are told. What was worked out is kept in the score's row.
 */
export async function explainScore(deps: ExplainScoreDeps, score: ScoreToExplain): Promise<ExplainedScore> {
  return explainBy(deps, await loadVersion(deps, score.modelVersionId), score);
}

/**
 * The same for many customers, one after another, with each version read once. Few are ever asked for: whoever is told
 * of unasked was explained when they were scored.
 */
export async function explainScores(
  deps: ExplainScoreDeps,
  scores: readonly ScoreToExplain[],
): Promise<ReadonlyMap<number, ExplainedScore>> {
  const versions = new Map<number | null, StoredModel | ModelUnreadable>();
  const found = new Map<number, ExplainedScore>();
  for (const score of scores) {
    const id = score.modelVersionId;
    const version = versions.get(id) ?? (await loadVersion(deps, id));
    versions.set(id, version);
    found.set(score.customerId, await explainBy(deps, version, score));
  }
  return found;
}

async function explainBy(
  deps: ExplainScoreDeps,
  version: StoredModel | ModelUnreadable,
  score: ScoreToExplain,
): Promise<ExplainedScore> {
  if ("kind" in version) return unexplained("model-unreadable");
  const { customerId, asOf } = score;
  const again = await recomputeWithInputs(deps, version, { customerId, asOf });
  if (again === null) return unexplained("no-customer-then");
  if (again.kind === "model-unreadable") return unexplained("model-unreadable");
  if (!replays(score.probability, again.probability)) return unexplained("data-changed");
  const { dataset, moneyFactors, probability } = again;
  const found = await explainRows(deps.model, {
    version,
    dataset,
    moneyFactors,
    probabilities: [probability],
    rows: [0],
    urgent: true,
  });
  const explanation = found.get(0) ?? { reasons: [], levers: [] };
  await deps.scores.keepExplanation(score, explanation);
  return { kind: "explained", ...explanation };
}

const unexplained = (because: Exclude<Unexplained, "not-yet">): ExplainedScore => ({
  kind: "unexplained",
  because,
});
