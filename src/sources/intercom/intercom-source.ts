import { z } from "zod";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { REGION_NAMES } from "./intercom-api.ts";
import { changesPage } from "./intercom-changes.ts";
import { companiesPage } from "./intercom-companies.ts";
import { CONTACTS, CONVERSATIONS, companyOf, conversationRecords } from "./intercom-conversations.ts";

const companyKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "id",
    name: { first_of: ["name", "company_id", "id"] },
    domain: "domain",
    segment: { first_of: ["plan.name", "industry"] },
  },
  attributes: ["company_id", "industry"],
});

/** A user of no company is a customer; the others are people at one. Leads without a company are nobody yet. */
const contactKinds = streamKinds(
  {
    rows: "customers",
    only: [
      { column: "company", filled: false },
      { column: "role", is: ["user"] },
    ],
    facts: { external_id: "id", name: { first_of: ["name", "email", "id"] }, language: "language_override" },
  },
  {
    rows: "contacts",
    only: [{ column: "company", filled: true }],
    facts: {
      external_id: "id",
      customer: "company",
      name: { first_of: ["name", "email", "id"] },
      email: "email",
      phone: "phone",
      language: "language_override",
    },
  },
);

const conversationKinds = streamKinds(
  {
    rows: "tickets",
    called: "conversations",
    facts: {
      external_id: "id",
      customer: "customer",
      subject: { first_of: ["subject", "id"] },
      severity: { column: "priority", words: { priority: "high" }, otherwise: "normal" },
      opened_at: { column: "opened_at", ...ISO },
      first_reply_at: { column: "first_reply_at", ...ISO },
      solved_at: { column: "solved_at", ...ISO },
    },
  },
  {
    rows: "feedback",
    called: "ratings",
    only: [
      { column: "rating", filled: true },
      { column: "customer", filled: true },
    ],
    facts: {
      external_id: "id",
      customer: "customer",
      kind: { value: "csat" },
      score: { column: "rating", ...DECIMAL },
      scale: { value: "5" },
      comment: "remark",
      at: { column: "rated_at", ...ISO },
    },
  },
);

/**
 * Intercom with the access token of an app of one's own. Conversations are tickets, and their ratings answers of 1 to 5.
 * It does not tell what was deleted.
 */
export const intercomSource: SourceDefinition = {
  name: "intercom",
  title: "Intercom",
  settings: z.strictObject({
    /** Where the workspace is kept. */
    region: z.enum(REGION_NAMES),
  }),
  secrets: ["INTERCOM_TOKEN"],
  scopes: ["Read and list users and companies", "Read conversations"],
  streams: [
    { name: "companies", kinds: companyKinds, page: companiesPage },
    {
      name: "contacts",
      kinds: contactKinds,
      page: changesPage({
        ...{ ...CONTACTS, byDay: true },
        records: async (contacts) => contacts.map((contact) => ({ ...contact, company: companyOf(contact) })),
      }),
    },
    {
      name: "conversations",
      kinds: conversationKinds,
      page: changesPage({ ...CONVERSATIONS, byDay: false, records: conversationRecords }),
    },
  ],
};
