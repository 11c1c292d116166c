import type { TicketSeverity } from "../../domain/customer-records.ts";
import { text, textOf, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The most severe open ticket, the oldest of several. */
export const openTicket = factReader({
  key: "openTicket",
  sql: `
    SELECT DISTINCT ON (customer_id) customer_id, external_id, subject, severity, opened_at FROM tickets
    WHERE customer_id = ANY (:customerIds::int[]) AND opened_at <= :now AND (solved_at IS NULL OR solved_at > :now)
    ORDER BY customer_id, array_position(ARRAY['urgent', 'high', 'normal', 'low'], severity), opened_at`,
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
