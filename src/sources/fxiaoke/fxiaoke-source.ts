import { z } from "zod";
import { MS_PER_HOUR } from "../../domain/clock.ts";
import { isCurrency } from "../../domain/money.ts";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { webHost } from "../pull/web-host.ts";
import { isWonStage, wonStages } from "../pull/won-stages.ts";
import { FXIAOKE_MOMENT, FXIAOKE_RECORD, objectPage } from "./fxiaoke-objects.ts";

const accountKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "_id",
    name: "name",
    domain: "domain",
    segment: { first_of: ["account_level__r", "account_level", "account_type__r", "account_type"] },
    country: { first_of: ["country__r", "country"] },
    currency: "currency",
  },
  attributes: ["account_no"],
});

const contactKinds = streamKinds({
  rows: "contacts",
  only: [{ column: "account_id", filled: true }],
  facts: {
    external_id: "_id",
    customer: "account_id",
    name: { first_of: ["name", "email", "_id"] },
    role: "job_title",
    email: "email",
    phone: { first_of: ["mobile1", "tel1", "mobile", "tel"] },
  },
});

const opportunityKinds = streamKinds({
  rows: "activities",
  called: "orders",
  only: [{ column: "amount", above_zero: DECIMAL.number }],
  facts: {
    external_id: "_id",
    customer: "account_id",
    kind: { value: "order" },
    at: { column: "day", ...ISO },
    amount: { column: "amount", ...DECIMAL },
    currency: "currency",
    note: "name",
  },
});

const recordKinds = streamKinds({
  rows: "touches",
  called: "follow-up records",
  only: [{ column: "account", filled: true }],
  facts: {
    external_id: "_id",
    customer: "account",
    at: { column: "at", ...ISO },
    channel: {
      column: "type",
      words: {
        ...{
          电话: "phone",
          电话沟通: "phone",
          拜访: "visit",
          上门拜访: "visit",
          外勤: "visit",
          邮件: "email",
        },
        ...{ 微信: "chat", 企业微信: "chat", qq: "chat", 会议: "meeting", 见面: "meeting", 短信: "sms" },
      },
      otherwise: "other",
    },
    outcome: { value: "other" },
    note: "active_record_content",
  },
});

const amount = z.union([z.number(), z.string()]).nullable();
const ofAccount = z.string().nullable();
const ACCOUNT = z.looseObject({
  ...FXIAOKE_RECORD,
  name: z.string(),
  url: z.string().nullish(),
  mc_currency: z.string().nullish(),
});
const CONTACT = z.looseObject({ ...FXIAOKE_RECORD, account_id: ofAccount });
const OPPORTUNITY = z.looseObject({
  ...FXIAOKE_RECORD,
  account_id: ofAccount,
  amount,
  close_date: FXIAOKE_MOMENT.nullable(),
  sales_stage: z.string().nullable(),
  sales_stage__r: z.string().nullish(),
  mc_currency: z.string().nullish(),
});
const RELATED = z.record(z.string(), z.array(z.looseObject({ id: z.string() })));
const FOLLOW_UP = z.looseObject({
  ...FXIAOKE_RECORD,
  create_time: FXIAOKE_MOMENT,
  related_object_data: z
    .union([z.array(z.looseObject({ id: z.string(), describe_api_name: z.string() })), RELATED])
    .nullable(),
  active_record_type: z.string().nullish(),
  active_record_type__r: z.string().nullish(),
});
type FollowUp = z.output<typeof FOLLOW_UP>;

const always = () => true;
/** Days are midnights in China, which has one zone and no summer time. */
const CHINA_MS = 8 * MS_PER_HOUR;
const dayOf = (midnight: number) => new Date(midnight + CHINA_MS).toISOString().slice(0, "2026-03-31".length);

function accountOf({ related_object_data: related }: FollowUp): string | null {
  if (!Array.isArray(related)) return related?.AccountObj?.[0]?.id ?? null;
  return related.find(({ describe_api_name }) => describe_api_name === "AccountObj")?.id ?? null;
}

/**
 * 纷享销客 (Fxiaoke) with an application of one's own. Opportunities in a stage that means won are orders, on their closing day;
 * follow-up records (销售记录) are touches.
 */
export const fxiaokeSource: SourceDefinition = {
  name: "fxiaoke",
  title: "纷享销客 (Fxiaoke)",
  settings: z.strictObject({
    /** Of the cloud that the company is in: "open.fxiaoke.com". */
    host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    /** Whose rights count: an openUserId, "FSUID_…". */
    user: z.string().regex(/^[\w-]+$/),
    /** Of records that state none, which are all of a company with one currency: CNY for most. */
    currency: z.string().refine(isCurrency, { error: "is no currency of ISO 4217, such as CNY" }),
    /** By id or name (sales_stage): each company has its own. */
    won_stages: wonStages,
  }),
  secrets: ["FXIAOKE_APP_ID", "FXIAOKE_APP_SECRET", "FXIAOKE_PERMANENT_CODE"],
  scopes: ["AccountObj", "ContactObj", "NewOpportunityObj", "ActiveRecordObj"].map((each) => `query ${each}`),
  streams: [
    {
      name: "accounts",
      kinds: accountKinds,
      page: objectPage({
        ...{ name: "AccountObj", item: ACCOUNT, counts: always },
        record: (account) => ({
          ...account,
          ...{ domain: webHost(account.url), currency: account.mc_currency ?? null },
        }),
      }),
    },
    {
      name: "contacts",
      kinds: contactKinds,
      page: objectPage({
        ...{ name: "ContactObj", item: CONTACT, counts: always },
        record: (contact) => contact,
      }),
    },
    {
      name: "opportunities",
      kinds: opportunityKinds,
      page: objectPage({
        ...{ name: "NewOpportunityObj", item: OPPORTUNITY },
        counts: ({ sales_stage, sales_stage__r }, { settings }) =>
          isWonStage(settings, sales_stage, sales_stage__r),
        record: (opportunity, { settings }) => ({
          ...opportunity,
          day: opportunity.close_date === null ? null : dayOf(opportunity.close_date),
          currency: opportunity.mc_currency || (settings.currency ?? null),
        }),
      }),
    },
    {
      name: "follow-up records",
      kinds: recordKinds,
      page: objectPage({
        ...{ name: "ActiveRecordObj", item: FOLLOW_UP, counts: always },
        record: (followUp) => ({
          ...followUp,
          at: new Date(followUp.create_time).toISOString(),
          type: followUp.active_record_type__r ?? followUp.active_record_type ?? null,
          account: accountOf(followUp),
        }),
      }),
    },
  ],
};
