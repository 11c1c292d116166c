import { arrayOf, int4 } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";

/** What counts for whom a customer is joined into. What a system says of the customer itself stays with the customer. */
const TABLES = [
  "activities",
  "contacts",
  "tickets",
  "feedback",
  "touches",
  "mentions",
  "suggestions",
  "contracts",
  "revenue_adjustments",
] as const;

/** Everything that counts for one counts for another from now on, and keeps of whom it was told. */
export async function moveRows(client: Queryable, ids: { keptId: number; joinedId: number }): Promise<void> {
  for (const table of TABLES) await MOVE[table].run(client, ids);
}

/** What was told of some counts for one of them, and no longer for whom they were joined into. */
export async function moveRowsBack(
  client: Queryable,
  ids: { readonly headId: number; readonly partedId: number; readonly members: readonly number[] },
): Promise<void> {
  for (const table of TABLES) await MOVE_BACK[table].run(client, ids);
}

const MOVE = eachOf(TABLES, (table) =>
  statement({
    name: `imports/joined-rows: move ${table}`,
    sql: `UPDATE ${table} SET customer_id = :keptId::int, told_of = COALESCE(told_of, customer_id) WHERE customer_id = :joinedId`,
    parameters: { keptId: int4, joinedId: int4 },
  }),
);

const MOVE_BACK = eachOf(TABLES, (table) =>
  statement({
    name: `imports/joined-rows: move back ${table}`,
    sql: `UPDATE ${table} SET customer_id = :partedId::int, told_of = NULLIF(told_of, :partedId::int)
    WHERE customer_id = :headId AND told_of = ANY (:members::int[])`,
    parameters: { headId: int4, partedId: int4, members: arrayOf(int4) },
  }),
);

const CLOSING =
  "(SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) closing";

/** When a row of a table happened, where a closing counts it by its moment. */
const COUNTED_BY = { activities: "at", tickets: "opened_at", feedback: "at", touches: "at" } as const;

/**
 * Whether closed books count anything of a customer: a row on closed days, a contract or an adjustment of them, a step
 * suggested on one, or a cost that names them.
 * @param members only what was told of these
 */
export function isInClosedBooksSql(customerId: string, members: string | null = null): string {
  const told = members === null ? "" : ` AND r.told_of = ANY (${members})`;
  const rows = Object.entries(COUNTED_BY).map(
    ([table, at]) => `EXISTS (SELECT FROM ${table} r WHERE r.customer_id = ${customerId}${told}
      AND COALESCE(r.booked_on <= closing.through_day, r.${at} < closing.open_from))`,
  );
  const named =
    members === null ? `n.id = ${customerId} OR n.joined_into = ${customerId}` : `n.id = ANY (${members})`;
  return `EXISTS (SELECT FROM ${CLOSING} WHERE ${[
    ...rows,
    `EXISTS (SELECT FROM contracts r WHERE r.customer_id = ${customerId}${told} AND r.started_on <= closing.through_day)`,
    `EXISTS (SELECT FROM revenue_adjustments r WHERE r.customer_id = ${customerId}${told}
      AND r.booked_on <= closing.through_day)`,
    `EXISTS (SELECT FROM suggestions r WHERE r.customer_id = ${customerId}${told} AND r.created_at < closing.open_from)`,
    `EXISTS (SELECT FROM customers n JOIN cost_entries e ON 'customer:' || n.external_id = ANY (string_to_array(e.applies_to, '|'))
      WHERE (${named}) AND COALESCE(e.booked_on, e.from_day) <= closing.through_day)`,
  ].join(" OR ")})`;
}
