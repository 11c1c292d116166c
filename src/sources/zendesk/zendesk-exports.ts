import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const SEVERITY = {
  words: {
    ...{ low: "low", normal: "normal", medium: "normal", high: "high", urgent: "urgent", critical: "urgent" },
    ...{ niedrig: "low", mittel: "normal", hoch: "high", dringend: "urgent" },
  },
  otherwise: "normal",
};

/** Tickets of a CSV export of the admin centre or of Explore. */
export const zendeskTickets = readyMapping("zendesk-tickets", ["Id", "Subject", "Created at", "Requester"], {
  source: "zendesk",
  kinds: [
    {
      rows: "tickets",
      facts: {
        external_id: "Id",
        customer: {
          first_of: ["Organization", "Requester external id", "Requester email", "Requester id", "Requester"],
        },
        subject: { first_of: ["Subject", "Ticket type", "Id"] },
        severity: { column: "Priority", ...SEVERITY },
        opened_at: { column: "Created at", date: AUTO },
        solved_at: { column: "Solved at", date: AUTO },
      },
    },
  ],
});

/** Tickets as a table with the hours to the first reply. */
export const zendeskTicketTable = readyMapping(
  "zendesk-ticket-table",
  ["Ticket ID", "Created Date", "Resolved Date", "Issue Type", "Priority"],
  {
    source: "zendesk",
    kinds: [
      {
        rows: "tickets",
        facts: {
          external_id: "Ticket ID",
          customer: { first_of: ["Organization", "Customer ID", "Customer", "Requester Email", "Requester"] },
          subject: { first_of: ["Subject", "Issue Type"] },
          severity: { column: "Priority", ...SEVERITY },
          opened_at: { column: "Created Date", date: AUTO },
          first_reply_at: { column: "Created Date", date: AUTO, plus_hours: "Response Time (hours)" },
          solved_at: { column: "Resolved Date", date: AUTO },
        },
      },
    ],
  },
);

/** Tickets as the API and a JSON export have them. */
export const zendeskTicketsJson = readyMapping(
  "zendesk-tickets-json",
  ["id", "subject", "requester_id", "created_at"],
  {
    source: "zendesk",
    kinds: [
      {
        rows: "tickets",
        facts: {
          external_id: "id",
          customer: { first_of: ["organization_id", "requester_id"] },
          subject: { first_of: ["subject", "raw_subject", "type", "id"] },
          severity: { column: "priority", ...SEVERITY },
          opened_at: { column: "created_at", date: AUTO },
          solved_at: { first_of: ["metric_set.solved_at", "solved_at"], date: AUTO },
        },
      },
    ],
  },
);
