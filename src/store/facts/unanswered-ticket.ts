import { text, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The oldest open ticket that nobody has replied to. */
export const unansweredTicket = factReader({
  key: "unansweredTicket",
  holders: `
    SELECT customer_id FROM tickets
    WHERE opened_at <= :now::timestamptz AND (solved_at IS NULL OR solved_at > :now::timestamptz)`,
  sql: `
    SELECT external_id, subject, opened_at FROM tickets
    WHERE customer_id = c.id AND opened_at <= :now AND (solved_at IS NULL OR solved_at > :now)
      AND (first_reply_at IS NULL OR first_reply_at > :now)
    ORDER BY opened_at LIMIT 1`,
  row: { external_id: text, subject: text, opened_at: timestamptz },
  otherwise: null,
  from: (row) => ({ reference: row.external_id, subject: row.subject, openedAt: new Date(row.opened_at) }),
});
