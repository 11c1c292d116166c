import { type CostTarget, printAppliesTo, targetName } from "../../domain/costs/applies-to.ts";
import type { Database } from "../database/database.ts";

export type CostTargetStore = ReturnType<typeof costTargetStore>;

/**
 * What costs can be for, as far as the customer file knows it.
 * @param playbooks the names of those there are
 */
export function costTargetStore({ pool }: Database, playbooks: readonly string[]) {
  return {
    playbooks,

    /**
     * Which of the customers, segments, tickets and touches are in the file, each as `printAppliesTo` writes it;
     * other targets are not looked for. An id counts in any source.
     */
    async known(targets: readonly CostTarget[]): Promise<ReadonlySet<string>> {
      const found = new Set<string>();
      for (const [kind, sql] of Object.entries(KNOWN)) {
        const named = targets.filter((target) => target.kind === kind);
        if (named.length === 0) continue;
        const { rows } = await pool.query<{ name: string }>(sql, [named.map(targetName)]);
        const names = new Set(rows.map(({ name }) => name));
        for (const target of named) if (names.has(targetName(target))) found.add(printAppliesTo([target]));
      }
      return found;
    },

    /** The segments customers are in, the largest first. */
    async segments(limit: number): Promise<Array<{ readonly name: string; readonly customers: number }>> {
      const { rows } = await pool.query<{ name: string; customers: number }>(SEGMENTS, [limit]);
      return rows;
    },

    /** How a customer is named in a cost. */
    async customer(id: number): Promise<{ readonly name: string; readonly externalId: string } | null> {
      const { rows } = await pool.query<{ name: string; externalId: string }>(
        `SELECT name, external_id AS "externalId" FROM customers WHERE id = $1`,
        [id],
      );
      return rows[0] ?? null;
    },

    /** The currency of the newest entry, else the one most customers have; null where there is none. */
    async usualCurrency(): Promise<string | null> {
      const { rows } = await pool.query<{ currency: string | null }>(USUAL_CURRENCY);
      return rows[0]?.currency ?? null;
    },

    /** E-mail of the owner of each customer with an id, in any source; null where nobody owns it. */
    async ownersOf(externalIds: readonly string[]): Promise<ReadonlyArray<string | null>> {
      const { rows } = await pool.query<{ owner: string | null }>(
        "SELECT owner_email AS owner FROM customers WHERE external_id = ANY ($1::text[])",
        [externalIds],
      );
      return rows.map(({ owner }) => owner);
    },
  };
}

/** All sources of a table, each found by one step through the index that begins with it. */
const sourcesOf = (table: string) => `
  WITH RECURSIVE sources AS (
    (SELECT source FROM ${table} ORDER BY source LIMIT 1)
    UNION ALL
    SELECT (SELECT source FROM ${table} t WHERE t.source > s.source ORDER BY source LIMIT 1)
    FROM sources s WHERE s.source IS NOT NULL
  )`;
const byExternalId = (table: string) => `${sourcesOf(table)}
  SELECT DISTINCT t.external_id AS name FROM sources s
  JOIN ${table} t ON t.source = s.source AND t.external_id = ANY ($1::text[])`;

const KNOWN: Readonly<Record<string, string>> = {
  customer: byExternalId("customers"),
  ticket: byExternalId("tickets"),
  touch: byExternalId("touches"),
  segment: "SELECT DISTINCT segment AS name FROM customers WHERE segment = ANY ($1::text[])",
};

const USUAL_CURRENCY = `
  SELECT COALESCE(
    (SELECT currency FROM cost_entries ORDER BY id DESC LIMIT 1),
    (SELECT currency FROM customers WHERE currency IS NOT NULL GROUP BY currency ORDER BY count(*) DESC LIMIT 1)
  ) AS currency`;

const SEGMENTS = `
  SELECT segment AS name, count(*)::int AS customers FROM customers WHERE segment IS NOT NULL
  GROUP BY segment ORDER BY count(*) DESC, segment LIMIT $1`;
