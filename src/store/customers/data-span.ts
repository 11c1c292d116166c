import { float4, int8, nullable, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** What the store knows at all: how many customers, and from when to when. */
export type DataSpan = {
  readonly customers: number;
  readonly firstActivityAt: Date | null;
  readonly lastActivityAt: Date | null;
};

export type DataSpanStore = ReturnType<typeof dataSpanStore>;

export function dataSpanStore({ pool }: Database) {
  return {
    /** Whether the database's locale takes Chinese characters for letters, as look-up by similarity needs. */
    comparesNonLatinNames: async (): Promise<boolean> => (await SIMILARITY.one(pool)).similarity > 0,

    /** Reads one end of the index per customer range at most; never the whole table. */
    read: (): Promise<DataSpan> => SPAN.one(pool),
  };
}

const SIMILARITY = statement({
  name: "customers/data-span: similarity of Chinese names",
  sql: "SELECT similarity('北京科技有限公司', '北京科枝有限公司') AS similarity",
  row: { similarity: float4 },
});

const SPAN = statement({
  name: "customers/data-span: read",
  sql: `
  SELECT (SELECT count(*) FROM customers WHERE joined_into IS NULL) AS customers,
    min(span.first) AS "firstActivityAt", max(span.last) AS "lastActivityAt"
  FROM customers c
  CROSS JOIN LATERAL (
    SELECT (SELECT a.at FROM activities a WHERE a.customer_id = c.id ORDER BY a.at LIMIT 1) AS first,
      (SELECT a.at FROM activities a WHERE a.customer_id = c.id ORDER BY a.at DESC LIMIT 1) AS last
  ) span`,
  row: { customers: int8, firstActivityAt: nullable(timestamptz), lastActivityAt: nullable(timestamptz) },
});
