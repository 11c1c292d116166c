import type { ServingKind } from "../../domain/risk/churn-model.ts";
import type { ScoreBasis } from "../../domain/risk/scores/score-basis.ts";
import type { Database } from "../database/database.ts";

export type ScoreBasisStore = ReturnType<typeof scoreBasisStore>;

export function scoreBasisStore({ pool }: Database) {
  return {
    /** What the newest scoring rests on; null before the first. */
    async newest(now: Date): Promise<ScoreBasis | null> {
      const { rows } = await pool.query<BasisRow>(SCORE_BASIS, [now]);
      const row = rows[0];
      if (!row) return null;
      return { scoredAt: row.scored_at.toISOString(), horizonDays: row.horizon_days, serves: row.serves };
    },
  };
}

// A score without a model version lost it to a deletion: nothing can be said about such a basis.
const SCORE_BASIS = `
  SELECT newest.as_of AS scored_at, v.horizon_days, v.serves
  FROM (SELECT as_of, model_version_id FROM scores WHERE as_of <= $1 ORDER BY as_of DESC LIMIT 1) newest
  JOIN model_versions v ON v.id = newest.model_version_id`;

type BasisRow = { scored_at: Date; horizon_days: number; serves: ServingKind };
