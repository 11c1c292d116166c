import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { hubspotHook } from "./hubspot-hook.ts";
import { objectsPage } from "./hubspot-objects.ts";
import { hubspotWriteBack } from "./hubspot-write-back.ts";

const companyKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "id",
    name: { first_of: ["name", "domain", "id"] },
    domain: "domain",
    segment: { first_of: ["type", "industry"] },
    country: "country",
  },
  attributes: ["industry", "lifecyclestage"],
});

const contactKinds = streamKinds({
  rows: "contacts",
  only: [{ column: "company", filled: true }],
  facts: {
    external_id: "id",
    customer: "company",
    name: { first_of: ["full_name", "email", "id"] },
    role: "jobtitle",
    email: "email",
    phone: { first_of: ["phone", "mobilephone"] },
    language: "hs_language",
  },
});

const dealKinds = streamKinds({
  rows: "activities",
  called: "orders",
  only: [{ column: "amount", above_zero: DECIMAL.number }],
  facts: {
    external_id: "id",
    customer: "company",
    kind: { value: "order" },
    at: { column: "closedate", ...ISO },
    amount: { column: "amount", ...DECIMAL },
    currency: "currency",
    category: { first_of: ["dealtype", "pipeline"] },
    note: "dealname",
  },
});

const ticketKinds = streamKinds({
  rows: "tickets",
  facts: {
    external_id: "id",
    customer: "company",
    subject: { first_of: ["subject", "id"] },
    severity: {
      column: "hs_ticket_priority",
      words: { low: "low", medium: "normal", high: "high", urgent: "urgent" },
      otherwise: "normal",
    },
    opened_at: { column: "createdate", ...ISO },
    first_reply_at: { column: "first_agent_reply_date", ...ISO },
    solved_at: { column: "closed_date", ...ISO },
  },
});

const always = () => true;
const MODIFIED = "hs_lastmodifieddate";
const words = (list: string): readonly string[] => list.split(" ");

/** HubSpot with the token of a private app. Deals that were won are orders, on the day they were closed. */
export const hubspotSource: SourceDefinition = {
  name: "hubspot",
  title: "HubSpot",
  settings: z.strictObject({
    /** Of deals that state none, which are all of an account with one currency. */
    currency: z.string().refine(isCurrency, { error: "is no currency of ISO 4217, such as EUR" }),
  }),
  secrets: ["HUBSPOT_TOKEN"],
  scopes: ["companies", "contacts", "deals"].map((type) => `crm.objects.${type}.read`).concat("tickets"),
  hook: hubspotHook,
  writeBack: hubspotWriteBack,
  streams: [
    {
      name: "companies",
      kinds: companyKinds,
      page: objectsPage({
        ...{ type: "companies", modified: MODIFIED, ofCompany: false, counts: always },
        properties: [...words("name domain type industry country lifecyclestage"), MODIFIED],
      }),
    },
    {
      name: "contacts",
      kinds: contactKinds,
      page: objectsPage({
        ...{ type: "contacts", modified: "lastmodifieddate", ofCompany: true, counts: always },
        properties: words("firstname lastname email phone mobilephone jobtitle hs_language lastmodifieddate"),
        further: ({ firstname, lastname }) => ({
          full_name: [firstname, lastname].filter((name) => name).join(" "),
        }),
      }),
    },
    {
      name: "deals",
      kinds: dealKinds,
      page: objectsPage({
        ...{ type: "deals", modified: MODIFIED, ofCompany: true },
        // Stages have other names in each account; this says the same in all of them.
        counts: ({ hs_is_closed_won }) => hs_is_closed_won === "true",
        properties: [
          ...words("dealname amount deal_currency_code closedate dealtype pipeline hs_is_closed_won"),
          MODIFIED,
        ],
        further: ({ deal_currency_code }, { settings }) => ({
          currency: deal_currency_code || (settings.currency ?? null),
        }),
      }),
    },
    {
      name: "tickets",
      kinds: ticketKinds,
      page: objectsPage({
        ...{ type: "tickets", modified: MODIFIED, ofCompany: true, counts: always },
        properties: [
          ...words("subject hs_ticket_priority createdate closed_date first_agent_reply_date"),
          MODIFIED,
        ],
      }),
    },
  ],
};
