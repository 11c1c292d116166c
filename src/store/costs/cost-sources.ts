import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import type { SourceChange } from "../../domain/costs/month-costs.ts";
import type { Queryable } from "../database/database.ts";
import { readConversions } from "./cost-conversions.ts";
import type { CostScope } from "./cost-quantities.ts";
import { conversionsSql, conversionValues, convertedSql, dayShareSql } from "./cost-sql.ts";

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
  const values = [
    ...[scope.fromDay, scope.toDay, ...conversionValues(await readConversions(db, scope.currency, scope))],
    ...[
      before.fromDay,
      before.toDay,
      ...conversionValues(await readConversions(db, before.currency, before)),
    ],
  ];
  const { rows } = await db.query<SourceRow>(CHANGES, [...values, SOURCES_PER_CATEGORY]);
  return rows.map(({ category, what, minor, previous }) => {
    return { category, what, minor: Number(minor), previousMinor: Number(previous) };
  });
}

type SourceRow = {
  readonly category: CostCategory;
  readonly what: string;
  readonly minor: string;
  readonly previous: string;
};

/** Sums by category and source over the days from `$first` to the next parameter, with conversions in the five after. */
function sourcesSql(first: number): string {
  const from = `$${first}::date`;
  const to = `$${first + 1}::date`;
  return `
    SELECT p.category, p.what, sum(${convertedSql("p.minor")}) AS minor
    FROM (
      SELECT e.category, COALESCE(NULLIF(btrim(e.note), ''), e.applies_to) AS what, e.currency::text AS currency,
        LEAST(e.to_day, ${to}) AS to_day, sum(${dayShareSql(from, to)}) AS minor
      FROM cost_entries e WHERE e.from_day <= ${to} AND e.to_day >= ${from} GROUP BY 1, 2, 3, 4
    ) p
    JOIN ${conversionsSql(first + 2)} ON f.currency = p.currency AND p.to_day BETWEEN f.first_day AND f.last_day
    GROUP BY 1, 2`;
}

const CHANGES = `
  WITH changes AS (
    SELECT category, what, COALESCE(n.minor, 0) AS minor, COALESCE(b.minor, 0) AS previous
    FROM (${sourcesSql(1)}) n FULL JOIN (${sourcesSql(8)}) b USING (category, what)
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY category ORDER BY abs(minor - previous) DESC, what) AS place
    FROM changes WHERE minor <> previous
  )
  SELECT category, what, minor::text AS minor, previous::text AS previous FROM ranked WHERE place <= $15
  ORDER BY category, place`;
