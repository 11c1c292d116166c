import type { Clock } from "../../../domain/clock.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ServingKind } from "../../../domain/risk/churn-model.ts";
import { replays } from "../../../domain/risk/scores/movement.ts";
import type { MovementNote } from "../../../domain/risk/scores/movement-note.ts";
import type { Reason } from "../../../domain/risk/scores/reasons.ts";
import type { Unexplained } from "../../../domain/risk/scores/score-explanation.ts";
import type { StoredScore } from "../../../store/risk/score-history.ts";
import {
  type ExplainedMovement,
  type ExplainMovementDeps,
  explainMovement,
  type MovementRequest,
  movementNote,
} from "./explain-movement.ts";
import { type ExplainScoresDeps, explainScores } from "./explain-scores.ts";
import { loadVersion, recompute } from "./recompute-score.ts";

/** The version behind a score, as an auditor names it. */
export type AuditedVersion = {
  readonly id: number;
  readonly serves: ServingKind;
  readonly trainedAt: Date;
  readonly horizonDays: number;
  /** SHA-256 of the artifact, in hexadecimal. */
  readonly artifactHash: string;
};

/** Whether today's data and the stored artifact still give the stored probability. */
export type Replay =
  | { readonly kind: "same"; readonly recomputed: number }
  /** Data from before the score came in, changed or went after it. */
  | { readonly kind: "differs"; readonly recomputed: number; readonly because: "data-changed-afterwards" }
  | { readonly kind: "impossible"; readonly reason: Phrase }
  /** There is no probability to compare. */
  | { readonly kind: "no-probability" };

/** A stored score with its reasons, worked out now where nobody had asked for them before. */
export type AuditedScore = StoredScore & {
  readonly reasons: readonly Reason[];
  /** Why there are none although there is a probability; null: they are all there is to tell. */
  readonly unexplained: Unexplained | null;
};

export type AuditScoreDeps = ExplainMovementDeps & ExplainScoresDeps & { readonly clock: Clock };

export type ScoreAudit =
  | {
      readonly kind: "audited";
      readonly score: AuditedScore;
      readonly version: AuditedVersion | null;
      readonly replay: Replay;
      readonly movement: ExplainedMovement;
      /** The movement for a reader; null where there is nothing to compare. */
      readonly note: MovementNote | null;
    }
  | { readonly kind: "not-scored" };

/** Everything an auditor asks of a customer's newest score: what it came from, whether it replays, why it moved. */
export async function auditScore(
  deps: AuditScoreDeps,
  request: Omit<MovementRequest, "now">,
): Promise<ScoreAudit> {
  const now = deps.clock();
  const { customerId } = request;
  const stored = await deps.scoreHistory.newest(customerId, now);
  if (stored === null) return { kind: "not-scored" };
  const score = { ...stored, ...(await reasonsOf(deps, customerId, stored)) };
  const { version, replay } = await replayOf(deps, customerId, score);
  const movement = await explainMovement(deps, { ...request, now });
  return { kind: "audited", score, version, replay, movement, note: movementNote(movement) };
}

async function reasonsOf(
  deps: AuditScoreDeps,
  customerId: number,
  { asOf, probability, modelVersionId, reasons }: StoredScore,
): Promise<Pick<AuditedScore, "reasons" | "unexplained">> {
  if (reasons !== null || probability === null) return { reasons: reasons ?? [], unexplained: null };
  const explained = await explainScores(deps, [{ customerId, asOf, modelVersionId, probability }]);
  const found = explained.get(customerId);
  if (found === undefined) return { reasons: [], unexplained: "not-yet" };
  if (found.kind === "unexplained") return { reasons: [], unexplained: found.because };
  return { reasons: found.reasons, unexplained: null };
}

async function replayOf(
  deps: ExplainMovementDeps,
  customerId: number,
  score: StoredScore,
): Promise<{ version: AuditedVersion | null; replay: Replay }> {
  const stored = await loadVersion(deps, score.modelVersionId);
  if ("kind" in stored) return { version: null, replay: { kind: "impossible", reason: stored.reason } };
  const { id, serves, trainedAt, horizonDays, artifactHash } = stored;
  const version = { id, serves, trainedAt, horizonDays, artifactHash };
  if (score.probability === null) return { version, replay: { kind: "no-probability" } };
  const recomputed = await recompute(deps, stored, { customerId, asOf: score.asOf });
  return { version, replay: compared(score.probability, recomputed) };
}

function compared(stored: number, recomputed: Awaited<ReturnType<typeof recompute>>): Replay {
  if (recomputed === null) {
    return { kind: "impossible", reason: phrase("unexplained.no-customer-then") };
  }
  if (typeof recomputed === "object") return { kind: "impossible", reason: recomputed.reason };
  if (replays(stored, recomputed)) return { kind: "same", recomputed };
  return { kind: "differs", recomputed, because: "data-changed-afterwards" };
}
