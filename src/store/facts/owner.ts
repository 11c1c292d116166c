import { factReader } from "./fact-reader.ts";

type OwnerRow = { customer_id: number; slack_user_id: string; name: string };

export const owner = factReader<"owner", OwnerRow>({
  sql: `
    SELECT c.id AS customer_id, m.slack_user_id, m.name
    FROM customers c JOIN members m ON lower(m.email) = lower(c.owner_email)
    WHERE c.id = ANY ($1::int[])`,
  timeless: true,
  otherwise: null,
  from: ({ slack_user_id: slackUserId, name }) => ({ slackUserId, name }),
});
