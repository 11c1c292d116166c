import { text, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

const OF_LATE = "solved_at > :now::timestamptz - interval '90 days'";

/** The ticket solved last, of the last 90 days: no playbook looks further back. */
export const solvedTicket = factReader({
  key: "solvedTicket",
  holders: `SELECT customer_id FROM tickets WHERE solved_at <= :now::timestamptz AND ${OF_LATE}`,
  sql: `
    SELECT external_id, subject, solved_at FROM tickets
    WHERE customer_id = c.id AND solved_at IS NOT NULL AND solved_at <= :now AND ${OF_LATE}
    ORDER BY solved_at DESC LIMIT 1`,
  row: { external_id: text, subject: text, solved_at: timestamptz },
  otherwise: null,
  from: ({ external_id: reference, subject, solved_at: solvedAt }) => ({
    reference,
    subject,
    solvedAt: new Date(solvedAt),
  }),
});
