import type { Database } from "../database/database.ts";

/** What the store knows at all: how many customers, and from when to when. */
export type DataSpan = {
  readonly customers: number;
  readonly firstActivityAt: Date | null;
  readonly lastActivityAt: Date | null;
};

export type DataSpanStore = ReturnType<typeof dataSpanStore>;

export function dataSpanStore(database: Database) {
  return {
    /** Whether the database's locale takes Chinese characters for letters, as look-up by similarity needs. */
    async comparesNonLatinNames(): Promise<boolean> {
      const { rows } = await database.pool.query<{ similarity: number }>(
        "SELECT similarity('北京科技有限公司', '北京科枝有限公司') AS similarity",
      );
      return (rows[0]?.similarity ?? 0) > 0;
    },

    /** Reads one end of the index per customer range at most; never the whole table. */
    async read(): Promise<DataSpan> {
      const { rows } = await database.pool.query<{
        customers: string;
        first: Date | null;
        last: Date | null;
      }>(
        `SELECT (SELECT count(*) FROM customers) AS customers,
                min(span.first) AS first, max(span.last) AS last
         FROM customers c
         CROSS JOIN LATERAL (
           SELECT (SELECT a.at FROM activities a WHERE a.customer_id = c.id ORDER BY a.at LIMIT 1) AS first,
                  (SELECT a.at FROM activities a WHERE a.customer_id = c.id ORDER BY a.at DESC LIMIT 1) AS last
         ) span`,
      );
      const row = rows[0];
      return {
        customers: Number(row?.customers ?? 0),
        firstActivityAt: row?.first ?? null,
        lastActivityAt: row?.last ?? null,
      };
    },
  };
}
