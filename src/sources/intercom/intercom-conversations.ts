import { z } from "zod";
import type { SourceConnection } from "../pull/source-definition.ts";
import { INTERCOM_ID, INTERCOM_MOMENT, type IntercomSearch, searchIntercom, toIso } from "./intercom-api.ts";

export const CONTACT = z.looseObject({
  id: INTERCOM_ID,
  role: z.string(),
  updated_at: INTERCOM_MOMENT,
  companies: z.looseObject({ data: z.array(z.looseObject({ id: INTERCOM_ID })).nullish() }).nullish(),
});
export type Contact = z.output<typeof CONTACT>;
export const CONTACTS: IntercomSearch<Contact> = { list: "contacts", field: "data", item: CONTACT };

/** The first company of a person; null: none. */
export const companyOf = ({ companies }: Contact): string | null => companies?.data?.[0]?.id ?? null;

const moment = INTERCOM_MOMENT.nullish();
const CONVERSATION = z.looseObject({
  id: INTERCOM_ID,
  created_at: INTERCOM_MOMENT,
  updated_at: INTERCOM_MOMENT,
  state: z.string(),
  title: z.string().nullish(),
  priority: z.string().nullish(),
  source: z.looseObject({ subject: z.string().nullish() }).nullish(),
  contacts: z.looseObject({ contacts: z.array(z.looseObject({ id: INTERCOM_ID })) }),
  statistics: z.looseObject({ first_admin_reply_at: moment, last_close_at: moment }).nullish(),
  conversation_rating: z
    .looseObject({ rating: z.number().nullish(), remark: z.string().nullish(), created_at: moment })
    .nullish(),
});
type Conversation = z.output<typeof CONVERSATION>;
export const CONVERSATIONS = { list: "conversations", field: "conversations", item: CONVERSATION };

/** Conversations as tickets, each of the company of the person it is with, or of the person where there is none. */
export async function conversationRecords(
  conversations: readonly Conversation[],
  from: SourceConnection,
): Promise<unknown[]> {
  const people = conversations.flatMap(({ contacts }) => contacts.contacts.map(({ id }) => id));
  const companies = await companiesOf(from, people);
  return conversations.map((conversation) => {
    const person = conversation.contacts.contacts[0]?.id ?? null;
    return { ...recordOf(conversation), customer: companies.get(person ?? "") ?? person };
  });
}

function recordOf(conversation: Conversation) {
  const { id, created_at, updated_at, state, statistics, conversation_rating: rated } = conversation;
  const closed = state === "closed" ? (statistics?.last_close_at ?? updated_at) : null;
  return {
    ...{ id, subject: subjectOf(conversation), priority: conversation.priority ?? null },
    ...{ opened_at: toIso(created_at), solved_at: isoOf(closed) },
    first_reply_at: isoOf(statistics?.first_admin_reply_at),
    ...{ rating: rated?.rating ?? null, remark: rated?.remark ?? null },
    rated_at: isoOf(rated?.created_at ?? updated_at),
  };
}

const isoOf = (seconds: number | null | undefined) => (seconds ? toIso(seconds) : null);

/** E-mails have a subject, in HTML; the title is what Intercom or the team called the conversation. */
function subjectOf({ title, source }: Conversation): string | null {
  const text = title || source?.subject || "";
  return text.replace(/<[^>]*>/g, "").trim() || null;
}

/** So many people are looked up at once: short queries. Chosen. */
const AT_ONCE = 50;

async function companiesOf(
  from: SourceConnection,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const companies = new Map<string, string>();
  const all = [...new Set(people)];
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const query = { field: "id", operator: "IN", value: all.slice(first, first + AT_ONCE) };
    const { items } = await searchIntercom(from, CONTACTS, query, null);
    for (const contact of items) {
      const company = companyOf(contact);
      if (company !== null) companies.set(contact.id, company);
    }
  }
  return companies;
}
