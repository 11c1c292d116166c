import type { TicketSeverity } from "../../domain/customer-records.ts";
import { text, textOf, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The most severe open ticket, the oldest of several. */
export const openTicket = factReader({
  key: "openTicket",
  holders: `
    SELECT customer_id FROM tickets
    WHERE opened_at <= :now::timestamptz AND (solved_at IS NULL OR solved_at > :now::timestamptz)`,
  sql: `
    SELECT external_id, subject, severity, opened_at FROM tickets
    WHERE customer_id = c.id AND opened_at <= :now AND (solved_at IS NULL OR solved_at > :now)
    ORDER BY array_position(ARRAY['urgent', 'high', 'normal', 'low'], severity), opened_at LIMIT 1`,
  row: {
    external_id: text,
    subject: text,
    severity: textOf<TicketSeverity>(),
    opened_at: timestamptz,
  },
  otherwise: null,
  from: (row) => ({
    reference: row.external_id,
    subject: row.subject,
    severity: row.severity,
    openedAt: new Date(row.opened_at),
  }),
});
