import { arrayOf, text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The systems of those who count for the customer, with the customer's own; nobody's where no one does. */
export const joinedFrom = factReader({
  key: "joinedFrom",
  sql: `SELECT array_agg(DISTINCT source ORDER BY source) AS sources FROM customers f
    WHERE f.joined_into = c.id OR (f.id = c.id AND EXISTS (SELECT FROM customers j WHERE j.joined_into = c.id))
    HAVING count(*) > 0`,
  row: { sources: arrayOf(text) },
  otherwise: [],
  from: ({ sources }) => sources,
});
