import { factReader } from "./fact-reader.ts";

export const snoozedByName = factReader<"snoozedByName", { customer_id: number; name: string }>({
  sql: `
    SELECT c.id AS customer_id, m.name
    FROM customers c JOIN members m ON m.slack_user_id = c.snoozed_by
    WHERE c.id = ANY ($1::int[]) AND c.snoozed_until > $2`,
  otherwise: null,
  from: ({ name }) => name,
});
