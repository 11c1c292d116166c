import type { DataUpTo } from "../../domain/as-of.ts";
import { MS_PER_DAY } from "../../domain/clock.ts";
import type { SourceHistory } from "../../domain/risk/scores/stale-source.ts";
import { arrayOf, bool, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";

export type SourceDayStore = ReturnType<typeof sourceDayStore>;

/** On which days the rows of each source are dated. The database keeps count of it with every activity that comes in. */
export function sourceDayStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Each source's days (UTC) that began before the moment, up to a year and a day back from its last one. */
    histories: (before: Date): Promise<SourceHistory[]> => sourceHistories(pool, before),

    /** The same from `from` on, and a year and a day before it. */
    historiesSince: (from: Date, before: Date): Promise<SourceHistory[]> =>
      HISTORIES.all(pool, {
        before,
        daysBack: YEAR_AND_A_DAY + Math.max(0, Math.ceil((before.getTime() - from.getTime()) / MS_PER_DAY)),
      }),

    /** How far the rows of a source reach on the day (UTC) of `now`, or those of any source where it has none. */
    async dataUpTo(source: string, now: Date): Promise<DataUpTo | null> {
      const { own, any } = await DATA_UP_TO.one(pool, { source, now });
      if (own !== null) return { day: own, source };
      return any === null ? null : { day: any, source: null };
    },

    /** Each customer in the range who comes from one of these, and when they were last scored up to the moment. */
    async customersFrom(
      sources: readonly string[],
      range: CustomerRange,
      upTo: Date,
    ): Promise<CustomerOfSource[]> {
      if (sources.length === 0) return [];
      return CUSTOMERS_FROM.all(pool, { ...rangeValues(range), sources, upTo });
    },

    /** Whether a customer in the range comes from any other source. */
    async hasOthers(sources: readonly string[], range: CustomerRange): Promise<boolean> {
      if (sources.length === 0) return true;
      return (await HAS_OTHERS.one(pool, { ...rangeValues(range), sources })).found;
    },
  };
}

export type CustomerOfSource = {
  readonly id: number;
  readonly source: string;
  /** Null: never. */
  readonly scoredAt: Date | null;
};

const CUSTOMERS_FROM = statement({
  name: "risk/source-days: customers from",
  sql: `
  SELECT c.id, c.source,
    (SELECT max(as_of) FROM scores WHERE customer_id = c.id AND as_of <= :upTo) AS "scoredAt"
  FROM customers c
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId AND c.source = ANY (:sources::text[])
  ORDER BY c.id`,
  parameters: { ...CUSTOMER_RANGE, sources: arrayOf(text), upTo: timestamptz },
  row: { id: int4, source: text, scoredAt: nullable(timestamptz) },
});

const HAS_OTHERS = statement({
  name: "risk/source-days: has others",
  sql: `
  SELECT EXISTS (
    SELECT FROM customers
    WHERE id BETWEEN :firstCustomerId AND :lastCustomerId AND source <> ALL (:sources::text[])
  ) AS found`,
  parameters: { ...CUSTOMER_RANGE, sources: arrayOf(text) },
  row: { found: bool },
});

const DATA_UP_TO = statement({
  name: "risk/source-days: data up to",
  sql: `
  SELECT max(day) FILTER (WHERE source = :source)::text AS own, max(day)::text AS any
  FROM source_days WHERE day <= (:now::timestamptz AT TIME ZONE 'UTC')::date`,
  parameters: { source: text, now: timestamptz },
  row: { own: nullable(text), any: nullable(text) },
});

export const sourceHistories = (db: Queryable, before: Date): Promise<SourceHistory[]> =>
  HISTORIES.all(db, { before, daysBack: YEAR_AND_A_DAY });

const YEAR_AND_A_DAY = 366;

/** The last day of each source first: its own index finds it, and the year before. */
const HISTORIES = statement({
  name: "risk/source-days: histories",
  isKeptPlanned: true,
  sql: `
  SELECT last.source, array_agg(d.day::text ORDER BY d.day) AS days
  FROM (
    SELECT source, max(day) AS day FROM source_days WHERE day < :before::timestamptz AT TIME ZONE 'UTC' GROUP BY source
  ) last
  JOIN source_days d ON d.source = last.source AND d.day <= last.day AND d.day >= last.day - :daysBack::int
  GROUP BY last.source ORDER BY last.source`,
  parameters: { before: timestamptz, daysBack: int4 },
  row: { source: text, days: arrayOf(text) },
});
