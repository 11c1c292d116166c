import type { DataUpTo } from "../../domain/as-of.ts";
import type { SourceHistory } from "../../domain/risk/scores/stale-source.ts";
import { arrayOf, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type CustomerRange, rangeValues } from "./customer-range.ts";

export type SourceDayStore = ReturnType<typeof sourceDayStore>;

/** On which days the rows of each source are dated. The database keeps count of it with every activity that comes in. */
export function sourceDayStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Each source's days (UTC) that began before the moment, up to a year and a day back from its last one. */
    histories: (before: Date): Promise<SourceHistory[]> => HISTORIES.all(pool, { before }),

    /** How far the rows of a source reach on the day (UTC) of `now`, or those of any source where it has none. */
    async dataUpTo(source: string, now: Date): Promise<DataUpTo | null> {
      const { own, any } = await DATA_UP_TO.one(pool, { source, now });
      if (own !== null) return { day: own, source };
      return any === null ? null : { day: any, source: null };
    },

    /** The source of each customer in the range who comes from one of these. */
    async customersFrom(sources: readonly string[], range: CustomerRange): Promise<Map<number, string>> {
      if (sources.length === 0) return new Map();
      const rows = await CUSTOMERS_FROM.all(pool, { ...rangeValues(range), sources });
      return new Map(rows.map(({ id, source }) => [id, source]));
    },
  };
}

const CUSTOMERS_FROM = statement({
  name: "risk/source-days: customers from",
  sql: `
  SELECT id, source FROM customers
  WHERE id BETWEEN :firstCustomerId AND :lastCustomerId AND source = ANY (:sources::text[])`,
  parameters: { ...CUSTOMER_RANGE, sources: arrayOf(text) },
  row: { id: int4, source: text },
});

const DATA_UP_TO = statement({
  name: "risk/source-days: data up to",
  sql: `
  SELECT max(day) FILTER (WHERE source = :source)::text AS own, max(day)::text AS any
  FROM source_days WHERE day <= (:now::timestamptz AT TIME ZONE 'UTC')::date`,
  parameters: { source: text, now: timestamptz },
  row: { own: nullable(text), any: nullable(text) },
});

/** The last day of each source first: its own index finds it, and the year before. */
const HISTORIES = statement({
  name: "risk/source-days: histories",
  sql: `
  SELECT last.source, array_agg(d.day::text ORDER BY d.day) AS days
  FROM (
    SELECT source, max(day) AS day FROM source_days WHERE day < :before::timestamptz AT TIME ZONE 'UTC' GROUP BY source
  ) last
  JOIN source_days d ON d.source = last.source AND d.day <= last.day AND d.day >= last.day - 366
  GROUP BY last.source ORDER BY last.source`,
  parameters: { before: timestamptz },
  row: { source: text, days: arrayOf(text) },
});
