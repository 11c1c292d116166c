import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";

export const organizationKinds = streamKinds({
  rows: "customers",
  facts: { external_id: "id", name: { first_of: ["name", "id"] }, domain: "domain" },
  attributes: ["external_id", "tags"],
});

const OF_NO_ORGANIZATION = [{ column: "organization_id", filled: false }];

/** Somebody without an organization is a customer; the others are people at one. */
export const userKinds = streamKinds(
  {
    rows: "customers",
    only: OF_NO_ORGANIZATION,
    facts: { external_id: "id", name: { first_of: ["name", "email", "id"] }, language: "locale" },
  },
  {
    rows: "contacts",
    only: [{ column: "organization_id", filled: true }],
    facts: {
      external_id: "id",
      customer: "organization_id",
      name: { first_of: ["name", "email", "id"] },
      email: "email",
      phone: "phone",
      language: "locale",
    },
  },
);

export const ticketKinds = streamKinds({
  rows: "tickets",
  facts: {
    external_id: "id",
    customer: { first_of: ["organization_id", "requester_id"] },
    subject: { first_of: ["subject", "raw_subject", "type", "id"] },
    severity: {
      column: "priority",
      words: { low: "low", normal: "normal", high: "high", urgent: "urgent" },
      otherwise: "normal",
    },
    opened_at: { column: "created_at", ...ISO },
    first_reply_at: { column: "first_reply_at", ...ISO },
    solved_at: { column: "solved_at", ...ISO },
  },
});

/** "Good" and "bad" are the ends of the usual scale: Zendesk has nothing between them. */
export const ratingKinds = streamKinds({
  rows: "feedback",
  facts: {
    external_id: "id",
    customer: "customer",
    kind: { value: "csat" },
    score: { column: "score", words: { good: "5", bad: "1" }, ...DECIMAL },
    scale: { value: "5" },
    comment: "comment",
    at: { column: "created_at", ...ISO },
  },
});
