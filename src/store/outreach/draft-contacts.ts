import { int4, nullable, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type DraftContactStore = ReturnType<typeof draftContactStore>;

/** Where and in which language a customer's people are written to. */
export function draftContactStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Of several of one name, whoever can be reached by e-mail; null where nobody is called that. */
    named: (customerId: number, name: string): Promise<DraftContact | null> =>
      NAMED.first(pool, { customerId, name }),
  };
}

export type DraftContact = { readonly email: string | null; readonly language: string | null };

const NAMED = statement({
  name: "outreach/draft-contacts: named",
  sql: `
  SELECT email, language FROM contacts WHERE customer_id = :customerId AND name = :name
  ORDER BY email IS NULL, id LIMIT 1`,
  parameters: { customerId: int4, name: text },
  row: { email: nullable(text), language: nullable(text) },
});
