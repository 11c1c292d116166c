import { nullable, text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** Of those who are still there, who can be reached by most ways; of several, the one the file names first. */
export const contact = factReader({
  key: "contact",
  sql: `
    SELECT name, role, phone, email FROM contacts WHERE customer_id = c.id
      AND (left_on IS NULL OR left_on > (:now::timestamptz AT TIME ZONE 'UTC')::date)
    ORDER BY num_nulls(phone, email), id LIMIT 1`,
  row: { name: text, role: nullable(text), phone: nullable(text), email: nullable(text) },
  otherwise: null,
  from: ({ name, role, phone, email }) => ({ name, role, phone, email }),
});
