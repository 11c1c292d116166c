import type { Reason } from "../domain/risk/reasons.ts";
import type { Database } from "./database.ts";

/** A probability with its reasons, or silence with its reason. */
export type NewScore = { readonly customerId: number } & (
  | { readonly probability: number; readonly reasons: readonly Reason[] }
  | { readonly silence: string }
);

/** Every score of one batch is as of the same moment, by the same model version. */
export type ScoreBatch = {
  readonly asOf: Date;
  readonly modelVersionId: number;
  readonly scores: readonly NewScore[];
};

export type ScoreStore = ReturnType<typeof scoreStore>;

export function scoreStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Writes the batch; a score of the same customer and moment is replaced, so a rerun ends the same. */
    async save({ asOf, modelVersionId, scores }: ScoreBatch): Promise<void> {
      if (scores.length === 0) return;
      await pool.query(SAVE, [asOf, modelVersionId, JSON.stringify(scores.map(rowOf))]);
    },

    /** Takes away what an earlier scoring of the same moment left for customers that are no longer scored. */
    async dropOthers(asOf: Date, modelVersionId: number): Promise<void> {
      await pool.query("DELETE FROM scores WHERE as_of = $1 AND model_version_id IS DISTINCT FROM $2", [
        asOf,
        modelVersionId,
      ]);
    },
  };
}

const rowOf = (score: NewScore) =>
  "silence" in score
    ? { c: score.customerId, s: score.silence, r: [] }
    : { c: score.customerId, p: score.probability, r: score.reasons };

const SAVE = `
  INSERT INTO scores (customer_id, as_of, model_version_id, probability, silence, reasons)
  SELECT c, $1, $2, p, s, r FROM jsonb_to_recordset($3::jsonb) AS batch (c int, p real, s text, r jsonb)
  ON CONFLICT (customer_id, as_of) DO UPDATE SET model_version_id = EXCLUDED.model_version_id,
    probability = EXCLUDED.probability, silence = EXCLUDED.silence, reasons = EXCLUDED.reasons`;
