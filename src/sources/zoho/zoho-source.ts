import { z } from "zod";
import { isCurrency } from "../../domain/money.ts";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { webHost } from "../pull/web-host.ts";
import { isWonStage, wonStages } from "../pull/won-stages.ts";
import { DATA_CENTRE_NAMES } from "./zoho-api.ts";
import { CALL, CALL_FIELDS, callRecords, tookPlace } from "./zoho-calls.ts";
import { accountId, modulePage, ZOHO_LOOKUP, ZOHO_OWNER, ZOHO_RECORD, zohoId } from "./zoho-modules.ts";

const accountKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "id",
    name: "name",
    domain: "domain",
    owner_email: "owner",
    segment: { first_of: ["Account_Type", "Industry"] },
    country: "Billing_Country",
    currency: "Currency",
  },
  attributes: ["Industry"],
});

const contactKinds = streamKinds({
  rows: "contacts",
  only: [{ column: "account", filled: true }],
  facts: {
    external_id: "id",
    customer: "account",
    name: { first_of: ["Full_Name", "Last_Name", "Email", "id"] },
    role: "Title",
    email: "Email",
    phone: { first_of: ["Phone", "Mobile"] },
    birthday: "Date_of_Birth",
  },
});

const dealKinds = streamKinds({
  rows: "activities",
  called: "orders",
  only: [{ column: "Amount", above_zero: DECIMAL.number }],
  facts: {
    external_id: "id",
    customer: "account",
    kind: { value: "order" },
    at: { column: "Closing_Date", ...ISO },
    amount: { column: "Amount", ...DECIMAL },
    currency: "currency",
    category: { first_of: ["Type", "Pipeline"] },
    note: "Deal_Name",
  },
});

const callKinds = streamKinds({
  rows: "touches",
  called: "calls",
  only: [{ column: "account", filled: true }],
  facts: {
    external_id: "id",
    customer: "account",
    at: { column: "at", ...ISO },
    channel: { value: "phone" },
    outcome: { value: "reached" },
    minutes: { column: "minutes", ...DECIMAL },
    note: "subject",
    member: "member",
  },
});

const ACCOUNT = z.looseObject({
  ...ZOHO_RECORD,
  Account_Name: z.string(),
  Website: z.string().nullish(),
  Owner: ZOHO_OWNER,
});
const CONTACT = z.looseObject({ ...ZOHO_RECORD, Account_Name: ZOHO_LOOKUP });
const DEAL = z.looseObject({
  ...ZOHO_RECORD,
  Account_Name: ZOHO_LOOKUP,
  Stage: z.string().nullable(),
  Amount: z.number().nullable(),
  Closing_Date: z.string().nullable(),
  Currency: z.string().nullish(),
});

const always = () => true;
const words = (list: string): readonly string[] => list.split(" ");

/**
 * Zoho CRM with a refresh token of a self client, in the data centre that the account is in. Deals in a stage that means won
 * are orders, on their closing day; calls that took place are touches.
 */
export const zohoSource: SourceDefinition = {
  name: "zoho",
  title: "Zoho CRM",
  settings: z.strictObject({
    /** The ending of the address that people type: crm.zoho.eu is in "eu". */
    data_center: z.enum(DATA_CENTRE_NAMES),
    /** Of deals that state none, which are all of an account with one currency. */
    currency: z.string().refine(isCurrency, { error: "is no currency of ISO 4217, such as EUR" }),
    /** Stages have other names in each account. */
    won_stages: wonStages,
  }),
  secrets: ["ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN"],
  scopes: ["accounts", "contacts", "deals", "calls"].map((module) => `ZohoCRM.modules.${module}.READ`),
  streams: [
    {
      name: "accounts",
      kinds: accountKinds,
      page: modulePage({
        ...{ name: "Accounts", item: ACCOUNT, counts: always },
        fields: words(
          "Account_Name Website Account_Type Industry Billing_Country Currency Owner Modified_Time",
        ),
        records: async (accounts) =>
          accounts.map((account) => ({
            ...account,
            id: zohoId(account.id),
            name: account.Account_Name,
            domain: webHost(account.Website),
            owner: account.Owner?.email ?? null,
          })),
      }),
    },
    {
      name: "contacts",
      kinds: contactKinds,
      page: modulePage({
        ...{ name: "Contacts", item: CONTACT, counts: always },
        fields: words(
          "Full_Name Last_Name Title Email Phone Mobile Date_of_Birth Account_Name Modified_Time",
        ),
        records: async (contacts) =>
          contacts.map((contact) => ({
            ...contact,
            id: zohoId(contact.id),
            account: accountId(contact.Account_Name),
          })),
      }),
    },
    {
      name: "deals",
      kinds: dealKinds,
      page: modulePage({
        ...{ name: "Deals", item: DEAL },
        fields: words(
          "Deal_Name Stage Amount Closing_Date Currency Type Pipeline Account_Name Modified_Time",
        ),
        counts: ({ Stage }, { settings }) => isWonStage(settings, Stage),
        records: async (deals, { settings }) =>
          deals.map((deal) => ({
            ...deal,
            id: zohoId(deal.id),
            account: accountId(deal.Account_Name),
            currency: deal.Currency || (settings.currency ?? null),
          })),
      }),
    },
    {
      name: "calls",
      kinds: callKinds,
      page: modulePage({
        ...{ name: "Calls", item: CALL, fields: CALL_FIELDS },
        counts: tookPlace,
        records: callRecords,
      }),
    },
  ],
};
