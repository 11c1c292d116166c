import type { CostCategory, CostDriver, CostKind } from "../../domain/costs/cost-entry.ts";
import type { CategoryTotal } from "../../domain/costs/cost-report.ts";
import type { CostPool } from "../../domain/costs/sharing/shared-pools.ts";
import { date, int4, int8, nullable, text, textOf } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import type { CostScope } from "./cost-scope.ts";
import {
  CONVERSION_PARAMETERS,
  CONVERSIONS,
  type Conversion,
  conversionValues,
  convertedSql,
  coveringSql,
  dayShareSql,
  ENTRY_FROM_DAY,
  ENTRY_TO_DAY,
  exactMinor,
  isMeantSql,
  NAMED_KINDS,
  NAMED_TABLES,
  NAMES_IDS,
  NAMES_ONE,
  type NamedKind,
  writtenSql,
} from "./cost-sql.ts";
import type { MissingRates } from "./missing-rates.ts";

/** Direct and indirect costs of a key, in the report's currency. */
export type CostOfKey = {
  readonly key: string;
  readonly directMinor: number;
  readonly indirectMinor: number;
};

/** What every statement here takes, beside some more. */
export const PERIOD = { fromDay: date, toDay: date, ...CONVERSION_PARAMETERS };

export const periodValues = ({ fromDay, toDay }: CostScope, conversions: readonly Conversion[]) => ({
  fromDay,
  toDay,
  ...conversionValues(conversions),
});

export const COVERING = coveringSql(":fromDay::date", ":toDay::date");
export const FROM_DAY = `GREATEST(${ENTRY_FROM_DAY}, :fromDay::date)`;
export const TO_DAY = `LEAST(${ENTRY_TO_DAY}, :toDay::date)`;
export const SHARE = dayShareSql(":fromDay::date", ":toDay::date");

/**
 * What makes entries one pool: days inside the period, what they are for, driver, category, kind and currency. Each pool
 * is converted once, at the rate of its last day, so that totals and parts are rounded alike.
 */
const pooledSql = (where: string) => `
  SELECT e.applies_to, CASE WHEN ${NAMES_IDS} THEN e.source ELSE '' END AS source, e.driver, e.category, e.kind,
    e.currency::text AS currency, ${FROM_DAY} AS from_day, ${TO_DAY} AS to_day,
    sum(${SHARE}) AS minor
  FROM cost_entries e WHERE ${COVERING} AND ${where}
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;
/** How a pool is converted, at the rate of its last day. */
export const conversionOf = (pool: string) =>
  `${CONVERSIONS} ON f.currency = ${pool}.currency AND ${pool}.to_day BETWEEN f.first_day AND f.last_day`;

/** The ledger's costs of a period by category and kind; what has no rate is told to `missing`, and left out. */
export async function readLedgerTotals(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
  missing: MissingRates,
): Promise<CategoryTotal[]> {
  const rows = await TOTALS.all(db, { ...periodValues(scope, conversions), currency: scope.currency });
  return rows.flatMap(({ category, kind, minor, missing: from, missing_day: day }) => {
    if (from === null) return [{ category, kind, minor: exactMinor(minor) }];
    missing.add("costs", from, day ?? scope.toDay, exactMinor(minor));
    return [];
  });
}

/**
 * What is in the report's currency already need not be pooled before it is added. What has no rate is a row of its own, in
 * its own currency.
 */
const TOTALS = statement({
  name: "costs/cost-sums: totals",
  sql: `
  WITH parts AS (
    SELECT e.category, e.kind, sum(${SHARE}) AS minor, NULL AS missing, NULL::date AS missing_day
    FROM cost_entries e WHERE ${COVERING} AND e.currency = :currency GROUP BY 1, 2
    UNION ALL
    SELECT p.category, p.kind, CASE WHEN f.num IS NULL THEN p.minor ELSE ${convertedSql("p.minor")} END,
      CASE WHEN f.num IS NULL THEN p.currency END,
      CASE WHEN f.num IS NULL THEN p.to_day END
    FROM (${pooledSql("e.currency <> :currency")}) p LEFT JOIN ${conversionOf("p")}
  )
  SELECT category, kind, COALESCE(sum(minor), 0)::text AS minor, missing,
    to_char(min(missing_day), 'YYYY-MM-DD') AS missing_day
  FROM parts GROUP BY category, kind, missing`,
  parameters: { ...PERIOD, currency: text },
  row: {
    category: textOf<CostCategory>(),
    kind: textOf<CostKind>(),
    minor: text,
    missing: nullable(text),
    missing_day: nullable(text),
  },
});

/** Costs that name one customer, or a ticket or touch of theirs, by category. */
export async function readNamedCostsOfCustomer(
  db: Queryable,
  scope: CostScope,
  customerId: number,
  conversions: readonly Conversion[],
): Promise<CostOfKey[]> {
  const rows: CostRow[] = [];
  for (const kind of await namedKinds(db, scope)) {
    const values = { ...periodValues(scope, conversions), currency: scope.currency };
    rows.push(...(await queryByRanges({ pool: db }, NAMED[kind], values, customerId)));
  }
  return costsByKey(rows);
}

type CostRow = { readonly key: string; readonly direct: string; readonly indirect: string };

/** What is in the report's currency already need not be pooled before it is added: that is most of it. */
function namedSql(kind: NamedKind): string {
  const { table, owner } = NAMED_TABLES[kind];
  const foreign = (value: string) => `CASE WHEN e.currency <> :currency THEN ${value} END`;
  return `
    WITH named AS MATERIALIZED (
      SELECT x.${owner} AS customer_id, x.id, x.source, x.external_id,
        '${kind}:' || ${writtenSql("x.external_id")} AS applies_to,
        NOT EXISTS (SELECT FROM ${table} o WHERE o.external_id = x.external_id AND o.id <> x.id) AS alone
      FROM ${table} x WHERE x.${owner} BETWEEN :firstCustomerId AND :lastCustomerId
    ),
    pools AS (
      SELECT t.customer_id, e.kind, e.currency::text AS currency,
        COALESCE(${foreign(TO_DAY)}, :toDay::date) AS to_day,
        ${foreign(`(e.applies_to, e.source, e.driver, e.category, ${FROM_DAY})`)} AS pool,
        e.category AS category,
        sum(${SHARE}) AS minor
      FROM named t
      JOIN cost_entries e
        ON e.applies_to = t.applies_to AND ${COVERING}
      WHERE t.alone OR ${isMeantSql(table, "t", "e.source")}
      GROUP BY 1, 2, 3, 4, 5, 6
    )
    SELECT p.category AS key,
      COALESCE(sum(${convertedSql("p.minor")}) FILTER (WHERE p.kind = 'direct'), 0)::text AS direct,
      COALESCE(sum(${convertedSql("p.minor")}) FILTER (WHERE p.kind = 'indirect'), 0)::text AS indirect
    FROM pools p
    JOIN ${conversionOf("p")}
    GROUP BY 1`;
}

export const COST_ROW = { key: text, direct: text, indirect: text };

const NAMED = eachOf(NAMED_KINDS, (kind) =>
  statement({
    name: `costs/cost-sums: naming a ${kind}`,
    sql: namedSql(kind),
    parameters: { ...CUSTOMER_RANGE, ...PERIOD, currency: text },
    row: COST_ROW,
  }),
);

/** Which of them occur, so that tickets and touches are only looked up where a cost names one. */
async function namedKinds(db: Queryable, { fromDay, toDay }: CostScope): Promise<NamedKind[]> {
  const rows = await OCCURRING_KINDS.all(db, { fromDay, toDay });
  return rows.map(({ kind }) => kind);
}

const OCCURRING_KINDS = statement({
  name: "costs/cost-sums: occurring kinds",
  sql: NAMED_KINDS.map(
    (kind) => `SELECT '${kind}' AS kind WHERE EXISTS (
      SELECT FROM cost_entries e WHERE e.applies_to LIKE '${kind}:%' AND ${NAMES_ONE} AND ${COVERING})`,
  ).join(" UNION ALL "),
  parameters: { fromDay: date, toDay: date },
  row: { kind: textOf<NamedKind>() },
});

/** Corrections of closed days that are booked on days of a period, in the report's currency. */
export async function readBookedCorrections(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
): Promise<{ readonly count: number; readonly minor: number }> {
  const { count, minor } = await BOOKED_CORRECTIONS.one(db, periodValues(scope, conversions));
  return { count, minor: exactMinor(minor) };
}

const BOOKED_CORRECTIONS = statement({
  name: "costs/cost-sums: booked corrections",
  sql: `
  SELECT count(*)::int AS count, COALESCE(sum(${convertedSql("p.minor")}), 0)::text AS minor
  FROM (
    SELECT e.currency::text AS currency, e.booked_on AS to_day, e.amount_minor::numeric AS minor FROM cost_entries e
    WHERE e.booked_on BETWEEN :fromDay::date AND :toDay::date
  ) p JOIN ${conversionOf("p")}`,
  parameters: PERIOD,
  row: { count: int4, minor: text },
});

/** So many pools at most, so that memory does not grow with the ledger. */
const POOLS_PER_PAGE = 20_000;

/** The pools that have to be shared, a page at a time, in the order in which `sharePools` takes them. */
export async function readSharedPools(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
  page: number,
): Promise<{ pools: CostPool[]; last: boolean }> {
  const values = { ...periodValues(scope, conversions), offset: page * POOLS_PER_PAGE };
  const rows = await SHARED_POOLS.all(db, values);
  const pools = rows.map((row) => ({ ...row, minor: exactMinor(row.minor) }));
  return { pools, last: rows.length < POOLS_PER_PAGE };
}

const SHARED_POOLS = statement({
  name: "costs/cost-sums: shared pools",
  sql: `
  SELECT p.applies_to AS "appliesTo", p.source, p.currency AS "recordedIn", p.driver, p.kind, p.category, to_char(p.from_day, 'YYYY-MM-DD') AS "fromDay",
    to_char(p.to_day, 'YYYY-MM-DD') AS "toDay", ${convertedSql("p.minor")}::text AS minor
  FROM (${pooledSql(`NOT (${NAMES_ONE})`)}) p JOIN ${conversionOf("p")}
  ORDER BY p.from_day, p.to_day, p.driver, p.applies_to, p.source, p.kind, p.category, p.currency
  LIMIT ${POOLS_PER_PAGE} OFFSET :offset`,
  parameters: { ...PERIOD, offset: int8 },
  row: {
    appliesTo: text,
    source: text,
    recordedIn: text,
    driver: textOf<CostDriver>(),
    kind: textOf<CostKind>(),
    category: textOf<CostCategory>(),
    fromDay: text,
    toDay: text,
    minor: text,
  },
});

/** Rows of several ranges of customers, added up by key. */
export function costsByKey(rows: Iterable<CostRow>): CostOfKey[] {
  const sums = new Map<string, { directMinor: number; indirectMinor: number }>();
  for (const { key, direct, indirect } of rows) {
    const sum = sums.get(key) ?? { directMinor: 0, indirectMinor: 0 };
    sum.directMinor += exactMinor(direct);
    sum.indirectMinor += exactMinor(indirect);
    sums.set(key, sum);
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum }));
}
