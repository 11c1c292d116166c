import type { DataUpTo } from "../../domain/as-of.ts";
import type { Day } from "../../domain/calendar.ts";
import type { SourceHistory } from "../../domain/risk/scores/stale-source.ts";
import type { Database } from "../database/database.ts";
import type { CustomerRange } from "./features.ts";

export type SourceDayStore = ReturnType<typeof sourceDayStore>;

/** On which days the rows of each source are dated. The database keeps count of it with every activity that comes in. */
export function sourceDayStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Each source's days (UTC) that began before the moment, up to a year and a day back from its last one. */
    async histories(before: Date): Promise<SourceHistory[]> {
      const { rows } = await pool.query<SourceHistory>(HISTORIES, [before]);
      return rows;
    },

    /** How far the rows of a source reach on the day (UTC) of `now`, or those of any source where it has none. */
    async dataUpTo(source: string, now: Date): Promise<DataUpTo | null> {
      const { rows } = await pool.query<{ own: Day | null; any: Day | null }>(DATA_UP_TO, [source, now]);
      const { own = null, any = null } = rows[0] ?? {};
      if (own !== null) return { day: own, source };
      return any === null ? null : { day: any, source: null };
    },

    /** The source of each customer in the range who comes from one of these. */
    async customersFrom(
      sources: readonly string[],
      { fromCustomerId, toCustomerId }: CustomerRange,
    ): Promise<Map<number, string>> {
      if (sources.length === 0) return new Map();
      const { rows } = await pool.query<{ id: number; source: string }>(
        "SELECT id, source FROM customers WHERE id BETWEEN $1 AND $2 AND source = ANY ($3::text[])",
        [fromCustomerId, toCustomerId, sources],
      );
      return new Map(rows.map(({ id, source }) => [id, source]));
    },
  };
}

const DATA_UP_TO = `
  SELECT max(day) FILTER (WHERE source = $1)::text AS own, max(day)::text AS any
  FROM source_days WHERE day <= ($2::timestamptz AT TIME ZONE 'UTC')::date`;

/** The last day of each source first: its own index finds it, and the year before. */
const HISTORIES = `
  SELECT last.source, array_agg(d.day::text ORDER BY d.day) AS days
  FROM (
    SELECT source, max(day) AS day FROM source_days WHERE day < $1::timestamptz AT TIME ZONE 'UTC' GROUP BY source
  ) last
  JOIN source_days d ON d.source = last.source AND d.day <= last.day AND d.day >= last.day - 366
  GROUP BY last.source ORDER BY last.source`;
