import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import type { SourceChange } from "../../domain/costs/month-costs.ts";
import { date, int8, text, textOf, type ValuesOf } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { readConversions } from "./cost-conversions.ts";
import type { CostScope } from "./cost-scope.ts";
import {
  CONVERSION_PARAMETERS,
  conversionsSql,
  conversionValues,
  convertedSql,
  coveringSql,
  dayShareSql,
  ENTRY_TO_DAY,
} from "./cost-sql.ts";

/** In each category, so many that changed most. */
const SOURCES_PER_CATEGORY = 3;

/**
 * What made a category dearer or cheaper than in another period: its entries by what they are noted or, without a note,
 * meant for, where the two periods differ most. In the scope's currency, at the rates of each period; a currency without
 * a rate is left out here, because the totals beside it refuse it.
 */
export async function readSourceChanges(
  db: Queryable,
  scope: CostScope,
  before: CostScope,
): Promise<SourceChange[]> {
  const rows = await CHANGES.all(db, {
    ...(await periodValues(db, scope)),
    ...named(await periodValues(db, before), "Before"),
    sourcesPerCategory: SOURCES_PER_CATEGORY,
  });
  return rows.map(({ category, what, minor, previous }) => {
    return { category, what, minor: Number(minor), previousMinor: Number(previous) };
  });
}

const PERIOD = { fromDay: date, toDay: date, ...CONVERSION_PARAMETERS };

async function periodValues(db: Queryable, scope: CostScope): Promise<ValuesOf<typeof PERIOD>> {
  const { fromDay, toDay } = scope;
  return { fromDay, toDay, ...conversionValues(await readConversions(db, scope.currency, scope)) };
}

/** The same under other names, each with something added. */
function named<Given extends object, Added extends string>(given: Given, added: Added) {
  const entries = Object.entries(given).map(([name, value]) => [`${name}${added}`, value]);
  return Object.fromEntries(entries) as {
    readonly [Name in keyof Given & string as `${Name}${Added}`]: Given[Name];
  };
}

/** Sums by category and source over the days of a period; takes `PERIOD`, with something added to each name. */
function sourcesSql(added: "" | "Before"): string {
  const from = `:fromDay${added}::date`;
  const to = `:toDay${added}::date`;
  return `
    SELECT p.category, p.what, sum(${convertedSql("p.minor")}) AS minor
    FROM (
      SELECT e.category, COALESCE(NULLIF(btrim(e.note), ''), e.applies_to) AS what, e.currency::text AS currency,
        LEAST(${ENTRY_TO_DAY}, ${to}) AS to_day, sum(${dayShareSql(from, to)}) AS minor
      FROM cost_entries e WHERE ${coveringSql(from, to)} GROUP BY 1, 2, 3, 4
    ) p
    JOIN ${conversionsSql(added)} ON f.currency = p.currency AND p.to_day BETWEEN f.first_day AND f.last_day
    GROUP BY 1, 2`;
}

const CHANGES = statement({
  name: "costs/cost-sources: changes",
  sql: `
  WITH changes AS (
    SELECT category, what, COALESCE(n.minor, 0) AS minor, COALESCE(b.minor, 0) AS previous
    FROM (${sourcesSql("")}) n FULL JOIN (${sourcesSql("Before")}) b USING (category, what)
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY category ORDER BY abs(minor - previous) DESC, what) AS place
    FROM changes WHERE minor <> previous
  )
  SELECT category, what, minor::text AS minor, previous::text AS previous FROM ranked WHERE place <= :sourcesPerCategory
  ORDER BY category, place`,
  parameters: { ...PERIOD, ...named(PERIOD, "Before"), sourcesPerCategory: int8 },
  row: { category: textOf<CostCategory>(), what: text, minor: text, previous: text },
});
