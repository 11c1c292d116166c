import { daysBetween } from "../../domain/calendar.ts";
import { type CostTarget, parseAppliesTo, targetName } from "../../domain/costs/applies-to.ts";
import type { CostPool, TargetedCustomers } from "../../domain/costs/sharing/shared-pools.ts";
import { arrayOf, date, int4, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import type { CostScope } from "./cost-scope.ts";
import { isMeantSql, NAMED_KINDS, NAMED_TABLES } from "./cost-sql.ts";

/** Whom the targets of some pools mean, read at once. */
export async function readTargeted(
  db: Queryable,
  scope: CostScope,
  pools: readonly CostPool[],
): Promise<TargetedCustomers> {
  const names = new Map<string, CalledCustomer>();
  const playbooks = new Set<string>();
  for (const { appliesTo, source } of distinct(pools)) {
    const parsed = parseAppliesTo(appliesTo);
    for (const target of parsed.kind === "parsed" ? parsed.targets : [])
      if (target.kind === "playbook") playbooks.add(target.key);
      else if (target.kind in NAMED_TABLES)
        names.set(nameKey(target, source), { kind: target.kind, name: targetName(target), source });
  }
  const ids = await readNamed(db, names);
  const suggestions = await readSuggestions(db, scope, [...playbooks]);
  return {
    named: (target, source) => ids.get(nameKey(target, source)) ?? null,
    suggestedTo(playbook, fromDay, toDay) {
      const first = daysBetween(scope.fromDay, fromDay);
      const last = daysBetween(scope.fromDay, toDay);
      const own = suggestions.get(playbook) ?? [];
      return own.flatMap(({ customerId, day }) => (day >= first && day <= last ? [customerId] : []));
    },
  };
}

const distinct = (pools: readonly CostPool[]) =>
  new Map(pools.map((pool) => [`${pool.source} ${pool.appliesTo}`, pool])).values();

const nameKey = (target: CostTarget, source: string) =>
  JSON.stringify([target.kind, targetName(target), source]);

/** A customer, or a ticket or touch of one, as a cost of a source calls them. */
export type CalledCustomer = { readonly kind: string; readonly name: string; readonly source: string };

async function readNamed(
  db: Queryable,
  names: ReadonlyMap<string, CalledCustomer>,
): Promise<ReadonlyMap<string, number>> {
  const ids = await readCalled(db, [...names.values()]);
  return new Map([...names.keys()].flatMap((key, at) => (ids[at] == null ? [] : [[key, ids[at]]])));
}

/** Whose each of them is, by customer id and in their order; null: nobody's. */
export async function readCalled(
  db: Queryable,
  called: readonly CalledCustomer[],
): Promise<(number | null)[]> {
  if (called.length === 0) return [];
  const rows = await NAMED.all(db, {
    kinds: called.map(({ kind }) => kind),
    names: called.map(({ name }) => name),
    sources: called.map(({ source }) => source),
  });
  const ids = called.map((): number | null => null);
  for (const { place, customerId } of rows) ids[place - 1] = customerId;
  return ids;
}

const NAMED = statement({
  name: "costs/cost-targeted: named",
  sql: `
  WITH tokens AS (
    SELECT * FROM unnest(:kinds::text[], :names::text[], :sources::text[]) WITH ORDINALITY AS t(kind, name, source, place)
  )
  ${NAMED_KINDS.map((kind) => {
    const { table, owner } = NAMED_TABLES[kind];
    return `SELECT t.place::int AS place, x.${owner} AS "customerId"
    FROM tokens t JOIN ${table} x ON x.external_id = t.name
    WHERE t.kind = '${kind}' AND x.${owner} IS NOT NULL AND ${isMeantSql(table, "x", "t.source")}`;
  }).join(" UNION ALL ")}`,
  parameters: { kinds: arrayOf(text), names: arrayOf(text), sources: arrayOf(text) },
  row: { place: int4, customerId: int4 },
});

type Suggested = { readonly customerId: number; readonly day: number };

async function readSuggestions(
  db: Queryable,
  { fromDay, toDay, timeZone }: CostScope,
  playbooks: readonly string[],
): Promise<ReadonlyMap<string, Suggested[]>> {
  const found = new Map<string, Suggested[]>();
  if (playbooks.length === 0) return found;
  for (const { playbook, ...suggested } of await SUGGESTIONS.all(db, {
    playbooks,
    fromDay,
    toDay,
    timeZone,
  })) {
    const own = found.get(playbook) ?? [];
    if (own.length === 0) found.set(playbook, own);
    own.push(suggested);
  }
  return found;
}

const SUGGESTIONS = statement({
  name: "costs/cost-targeted: suggestions",
  sql: `
  SELECT DISTINCT g.playbook, g.customer_id AS "customerId",
    (g.created_at AT TIME ZONE :timeZone::text)::date - :fromDay::date AS day
  FROM suggestions g
  WHERE g.playbook = ANY (:playbooks::text[])
    AND (g.created_at AT TIME ZONE :timeZone)::date BETWEEN :fromDay AND :toDay::date`,
  parameters: { playbooks: arrayOf(text), fromDay: date, toDay: date, timeZone: text },
  row: { playbook: text, customerId: int4, day: int4 },
});
