import type { Phrase } from "../../domain/phrase.ts";
import type { HighSince } from "../../domain/risk/scores/high-since.ts";
import type { Reason } from "../../domain/risk/scores/reasons.ts";
import { float4, int4, json, nullable, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** One scoring of one customer as it was stored. */
export type StoredScore = {
  readonly asOf: Date;
  /** Null where no probability could be given, with the reason in `silence`. */
  readonly probability: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly silence: Phrase | null;
  /** Null: not worked out yet. */
  readonly reasons: readonly Reason[] | null;
  readonly modelVersionId: number | null;
};

export type ScoreHistoryStore = ReturnType<typeof scoreHistoryStore>;

/** A customer's scores over time; nothing here is changed. */
export function scoreHistoryStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The newest score as of the moment or before it, with or without a probability. */
    newest: (customerId: number, upTo: Date): Promise<StoredScore | null> =>
      NEWEST.first(pool, { customerId, upTo }),

    /** The newest one with a probability as of the moment or before it. */
    newestProbability: (customerId: number, upTo: Date): Promise<StoredScore | null> =>
      NEWEST_PROBABILITY.first(pool, { customerId, upTo }),

    /**
     * The one with a probability that a card compares a score with: the newest at least a week older, or else the
     * oldest there is.
     */
    comparable: (customerId: number, asOf: Date): Promise<StoredScore | null> =>
      COMPARABLE.first(pool, { customerId, asOf }),

    /** Since when every score that has a probability is high, as of the moment. @param high from which on, 0–1 */
    async highSince(customerId: number, upTo: Date, high: number): Promise<HighSince> {
      const { since, lowAsOf, lowProbability } = await HIGH_SINCE.one(pool, { customerId, upTo, high });
      if (lowAsOf === null || lowProbability === null) return { since, before: null };
      return { since, before: { asOf: lowAsOf, probability: lowProbability } };
    },
  };
}

const FIELDS = `as_of AS "asOf", probability, probability_low AS low, probability_high AS high, silence, reasons,
    model_version_id AS "modelVersionId"`;

const ROW = {
  asOf: timestamptz,
  probability: nullable(float4),
  low: nullable(float4),
  high: nullable(float4),
  silence: nullable(json<Phrase>()),
  reasons: nullable(json<readonly Reason[]>()),
  modelVersionId: nullable(int4),
};

const NEWEST = statement({
  name: "risk/score-history: newest",
  sql: `SELECT ${FIELDS} FROM scores WHERE customer_id = :customerId AND as_of <= :upTo ORDER BY as_of DESC LIMIT 1`,
  parameters: { customerId: int4, upTo: timestamptz },
  row: ROW,
});

const NEWEST_PROBABILITY = statement({
  name: "risk/score-history: newest probability",
  sql: `
  SELECT ${FIELDS} FROM scores
  WHERE customer_id = :customerId AND as_of <= :upTo AND probability IS NOT NULL ORDER BY as_of DESC LIMIT 1`,
  parameters: { customerId: int4, upTo: timestamptz },
  row: ROW,
});

const COMPARABLE = statement({
  name: "risk/score-history: comparable",
  sql: `
  SELECT ${FIELDS} FROM scores
  WHERE customer_id = :customerId AND as_of < :asOf AND probability IS NOT NULL
  ORDER BY (as_of <= :asOf::timestamptz - interval '7 days') DESC,
    CASE WHEN as_of <= :asOf::timestamptz - interval '7 days' THEN as_of END DESC, as_of
  LIMIT 1`,
  parameters: { customerId: int4, asOf: timestamptz },
  row: ROW,
});

const HIGH_SINCE = statement({
  name: "risk/score-history: high since",
  sql: `
  WITH low AS (
    SELECT as_of, probability FROM scores
    WHERE customer_id = :customerId AND as_of <= :upTo AND probability < :high ORDER BY as_of DESC LIMIT 1
  )
  SELECT
    (SELECT min(as_of) FROM scores
     WHERE customer_id = :customerId AND as_of <= :upTo AND probability >= :high
       AND as_of > COALESCE((SELECT as_of FROM low), '-infinity')) AS since,
    (SELECT as_of FROM low) AS "lowAsOf", (SELECT probability FROM low) AS "lowProbability"`,
  parameters: { customerId: int4, upTo: timestamptz, high: float4 },
  row: { since: nullable(timestamptz), lowAsOf: nullable(timestamptz), lowProbability: nullable(float4) },
});
