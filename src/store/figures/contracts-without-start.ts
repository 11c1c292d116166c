import type { ContractsWithoutStart } from "../../domain/figures/contracts-without-start.ts";
import { int4, int8, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ContractsWithoutStartStore = ReturnType<typeof contractsWithoutStartStore>;

/** Chosen: enough to recognise what is wrong with the file. */
const MOST_NAMES = 5;

/** Who has a contract by the file that no figure counts, because the file does not say from when, or ends it before. */
export function contractsWithoutStartStore({ pool }: Pick<Database, "pool">) {
  return {
    async read(): Promise<ContractsWithoutStart> {
      const rows = await FIRST.all(pool, { limit: MOST_NAMES });
      return { customers: rows[0]?.inAll ?? 0, names: rows.map(({ name }) => name) };
    },
  };
}

/** Contracts told by name do not follow what the file of customers says. */
const FIRST = statement({
  name: "figures/contracts-without-start: first",
  sql: `
  SELECT c.name, count(*) OVER ()::int AS "inAll" FROM customers c
  WHERE (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL)
    AND (c.started_on IS NULL OR c.ended_on < c.started_on)
    AND NOT c.has_named_contracts AND c.joined_into IS NULL
  ORDER BY c.name, c.id LIMIT :limit`,
  parameters: { limit: int8 },
  row: { name: text, inAll: int4 },
});
