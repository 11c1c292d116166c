import type { ScoreExplanation } from "../../domain/risk/scores/score-explanation.ts";
import type { Database } from "../database/database.ts";
import type { CustomerRange } from "./features.ts";

/** A probability with what stands behind it. */
export type NewProbability = {
  /** P(churn within the horizon), 0–1, and where it could as well lie. */
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** Null: to be worked out when somebody asks. */
  readonly explanation: ScoreExplanation | null;
  /** Purchases to expect in the next twelve months, and the mean value of one; left out where no model says. */
  readonly expectedPurchases12m?: number;
  readonly expectedPurchaseMinor?: number;
};

/** A probability with what stands behind it, or silence with its reason. */
export type NewScore = { readonly customerId: number } & (NewProbability | { readonly silence: string });

/** Every score of one batch is as of the same moment, by the same model version. */
export type ScoreBatch = {
  readonly asOf: Date;
  readonly modelVersionId: number;
  readonly scores: readonly NewScore[];
};

/** A stored probability, as whoever explains it has read it. */
export type ScoreToExplain = {
  readonly customerId: number;
  readonly asOf: Date;
  readonly modelVersionId: number | null;
  readonly probability: number;
};

export type ScoreStore = ReturnType<typeof scoreStore>;

export function scoreStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Writes the batch; a score of the same customer and moment is replaced, so a rerun ends the same. */
    async save({ asOf, modelVersionId, scores }: ScoreBatch): Promise<void> {
      if (scores.length === 0) return;
      await pool.query(SAVE, [asOf, modelVersionId, JSON.stringify(scores.map(rowOf))]);
    },

    /** Keeps the explanation in the score's row, unless the row has been written anew meanwhile. */
    async keepExplanation(score: ScoreToExplain, { reasons, levers }: ScoreExplanation): Promise<void> {
      const { customerId, asOf, modelVersionId, probability } = score;
      const explained = [JSON.stringify(reasons), JSON.stringify(levers)];
      await pool.query(KEEP_EXPLANATION, [customerId, asOf, modelVersionId, probability, ...explained]);
    },

    /** The probability of each customer's newest score as of the moment or before it, 0–1; without those silent then. */
    async probabilitiesUpTo(
      { fromCustomerId, toCustomerId }: CustomerRange,
      upTo: Date,
    ): Promise<ReadonlyMap<number, number>> {
      const values = [fromCustomerId, toCustomerId, upTo];
      const { rows } = await pool.query<{ id: number; probability: number }>(PROBABILITIES_UP_TO, values);
      return new Map(rows.map(({ id, probability }) => [id, probability]));
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
  const { probability: p, low: lo, high: hi, explanation } = score;
  const { expectedPurchases12m: n, expectedPurchaseMinor: m } = score;
  const { reasons: r, levers: l } = explanation ?? {};
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

const KEEP_EXPLANATION = `
  UPDATE scores SET reasons = $5, levers = $6
  WHERE customer_id = $1 AND as_of = $2 AND model_version_id = $3 AND probability = $4::real AND reasons IS NULL`;

/** One probe of the key per customer. */
const PROBABILITIES_UP_TO = `
  SELECT c.id, newest.probability FROM customers c
  CROSS JOIN LATERAL (
    SELECT probability FROM scores WHERE customer_id = c.id AND as_of <= $3 ORDER BY as_of DESC LIMIT 1
  ) newest
  WHERE c.id BETWEEN $1 AND $2 AND newest.probability IS NOT NULL`;
