import type { Database } from "../database/database.ts";
import type { CustomerRange, CustomerSample } from "./features.ts";

/** What the bot said of a customer at one time. */
export type GivenScore = { readonly customerId: number; readonly asOf: Date; readonly probability: number };

/** Which scores: for a horizon, later than `after` and not later than `upTo`. */
export type ScoreWindow = { readonly horizonDays: number; readonly after: Date; readonly upTo: Date };

export type GivenScoreStore = ReturnType<typeof givenScoreStore>;

export function givenScoreStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The newest probability of each customer of a range, or of a sample of them, within the window. */
    async lastWithin(
      { horizonDays, after, upTo }: ScoreWindow,
      { fromCustomerId, toCustomerId }: CustomerRange,
      { share, seed }: CustomerSample = { share: 1, seed: 0 },
    ): Promise<GivenScore[]> {
      const values = [fromCustomerId, toCustomerId, share, seed, after, upTo, horizonDays];
      const { rows } = await pool.query<GivenScore>(LAST_WITHIN, values);
      return rows;
    },
  };
}

/** One probe of the key per customer; the sample is drawn as in `features.ts`. */
const LAST_WITHIN = `
  SELECT c.id AS "customerId", s.as_of AS "asOf", s.probability::float8 AS probability
  FROM customers c
  CROSS JOIN LATERAL (
    SELECT as_of, probability, model_version_id FROM scores
    WHERE customer_id = c.id AND as_of > $5 AND as_of <= $6 AND probability IS NOT NULL
    ORDER BY as_of DESC LIMIT 1
  ) AS s
  JOIN model_versions v ON v.id = s.model_version_id AND v.horizon_days = $7
  WHERE c.id BETWEEN $1 AND $2
    AND (hashint4extended(c.id, $4::bigint) & 1048575) < 1048576 * $3::float8
  ORDER BY c.id`;
