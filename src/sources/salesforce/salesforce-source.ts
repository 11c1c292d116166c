import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { webHost } from "../pull/web-host.ts";
import { objectPage, SALESFORCE_OWNER, SALESFORCE_RECORD } from "./salesforce-query.ts";

const accountKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "Id",
    name: "Name",
    domain: "domain",
    owner_email: "owner",
    segment: { first_of: ["Type", "Industry"] },
    country: "BillingCountry",
    currency: "CurrencyIsoCode",
  },
  attributes: ["Industry"],
});

const contactKinds = streamKinds({
  rows: "contacts",
  only: [{ column: "AccountId", filled: true }],
  facts: {
    external_id: "Id",
    customer: "AccountId",
    name: { first_of: ["Name", "Email", "Id"] },
    role: "Title",
    email: "Email",
    phone: { first_of: ["Phone", "MobilePhone"] },
    birthday: "Birthdate",
  },
});

const opportunityKinds = streamKinds({
  rows: "activities",
  called: "orders",
  only: [{ column: "Amount", above_zero: DECIMAL.number }],
  facts: {
    external_id: "Id",
    customer: "AccountId",
    kind: { value: "order" },
    at: { column: "CloseDate", ...ISO },
    amount: { column: "Amount", ...DECIMAL },
    currency: "currency",
    category: "Type",
    note: "Name",
  },
});

const caseKinds = streamKinds({
  rows: "tickets",
  facts: {
    external_id: "CaseNumber",
    customer: "AccountId",
    subject: { first_of: ["Subject", "CaseNumber"] },
    severity: {
      column: "Priority",
      words: { low: "low", medium: "normal", high: "high", critical: "urgent", urgent: "urgent" },
      otherwise: "normal",
    },
    opened_at: { column: "CreatedDate", ...ISO },
    solved_at: { column: "solved_at", ...ISO },
  },
});

const ofAccount = z.string().nullable();
const ACCOUNT = z.looseObject({
  ...SALESFORCE_RECORD,
  Name: z.string(),
  Website: z.string().nullish(),
  Owner: SALESFORCE_OWNER,
});
const CONTACT = z.looseObject({ ...SALESFORCE_RECORD, AccountId: ofAccount });
const CASE = z.looseObject({
  ...SALESFORCE_RECORD,
  CaseNumber: z.string().min(1),
  AccountId: ofAccount,
  CreatedDate: z.string().min(1),
  IsClosed: z.boolean(),
  ClosedDate: z.string().nullable(),
});
const OPPORTUNITY = z.looseObject({
  ...SALESFORCE_RECORD,
  AccountId: ofAccount,
  IsWon: z.boolean(),
  Amount: z.number().nullable(),
  CloseDate: z.string().min(1),
  CurrencyIsoCode: z.string().nullish(),
});

const always = () => true;
const words = (list: string): readonly string[] => list.split(" ");

/**
 * Salesforce with an app that logs in by client credentials and may only read. Opportunities that were won are orders, on
 * their close date; cases are tickets.
 */
export const salesforceSource: SourceDefinition = {
  name: "salesforce",
  title: "Salesforce",
  settings: z.strictObject({
    /** Of acme.my.salesforce.com: "acme"; of a sandbox: "acme--test.sandbox". */
    domain: z.string().regex(/^[a-z0-9][a-z0-9-]*(\.(sandbox|develop|scratch|demo|patch|trailblaze))?$/),
    /** Of an organization with one currency, whose opportunities state none. */
    currency: z.string().refine(isCurrency, { error: "is no currency of ISO 4217, such as EUR" }),
  }),
  secrets: ["SALESFORCE_CLIENT_ID", "SALESFORCE_CLIENT_SECRET"],
  scopes: ["OAuth: api", "read: Account, Contact, Case, Opportunity", "View All of each"],
  streams: [
    {
      name: "accounts",
      kinds: accountKinds,
      page: objectPage({
        ...{ name: "Account", item: ACCOUNT, hasCurrency: true, counts: always },
        fields: words("Name Website Type Industry BillingCountry Owner.Email"),
        record: (account) => ({
          ...account,
          domain: webHost(account.Website),
          owner: account.Owner?.Email ?? null,
        }),
      }),
    },
    {
      name: "contacts",
      kinds: contactKinds,
      page: objectPage({
        ...{ name: "Contact", item: CONTACT, hasCurrency: false, counts: always },
        fields: words("AccountId Name Title Email Phone MobilePhone Birthdate"),
        record: (contact) => contact,
      }),
    },
    {
      name: "opportunities",
      kinds: opportunityKinds,
      page: objectPage({
        ...{ name: "Opportunity", item: OPPORTUNITY, hasCurrency: true },
        fields: words("AccountId Name Amount CloseDate IsWon Type"),
        counts: ({ IsWon }) => IsWon,
        record: (opportunity, { settings }) => ({
          ...opportunity,
          currency: opportunity.CurrencyIsoCode || (settings.currency ?? null),
        }),
      }),
    },
    {
      name: "cases",
      kinds: caseKinds,
      page: objectPage({
        ...{ name: "Case", item: CASE, hasCurrency: false, counts: always },
        idOf: ({ CaseNumber }) => CaseNumber,
        fields: words("CaseNumber AccountId Subject Priority CreatedDate IsClosed ClosedDate"),
        // One that was opened again is not solved, whatever it remembers.
        record: (each) => ({ ...each, solved_at: each.IsClosed ? each.ClosedDate : null }),
      }),
    },
  ],
};
