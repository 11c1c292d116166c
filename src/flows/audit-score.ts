import type { ServingKind } from "../domain/risk/churn-model.ts";
import { replays } from "../domain/risk/movement.ts";
import type { StoredScore } from "../store/score-history.ts";
import {
  type ExplainedMovement,
  type ExplainMovementDeps,
  explainMovement,
  type MovementRequest,
} from "./explain-movement.ts";
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
  | { readonly kind: "impossible"; readonly reason: string }
  /** The score is a silence: there is no probability to compare. */
  | { readonly kind: "silent" };

export type ScoreAudit =
  | {
      readonly kind: "audited";
      readonly score: StoredScore;
      readonly version: AuditedVersion | null;
      readonly replay: Replay;
      readonly movement: ExplainedMovement;
    }
  | { readonly kind: "not-scored" };

/** Everything an auditor asks of a customer's newest score: what it came from, whether it replays, why it moved. */
export async function auditScore(deps: ExplainMovementDeps, request: MovementRequest): Promise<ScoreAudit> {
  const score = await deps.scoreHistory.newest(request.customerId, request.now);
  if (score === null) return { kind: "not-scored" };
  const { version, replay } = await replayOf(deps, request.customerId, score);
  return { kind: "audited", score, version, replay, movement: await explainMovement(deps, request) };
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
  if (score.probability === null) return { version, replay: { kind: "silent" } };
  const recomputed = await recompute(deps, stored, { customerId, asOf: score.asOf });
  return { version, replay: compared(score.probability, recomputed) };
}

function compared(stored: number, recomputed: Awaited<ReturnType<typeof recompute>>): Replay {
  if (recomputed === null) {
    return { kind: "impossible", reason: "By today's data they were no customer on the day of the score." };
  }
  if (typeof recomputed === "object") return { kind: "impossible", reason: recomputed.reason };
  if (replays(stored, recomputed)) return { kind: "same", recomputed };
  return { kind: "differs", recomputed, because: "data-changed-afterwards" };
}
