import { type CostTarget, printAppliesTo, targetName } from "../../domain/costs/applies-to.ts";
import { arrayOf, int4, int8, nullable, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CostTargetStore = ReturnType<typeof costTargetStore>;

/**
 * What costs can be for, as far as the customer file knows it.
 * @param playbooks the names of those there are
 */
export function costTargetStore({ pool, prisma }: Database, playbooks: readonly string[]) {
  return {
    playbooks,

    /**
     * Which of the customers, segments, tickets and touches are in the file, each as `printAppliesTo` writes it;
     * other targets are not looked for. An id counts in any source.
     */
    async known(targets: readonly CostTarget[]): Promise<ReadonlySet<string>> {
      const found = new Set<string>();
      for (const [kind, known] of Object.entries(KNOWN)) {
        const named = targets.filter((target) => target.kind === kind);
        if (named.length === 0) continue;
        const rows = await known.all(pool, { names: named.map(targetName) });
        const names = new Set(rows.map(({ name }) => name));
        for (const target of named) if (names.has(targetName(target))) found.add(printAppliesTo([target]));
      }
      return found;
    },

    /** The segments customers are in, the largest first. */
    segments: (limit: number): Promise<Array<{ readonly name: string; readonly customers: number }>> =>
      SEGMENTS.all(pool, { limit }),

    /** How a customer is named in a cost. */
    customer: (id: number): Promise<{ readonly name: string; readonly externalId: string } | null> =>
      prisma.customer.findUnique({ where: { id }, select: { name: true, externalId: true } }),

    /** What customers are called, by their numbers in any source; of two with the same number, one of them. */
    async namesOf(externalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const named = {
        where: { externalId: { in: [...externalIds] } },
        select: { externalId: true, name: true },
      };
      const found = await prisma.customer.findMany(named);
      return new Map(found.map(({ externalId, name }) => [externalId, name]));
    },

    /** The currency of the newest entry, else the one most customers have; null where there is none. */
    usualCurrency: async (): Promise<string | null> => (await USUAL_CURRENCY.one(pool)).currency,

    /** E-mail of the owner of each customer with an id, in any source; null where nobody owns it. */
    async ownersOf(externalIds: readonly string[]): Promise<ReadonlyArray<string | null>> {
      const owned = { where: { externalId: { in: [...externalIds] } }, select: { ownerEmail: true } };
      return (await prisma.customer.findMany(owned)).map(({ ownerEmail }) => ownerEmail);
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
const byExternalId = (table: string) =>
  statement({
    name: `costs/cost-targets: known ${table}`,
    sql: `${sourcesOf(table)}
  SELECT DISTINCT t.external_id AS name FROM sources s
  JOIN ${table} t ON t.source = s.source AND t.external_id = ANY (:names::text[])`,
    parameters: { names: arrayOf(text) },
    row: { name: text },
  });

const KNOWN = {
  customer: byExternalId("customers"),
  ticket: byExternalId("tickets"),
  touch: byExternalId("touches"),
  segment: statement({
    name: "costs/cost-targets: known segments",
    sql: `
  SELECT DISTINCT segment AS name FROM customers WHERE segment IS NOT NULL AND segment = ANY (:names::text[])`,
    parameters: { names: arrayOf(text) },
    row: { name: text },
  }),
};

const USUAL_CURRENCY = statement({
  name: "costs/cost-targets: usual currency",
  sql: `
  SELECT COALESCE(
    (SELECT currency FROM cost_entries ORDER BY id DESC LIMIT 1),
    (SELECT currency FROM customers WHERE currency IS NOT NULL GROUP BY currency ORDER BY count(*) DESC LIMIT 1)
  ) AS currency`,
  row: { currency: nullable(text) },
});

const SEGMENTS = statement({
  name: "costs/cost-targets: segments",
  sql: `
  SELECT segment AS name, count(*)::int AS customers FROM customers WHERE segment IS NOT NULL
  GROUP BY segment ORDER BY count(*) DESC, segment LIMIT :limit`,
  parameters: { limit: int8 },
  row: { name: text, customers: int4 },
});
