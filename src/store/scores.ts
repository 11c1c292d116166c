import type { Lever } from "../domain/risk/levers.ts";
import type { Reason } from "../domain/risk/reasons.ts";
import type { Database } from "./database.ts";

/** A probability with what stands behind it. */
export type NewProbability = {
  /** P(churn within the horizon), 0–1, and where it could as well lie. */
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly reasons: readonly Reason[];
  /** What would lower it, by the same model; strongest first. */
  readonly levers: readonly Lever[];
  /** Purchases to expect in the next twelve months, and the mean value of one; left out where no model says. */
  readonly expectedPurchases12m?: number;
  readonly expectedPurchaseMinor?: number;
};

/** A probability with its reasons, or silence with its reason. */
export type NewScore = { readonly customerId: number } & (NewProbability | { readonly silence: string });

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

/** Short names: a batch of thousands is one JSON text. */
function rowOf(score: NewScore) {
  const { customerId: c } = score;
  if ("silence" in score) return { c, s: score.silence, r: [], l: [] };
  const { probability: p, low: lo, high: hi, reasons: r, levers: l } = score;
  const { expectedPurchases12m: n, expectedPurchaseMinor: m } = score;
  return { c, p, lo, hi, r, l, n, m: m === undefined ? undefined : Math.round(m) };
}

const SAVE = `
  INSERT INTO scores (customer_id, as_of, model_version_id, probability, probability_low, probability_high, silence,
    reasons, levers, expected_purchases_12m, expected_purchase_minor)
  SELECT c, $1, $2, p, lo, hi, s, r, l, n, m
  FROM jsonb_to_recordset($3::jsonb)
    AS batch (c int, p real, lo real, hi real, s text, r jsonb, l jsonb, n real, m bigint)
  ON CONFLICT (customer_id, as_of) DO UPDATE SET model_version_id = EXCLUDED.model_version_id,
    probability = EXCLUDED.probability, probability_low = EXCLUDED.probability_low,
    probability_high = EXCLUDED.probability_high, silence = EXCLUDED.silence, reasons = EXCLUDED.reasons,
    levers = EXCLUDED.levers, expected_purchases_12m = EXCLUDED.expected_purchases_12m,
    expected_purchase_minor = EXCLUDED.expected_purchase_minor`;
