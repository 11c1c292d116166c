import type { Phrase } from "../../domain/phrase.ts";
import type { ScoreExplanation } from "../../domain/risk/scores/score-explanation.ts";
import { float4, float8, int4, int8, json, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { packedArrayOf } from "../database/packed-array.ts";
import { statement } from "../database/statement.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";

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

/** A probability with what stands behind it, or why there is none (`silence`). */
export type NewScore = { readonly customerId: number } & (NewProbability | { readonly silence: Phrase });

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
      await SAVE.run(pool, { asOf, modelVersionId, ...listsOf(scores) });
    },

    /** Keeps the explanations in the scores' rows, but for rows that have been written anew meanwhile. */
    async keepExplanations(explained: ReadonlyArray<ScoreToExplain & ScoreExplanation>): Promise<void> {
      if (explained.length > 0) await KEEP_EXPLANATIONS.run(pool, { explained });
    },

    /** The probability of each customer's newest score as of the moment or before it, 0–1; without those silent then. */
    async probabilitiesUpTo(range: CustomerRange, upTo: Date): Promise<ReadonlyMap<number, number>> {
      const rows = await PROBABILITIES_UP_TO.all(pool, { ...rangeValues(range), upTo });
      return new Map(rows.map(({ id, probability }) => [id, probability]));
    },

    /** Takes away what an earlier scoring of the same moment left for customers that are no longer scored. */
    async dropOthers(asOf: Date, modelVersionId: number): Promise<void> {
      await DROP_OTHERS.run(pool, { asOf, modelVersionId });
    },
  };
}

/** The numbers of all, packed: the server reads them in less time than JSON. What only some have comes as JSON beside them. */
function listsOf(scores: readonly NewScore[]) {
  const numbers = (of: (score: NewProbability) => number | undefined) =>
    scores.map((score) => ("silence" in score ? null : (of(score) ?? null)));
  return {
    customerIds: scores.map(({ customerId }) => customerId),
    probabilities: numbers(({ probability }) => probability),
    lows: numbers(({ low }) => low),
    highs: numbers(({ high }) => high),
    purchases: numbers(({ expectedPurchases12m }) => expectedPurchases12m),
    purchaseMinor: numbers(({ expectedPurchaseMinor: minor }) =>
      minor === undefined ? minor : Math.round(minor),
    ),
    told: scores.flatMap(toldOf),
  };
}

/** What is said of a customer beside the numbers, by short names: thousands are one JSON text. */
function toldOf(score: NewScore) {
  const { customerId: c } = score;
  if ("silence" in score) return [{ c, s: score.silence, r: [], l: [] }];
  if (score.explanation === null) return [];
  return [{ c, r: score.explanation.reasons, l: score.explanation.levers }];
}

const DROP_OTHERS = statement({
  name: "risk/scores: drop others",
  sql: "DELETE FROM scores WHERE as_of = :asOf AND model_version_id IS DISTINCT FROM :modelVersionId",
  parameters: { asOf: timestamptz, modelVersionId: int4 },
});

const SAVE = statement({
  name: "risk/scores: save",
  sql: `
  INSERT INTO scores (customer_id, as_of, model_version_id, probability, probability_low, probability_high, silence,
    reasons, levers, expected_purchases_12m, expected_purchase_minor)
  SELECT id, :asOf, :modelVersionId, p, low, high, told.s, told.r, told.l, purchases, minor
  FROM unnest(:customerIds::int[], :probabilities::float8[], :lows::float8[], :highs::float8[], :purchases::float8[],
    :purchaseMinor::bigint[]) AS numbers (id, p, low, high, purchases, minor)
  LEFT JOIN jsonb_to_recordset(:told::jsonb) AS told (c int, s jsonb, r jsonb, l jsonb) ON told.c = id
  ON CONFLICT (customer_id, as_of) DO UPDATE SET model_version_id = EXCLUDED.model_version_id,
    probability = EXCLUDED.probability, probability_low = EXCLUDED.probability_low,
    probability_high = EXCLUDED.probability_high, silence = EXCLUDED.silence, reasons = EXCLUDED.reasons,
    levers = EXCLUDED.levers, expected_purchases_12m = EXCLUDED.expected_purchases_12m,
    expected_purchase_minor = EXCLUDED.expected_purchase_minor`,
  parameters: {
    asOf: timestamptz,
    modelVersionId: int4,
    customerIds: packedArrayOf(int4),
    probabilities: packedArrayOf(float8),
    lows: packedArrayOf(float8),
    highs: packedArrayOf(float8),
    purchases: packedArrayOf(float8),
    purchaseMinor: packedArrayOf(int8),
    told: json<ReadonlyArray<ReturnType<typeof toldOf>[number]>>(),
  },
});

const KEEP_EXPLANATIONS = statement({
  name: "risk/scores: keep explanations",
  sql: `
  UPDATE scores s SET reasons = e.reasons, levers = e.levers
  FROM jsonb_to_recordset(:explained::jsonb) AS e ("customerId" int, "asOf" timestamptz, "modelVersionId" int,
    probability real, reasons jsonb, levers jsonb)
  WHERE s.customer_id = e."customerId" AND s.as_of = e."asOf" AND s.model_version_id = e."modelVersionId"
    AND s.probability = e.probability AND s.reasons IS NULL`,
  parameters: { explained: json<ReadonlyArray<ScoreToExplain & ScoreExplanation>>() },
  isKeptPlanned: true,
});

/** One probe of the key per customer. */
const PROBABILITIES_UP_TO = statement({
  name: "risk/scores: probabilities up to",
  sql: `
  SELECT c.id, newest.probability FROM customers c
  CROSS JOIN LATERAL (
    SELECT probability FROM scores WHERE customer_id = c.id AND as_of <= :upTo ORDER BY as_of DESC LIMIT 1
  ) newest
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId AND newest.probability IS NOT NULL`,
  parameters: { ...CUSTOMER_RANGE, upTo: timestamptz },
  row: { id: int4, probability: float4 },
});
