import { phrase } from "../../../domain/phrase.ts";
import { type Movement, movementOf } from "../../../domain/risk/scores/movement.ts";
import {
  correctionsPhrase,
  type MovementNote,
  movementPhrase,
} from "../../../domain/risk/scores/movement-note.ts";
import type { NewData } from "../../../domain/risk/scores/new-data.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import type { NewDataStore } from "../../../store/risk/new-data.ts";
import type { ScoreHistoryStore, StoredScore } from "../../../store/risk/score-history.ts";
import { loadVersion, type ModelUnreadable, type RecomputeDeps, recompute } from "./recompute-score.ts";

export type ExplainMovementDeps = RecomputeDeps & {
  readonly scoreHistory: Pick<ScoreHistoryStore, "newest" | "newestProbability" | "comparable">;
  readonly newData: NewDataStore;
};

export type MovementRequest = {
  readonly customerId: number;
  /** Scores later than it are not looked at. */
  readonly now: Date;
  /** Compare with the newest score up to this moment; left out: with the one a card compares with. */
  readonly since?: Date;
};

/** A score with a probability, as it stands on the card or in the history. */
export type ProbabilityScore = StoredScore & { readonly probability: number };

export type ExplainedMovement =
  | {
      readonly kind: "explained";
      readonly from: ProbabilityScore;
      readonly to: ProbabilityScore;
      readonly movement: Movement;
      readonly newData: NewData;
    }
  /** There is no probability now, or none at or before `since` (or none earlier at all). */
  | { readonly kind: "nothing-to-compare"; readonly missing: "newest" | "earlier" }
  | ModelUnreadable
  /** By today's data they were no customer at `asOf`, although they were scored. */
  | { readonly kind: "not-a-customer-then"; readonly asOf: Date };

/**
 * Why a customer's probability moved between two stored scores, as three parts in this order: time (the old model on
 * the old data at the new date), data (what is dated in between added), model (the new version on the same features).
 * The parts add up to the difference of the scores; see domain/risk/scores/movement.ts.
 */
export async function explainMovement(
  deps: ExplainMovementDeps,
  request: MovementRequest,
): Promise<ExplainedMovement> {
  const { customerId, now, since } = request;
  const to = withProbability(await deps.scoreHistory.newest(customerId, now));
  if (to === null) return { kind: "nothing-to-compare", missing: "newest" };
  const from = withProbability(
    since === undefined
      ? await deps.scoreHistory.comparable(customerId, to.asOf)
      : await deps.scoreHistory.newestProbability(customerId, beforeBoth(since, to.asOf)),
  );
  if (from === null) return { kind: "nothing-to-compare", missing: "earlier" };
  const oldModel = await loadVersion(deps, from.modelVersionId);
  if ("kind" in oldModel) return oldModel;
  const newModel =
    to.modelVersionId === from.modelVersionId ? oldModel : await loadVersion(deps, to.modelVersionId);
  if ("kind" in newModel) return newModel;
  return between(deps, { customerId, from, to, oldModel, newModel });
}

/** The same for a reader; null where there is nothing to compare. */
export function movementNote(explained: ExplainedMovement): MovementNote | null {
  switch (explained.kind) {
    case "explained": {
      const { from, to, movement, newData } = explained;
      const modelChanged = from.modelVersionId !== to.modelVersionId;
      const sentence = movementPhrase(movement, newData, { modelChanged });
      return { kind: "told", since: from.asOf, sentence, caveat: correctionsPhrase(movement) };
    }
    case "model-unreadable":
      return { kind: "untold", because: explained.reason };
    case "not-a-customer-then":
      return { kind: "untold", because: phrase("movement.no-customer-then") };
    case "nothing-to-compare":
      return null;
  }
}

type Way = {
  readonly customerId: number;
  readonly from: ProbabilityScore;
  readonly to: ProbabilityScore;
  readonly oldModel: StoredModel;
  readonly newModel: StoredModel;
};

async function between(deps: ExplainMovementDeps, way: Way): Promise<ExplainedMovement> {
  const { customerId, from, to, oldModel, newModel } = way;
  const [before, aged, informed] = [
    await recompute(deps, oldModel, { customerId, asOf: from.asOf }),
    await recompute(deps, oldModel, { customerId, asOf: to.asOf, knownUpTo: from.asOf }),
    await recompute(deps, oldModel, { customerId, asOf: to.asOf }),
  ];
  const after =
    newModel.id === oldModel.id ? informed : await recompute(deps, newModel, { customerId, asOf: to.asOf });
  for (const station of [before, aged, informed, after]) {
    if (station !== null && typeof station === "object") return station;
  }
  if (typeof before !== "number" || typeof aged !== "number")
    return { kind: "not-a-customer-then", asOf: from.asOf };
  if (typeof informed !== "number" || typeof after !== "number")
    return { kind: "not-a-customer-then", asOf: to.asOf };
  const stored = { before: from.probability, after: to.probability };
  const newData = await deps.newData.between(customerId, from.asOf, to.asOf);
  return {
    kind: "explained",
    from,
    to,
    movement: movementOf({ before, aged, informed, after }, stored),
    newData,
  };
}

/** A score is never compared with itself, however late `since` is. */
const beforeBoth = (since: Date, asOf: Date) => (since < asOf ? since : new Date(asOf.getTime() - 1));

function withProbability(score: StoredScore | null): ProbabilityScore | null {
  return score === null || score.probability === null ? null : { ...score, probability: score.probability };
}
