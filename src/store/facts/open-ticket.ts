import type { TicketSeverity } from "../../domain/customer-records.ts";
import { factReader } from "./fact-reader.ts";

type OpenTicketRow = {
  customer_id: number;
  external_id: string;
  subject: string;
  severity: TicketSeverity;
  opened_at: Date;
};

/** The most severe open ticket, the oldest of several. */
export const openTicket = factReader<"openTicket", OpenTicketRow>({
  sql: `
    SELECT DISTINCT ON (customer_id) customer_id, external_id, subject, severity, opened_at FROM tickets
    WHERE customer_id = ANY ($1::int[]) AND opened_at <= $2 AND (solved_at IS NULL OR solved_at > $2)
    ORDER BY customer_id, array_position(ARRAY['urgent', 'high', 'normal', 'low'], severity), opened_at`,
  otherwise: null,
  from: (row) => ({
    reference: row.external_id,
    subject: row.subject,
    severity: row.severity,
    openedAt: row.opened_at,
  }),
});
