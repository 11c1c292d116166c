import { float8, int4, int8, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";
import type { CustomerSample } from "./features.ts";

/** What the bot said of a customer at one time. */
export type GivenScore = { readonly customerId: number; readonly asOf: Date; readonly probability: number };

/** Which scores: for a horizon, later than `after` and not later than `upTo`. */
export type ScoreWindow = { readonly horizonDays: number; readonly after: Date; readonly upTo: Date };

export type GivenScoreStore = ReturnType<typeof givenScoreStore>;

export function givenScoreStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The newest probability of each customer of a range, or of a sample of them, within the window. */
    lastWithin: (
      window: ScoreWindow,
      range: CustomerRange,
      sample: CustomerSample = { share: 1, seed: 0 },
    ): Promise<GivenScore[]> => LAST_WITHIN.all(pool, { ...rangeValues(range), ...sample, ...window }),
  };
}

/** One probe of the key per customer; the sample is drawn as in `features.ts`. */
const LAST_WITHIN = statement({
  name: "risk/given-scores: last within",
  sql: `
  SELECT c.id AS "customerId", s.as_of AS "asOf", s.probability::float8 AS probability
  FROM customers c
  CROSS JOIN LATERAL (
    SELECT as_of, probability, model_version_id FROM scores
    WHERE customer_id = c.id AND as_of > :after AND as_of <= :upTo AND probability IS NOT NULL
    ORDER BY as_of DESC LIMIT 1
  ) AS s
  JOIN model_versions v ON v.id = s.model_version_id AND v.horizon_days = :horizonDays
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId AND c.joined_into IS NULL
    AND (hashint4extended(c.id, :seed::bigint) & 1048575) < 1048576 * :share::float8
  ORDER BY c.id`,
  parameters: {
    ...CUSTOMER_RANGE,
    share: float8,
    seed: int8,
    after: timestamptz,
    upTo: timestamptz,
    horizonDays: int4,
  },
  row: { customerId: int4, asOf: timestamptz, probability: float8 },
});
