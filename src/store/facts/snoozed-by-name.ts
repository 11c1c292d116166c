import { text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const snoozedByName = factReader({
  key: "snoozedByName",
  sql: `
    SELECT c.id AS customer_id, m.name
    FROM customers c JOIN members m ON m.slack_user_id = c.snoozed_by
    WHERE c.id = ANY (:customerIds::int[]) AND c.snoozed_until > :now`,
  row: { name: text },
  otherwise: null,
  from: ({ name }) => name,
});
