import type { ServingKind } from "../../domain/risk/churn-model.ts";
import type { ScoreBasis } from "../../domain/risk/scores/score-basis.ts";
import { int4, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ScoreBasisStore = ReturnType<typeof scoreBasisStore>;

export function scoreBasisStore({ pool }: Database) {
  return {
    /** What the newest scoring rests on; null before the first. */
    async newest(now: Date): Promise<ScoreBasis | null> {
      const row = await SCORE_BASIS.first(pool, { now });
      if (!row) return null;
      return { scoredAt: row.scored_at.toISOString(), horizonDays: row.horizon_days, serves: row.serves };
    },
  };
}

// A score without a model version lost it to a deletion: nothing can be said about such a basis.
const SCORE_BASIS = statement({
  name: "risk/score-basis: newest",
  sql: `
  SELECT newest.as_of AS scored_at, v.horizon_days, v.serves
  FROM (SELECT as_of, model_version_id FROM scores WHERE as_of <= :now ORDER BY as_of DESC LIMIT 1) newest
  JOIN model_versions v ON v.id = newest.model_version_id`,
  parameters: { now: timestamptz },
  row: { scored_at: timestamptz, horizon_days: int4, serves: textOf<ServingKind>() },
});
