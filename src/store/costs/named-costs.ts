import { parseAppliesTo, targetName } from "../../domain/costs/applies-to.ts";
import { date, int4, nullable, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import type { CostScope } from "./cost-scope.ts";
import { type Conversion, convertedSql, exactMinor } from "./cost-sql.ts";
import {
  COVERING,
  type CostOfKey,
  conversionOf,
  FROM_DAY,
  PERIOD,
  periodValues,
  SHARE,
  TO_DAY,
} from "./cost-sums.ts";
import { type CalledCustomer, readCalled } from "./cost-targeted.ts";

type Cost = Omit<CostOfKey, "key">;

export type NamedCosts = {
  /** By customer id. */
  readonly byCustomer: ReadonlyMap<number, Cost>;
  /** What names somebody or something that is not in the file, or a ticket of nobody. */
  readonly nobody: { readonly cost: Cost; readonly appliesTo: readonly string[] };
};

/** Adding up so many takes the embedded database some 0.1 s, for which everybody else waits. */
const ENTRIES_PER_RANGE = 25_000;
/** Of names that are nobody's; a note names three and says that there are more. */
const MOST_TOLD = 4;
/** Names that are looked up at once. */
const NAMES_PER_QUERY = 10_000;

/** Costs that name one customer, ticket or touch: each falls on whom it names, and there is nothing to share. */
export async function readNamedCosts(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
): Promise<NamedCosts> {
  const named = await sumsByName(db, scope, conversions);
  const byCustomer = new Map<number, Cost>();
  let nobody: Cost = NOTHING;
  const appliesTo = new Set<string>();
  const sums = [...named.values()];
  for (let first = 0; first < sums.length; first += NAMES_PER_QUERY) {
    const some = sums.slice(first, first + NAMES_PER_QUERY);
    const ids = await readCalled(db, some.map(calledBy));
    some.forEach((sum, at) => {
      const id = ids[at] ?? null;
      if (id !== null) byCustomer.set(id, plus(byCustomer.get(id) ?? NOTHING, sum));
      else {
        nobody = plus(nobody, sum);
        appliesTo.add(sum.appliesTo);
      }
    });
  }
  return { byCustomer, nobody: { cost: nobody, appliesTo: [...appliesTo].sort().slice(0, MOST_TOLD) } };
}

type NamedSum = Cost & { readonly appliesTo: string; readonly source: string };

const NOTHING: Cost = { directMinor: 0, indirectMinor: 0 };
const plus = (a: Cost, b: Cost): Cost => ({
  directMinor: a.directMinor + b.directMinor,
  indirectMinor: a.indirectMinor + b.indirectMinor,
});

function calledBy({ appliesTo, source }: NamedSum): CalledCustomer {
  const parsed = parseAppliesTo(appliesTo);
  const [target] = parsed.kind === "parsed" ? parsed.targets : [];
  return { kind: target?.kind ?? "", name: target === undefined ? "" : targetName(target), source };
}

async function sumsByName(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
): Promise<Map<string, NamedSum>> {
  const sums = new Map<string, NamedSum>();
  const { fromDay, toDay, currency } = scope;
  const add = (rows: readonly NamedRow[]) => {
    for (const { appliesTo, source, direct, indirect } of rows) {
      const key = `${source}\0${appliesTo}`;
      const cost = { directMinor: exactMinor(direct), indirectMinor: exactMinor(indirect) };
      sums.set(key, { appliesTo, source, ...plus(sums.get(key) ?? NOTHING, cost) });
    }
  };
  const last = (await LAST_ENTRY.one(db)).last ?? 0;
  for (let firstId = 1; firstId <= last; firstId += ENTRIES_PER_RANGE)
    add(
      await IN_CURRENCY.all(db, {
        ...{ fromDay, toDay, currency, firstId },
        lastId: firstId + ENTRIES_PER_RANGE - 1,
      }),
    );
  add(await FOREIGN.all(db, { ...periodValues(scope, conversions), currency }));
  return sums;
}

const LAST_ENTRY = statement({
  name: "costs/named-costs: last entry",
  sql: "SELECT max(id) AS last FROM cost_entries",
  row: { last: nullable(int4) },
});

/** As `NAMES_ONE`, and several times as fast. */
const NAMES_ONE_FAST = `(e.applies_to LIKE 'customer:%' OR e.applies_to LIKE 'ticket:%' OR e.applies_to LIKE 'touch:%')
  AND strpos(e.applies_to, '|') = 0`;

const NAMED_ROW = { appliesTo: text, source: text, direct: text, indirect: text };
type NamedRow = { readonly [Name in keyof typeof NAMED_ROW]: string };

/** What is in the report's currency already need not be pooled before it is added: that is most of it. */
const IN_CURRENCY = statement({
  name: "costs/named-costs: in the report's currency",
  sql: `
  SELECT e.applies_to AS "appliesTo", e.source,
    COALESCE(sum(${SHARE}) FILTER (WHERE e.kind = 'direct'), 0)::text AS direct,
    COALESCE(sum(${SHARE}) FILTER (WHERE e.kind = 'indirect'), 0)::text AS indirect
  FROM cost_entries e
  WHERE e.id BETWEEN :firstId AND :lastId AND e.currency = :currency AND ${COVERING} AND ${NAMES_ONE_FAST}
  GROUP BY 1, 2`,
  parameters: { fromDay: date, toDay: date, currency: text, firstId: int4, lastId: int4 },
  row: NAMED_ROW,
});

const FOREIGN = statement({
  name: "costs/named-costs: in other currencies",
  sql: `
  WITH pools AS (
    SELECT e.applies_to, e.source, e.kind, e.currency::text AS currency, e.driver, e.category,
      ${FROM_DAY} AS from_day, ${TO_DAY} AS to_day, sum(${SHARE}) AS minor
    FROM cost_entries e WHERE e.currency <> :currency AND ${COVERING} AND ${NAMES_ONE_FAST}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  )
  SELECT p.applies_to AS "appliesTo", p.source,
    COALESCE(sum(${convertedSql("p.minor")}) FILTER (WHERE p.kind = 'direct'), 0)::text AS direct,
    COALESCE(sum(${convertedSql("p.minor")}) FILTER (WHERE p.kind = 'indirect'), 0)::text AS indirect
  FROM pools p JOIN ${conversionOf("p")} GROUP BY 1, 2`,
  parameters: { ...PERIOD, currency: text },
  row: NAMED_ROW,
});
