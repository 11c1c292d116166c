import type { Phrase } from "../../domain/phrase.ts";
import type { ClassificationMetrics, ServingKind } from "../../domain/risk/churn-model.ts";
import { type ReliabilityBin, ratedAlike } from "../../domain/risk/evaluation/reliability.ts";
import type { Lever } from "../../domain/risk/scores/levers.ts";
import type { Reason } from "../../domain/risk/scores/reasons.ts";
import type { ScoreFacts, ScoringModel } from "../../domain/risk/scores/score-facts.ts";
import type { LastAnswers } from "../../domain/risk/scores/sentences/sentence.ts";
import {
  float4,
  int4,
  json,
  nullable,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { type AsJson, factReader } from "./fact-reader.ts";

const SCORE_ROW = {
  as_of: timestamptz,
  probability: nullable(float4),
  probability_low: nullable(float4),
  probability_high: nullable(float4),
  silence: nullable(json<Phrase>()),
  reasons: nullable(json<Reason[]>()),
  levers: nullable(json<Lever[]>()),
  model_version_id: nullable(int4),
  serves: nullable(textOf<ServingKind>()),
  trained_at: nullable(timestamptz),
  horizon_days: nullable(int4),
  metrics: nullable(json()),
  bins: nullable(json<ReliabilityBin[]>()),
  answers: nullable(json<LastAnswers>()),
};
type ScoreRow = AsJson<ValuesOf<typeof SCORE_ROW>>;

/** The newest score, with the model version that gave it and the answers that its reasons may be told with. */
export const score = factReader({
  key: "score",
  sql: `
    SELECT s.as_of, s.probability, s.probability_low, s.probability_high, s.silence, s.reasons, s.levers,
      s.model_version_id, v.serves, v.trained_at, v.horizon_days, v.metrics,
      v.reliability -> 'bins' AS bins, f.answers
    FROM (
      SELECT * FROM scores WHERE customer_id = c.id AND as_of <= :now ORDER BY as_of DESC LIMIT 1
    ) s
    LEFT JOIN model_versions v ON v.id = s.model_version_id
    LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(kind, jsonb_build_object('score', score, 'scaleMax', scale_max)) AS answers
      FROM (
        SELECT DISTINCT ON (kind) kind, score, scale_max FROM feedback
        WHERE customer_id = c.id AND at < s.as_of AND kind IN ('csat', 'nps')
        ORDER BY kind, at DESC, id DESC
      ) last_of_a_kind
    ) f ON true`,
  row: SCORE_ROW,
  otherwise: null,
  from: (row) => ({
    asOf: new Date(row.as_of),
    probability: row.probability,
    bounds: boundsFrom(row),
    silence: row.silence,
    reasons: row.reasons ?? [],
    levers: row.levers ?? [],
    answers: row.answers ?? {},
    ...(row.probability !== null && row.reasons === null ? { unexplained: "not-yet" as const } : {}),
    model: modelFrom(row),
  }),
});

function boundsFrom({ probability_low: low, probability_high: high }: ScoreRow): ScoreFacts["bounds"] {
  return low === null || high === null ? null : { low, high };
}

function modelFrom(row: ScoreRow): ScoringModel | null {
  const { model_version_id: id, serves, trained_at: trainedAt, horizon_days: horizonDays } = row;
  if (id === null || serves === null || trainedAt === null || horizonDays === null) return null;
  const alike = row.bins !== null && row.probability !== null ? ratedAlike(row.bins, row.probability) : null;
  return {
    ...{ id, serves, trainedAt: new Date(trainedAt), horizonDays, heldOut: heldOutOf(row.metrics, serves) },
    ...(alike === null ? {} : { ratedAlike: alike }),
  };
}

/** The held-out metrics of the serving model, as training stored them. */
function heldOutOf(metrics: unknown, serves: ServingKind): ClassificationMetrics | null {
  const stored = metrics as { readonly [kind in ServingKind]?: ClassificationMetrics } | null;
  return stored?.[serves] ?? null;
}
