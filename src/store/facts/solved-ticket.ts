import { factReader } from "./fact-reader.ts";

type SolvedTicketRow = { customer_id: number; external_id: string; subject: string; solved_at: Date };

/** The ticket solved last. */
export const solvedTicket = factReader<"solvedTicket", SolvedTicketRow>({
  sql: `
    SELECT DISTINCT ON (customer_id) customer_id, external_id, subject, solved_at FROM tickets
    WHERE customer_id = ANY ($1::int[]) AND solved_at <= $2
    ORDER BY customer_id, solved_at DESC`,
  otherwise: null,
  from: ({ external_id: reference, subject, solved_at: solvedAt }) => ({ reference, subject, solvedAt }),
});
