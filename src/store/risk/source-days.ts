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

/** The last day of each source first: its own index finds it, and the year before. */
const HISTORIES = `
  SELECT last.source, array_agg(d.day::text ORDER BY d.day) AS days
  FROM (
    SELECT source, max(day) AS day FROM source_days WHERE day < $1::timestamptz AT TIME ZONE 'UTC' GROUP BY source
  ) last
  JOIN source_days d ON d.source = last.source AND d.day <= last.day AND d.day >= last.day - 366
  GROUP BY last.source ORDER BY last.source`;
