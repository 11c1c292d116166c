import { replays } from "../../../domain/risk/scores/movement.ts";
import type { ScoreExplanation, Unexplained } from "../../../domain/risk/scores/score-explanation.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import type { ScoreStore, ScoreToExplain } from "../../../store/risk/scores.ts";
import { explainRows } from "./explain-rows.ts";
import {
  loadVersion,
  type ModelUnreadable,
  type RecomputeDeps,
  type Recomputed,
  recomputeWithInputs,
} from "./recompute-score.ts";

export type ExplainScoresDeps = RecomputeDeps & { readonly scores: Pick<ScoreStore, "keepExplanations"> };

export type ExplainedScore =
  | ({ readonly kind: "explained" } & ScoreExplanation)
  | { readonly kind: "unexplained"; readonly because: Exclude<Unexplained, "not-yet"> };

/**
 * As many as are explained at once: chosen as many as the embedded database takes in one turn, so that a card waits no
 * longer behind them than behind a range that is scored.
 */
const AT_ONCE = 125;

/**
 * Explains stored scores as scoring would have done: from the inputs as of then, by the version that gave them. They are
 * computed again first; where that no longer gives a stored probability, the reasons found would be those of another
 * figure, and none are told. What was worked out is kept in the scores' rows.
 *
 * Scores of one moment by one version, which is what a night leaves, are worked out together.
 * @returns by customer, of whom one score may be asked for
 */
export async function explainScores(
  deps: ExplainScoresDeps,
  scores: readonly ScoreToExplain[],
): Promise<ReadonlyMap<number, ExplainedScore>> {
  const versions = new Map<number | null, StoredModel | ModelUnreadable>();
  const found = new Map<number, ExplainedScore>();
  for (const batch of batchesOf(scores)) {
    const { modelVersionId: id } = batch;
    const version = versions.get(id) ?? (await loadVersion(deps, id));
    versions.set(id, version);
    const explained = await explainBatch(deps, version, batch);
    for (const { customerId } of batch.scores) {
      found.set(customerId, explained.get(customerId) ?? unexplained("no-customer-then"));
    }
  }
  return found;
}

type Batch = Pick<ScoreToExplain, "asOf" | "modelVersionId"> & { readonly scores: readonly ScoreToExplain[] };

function batchesOf(scores: readonly ScoreToExplain[]): Batch[] {
  const filling = new Map<string, ScoreToExplain[]>();
  const batches: Batch[] = [];
  for (const score of scores) {
    const { asOf, modelVersionId } = score;
    const alike = `${modelVersionId} ${asOf.getTime()}`;
    const batch = filling.get(alike);
    if (batch && batch.length < AT_ONCE) batch.push(score);
    else {
      const begun = [score];
      filling.set(alike, begun);
      batches.push({ asOf, modelVersionId, scores: begun });
    }
  }
  return batches;
}

/** Without those who were no customers then. */
async function explainBatch(
  deps: ExplainScoresDeps,
  version: StoredModel | ModelUnreadable,
  { asOf, scores }: Batch,
): Promise<ReadonlyMap<number, ExplainedScore>> {
  const all = (because: Exclude<Unexplained, "not-yet">) =>
    new Map(scores.map(({ customerId }) => [customerId, unexplained(because)]));
  if ("kind" in version) return all("model-unreadable");
  const customerIds = scores.map(({ customerId }) => customerId);
  const again = await recomputeWithInputs(deps, version, { customerIds, asOf });
  if (again.kind === "model-unreadable") return all("model-unreadable");
  const found = new Map<number, ExplainedScore>();
  const same: Array<{ score: ScoreToExplain; row: number }> = [];
  for (const score of scores) {
    const row = again.rows.get(score.customerId);
    if (row === undefined) continue;
    if (replays(score.probability, again.probabilities[row] ?? Number.NaN)) same.push({ score, row });
    else found.set(score.customerId, unexplained("data-changed"));
  }
  for (const each of await explainSame(deps, version, again, same)) {
    found.set(each.customerId, { kind: "explained", reasons: each.reasons, levers: each.levers });
  }
  return found;
}

/** Explains and keeps those that came out as stored. */
async function explainSame(
  deps: ExplainScoresDeps,
  version: StoredModel,
  { dataset, moneyFactors, probabilities }: Recomputed,
  same: ReadonlyArray<{ readonly score: ScoreToExplain; readonly row: number }>,
): Promise<Array<ScoreToExplain & ScoreExplanation>> {
  const rows = same.map(({ row }) => row);
  const inputs = { version, dataset, moneyFactors, probabilities };
  const found = await explainRows(deps.model, { ...inputs, rows, urgent: true });
  const explained = same.map(({ score, row }) => ({
    ...score,
    ...(found.get(row) ?? { reasons: [], levers: [] }),
  }));
  await deps.scores.keepExplanations(explained);
  return explained;
}

const unexplained = (because: Exclude<Unexplained, "not-yet">): ExplainedScore => ({
  kind: "unexplained",
  because,
});
