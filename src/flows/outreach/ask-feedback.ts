import type { Clock } from "../../domain/clock.ts";
import type { AskedKind } from "../../domain/outreach/feedback/feedback-kinds.ts";
import {
  type AskedBefore,
  type AskedContact,
  askedLately,
  expiryOf,
  type SolvedTicket,
} from "../../domain/outreach/feedback/feedback-request.ts";
import type { FeedbackSettings } from "../../domain/outreach/feedback/feedback-settings.ts";
import {
  firstPageLanguage,
  type PageLanguage,
  pageLanguageOf,
} from "../../domain/outreach/feedback/page-language.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { FeedbackRequestStore } from "../../store/outreach/feedback-requests.ts";

export type AskFeedbackDeps = {
  readonly customers: Pick<CustomerStore, "find">;
  readonly feedbackRequests: Pick<FeedbackRequestStore, "ask" | "asked" | "contacts" | "solvedTickets">;
  readonly feedbackSettings: FeedbackSettings;
  readonly clock: Clock;
};

export type FeedbackToAsk = {
  readonly customerId: number;
  readonly kind: AskedKind;
  readonly contactId: number | null;
  readonly ticketId: number | null;
  /** Null: the contact's, else the customer's, else English. */
  readonly language: PageLanguage | null;
  /** Slack user id; null: from the command line. */
  readonly askedBy: string | null;
};

export type AskedFeedback =
  | {
      readonly kind: "asked";
      readonly url: string;
      readonly language: PageLanguage;
      /** Nobody chose the language, and the file names none that there are words in. */
      readonly isGuessed: boolean;
      readonly customerName: string;
      readonly contact: AskedContact | null;
      readonly ticket: SolvedTicket | null;
      readonly expiresAt: Date;
      /** When the same was asked before, not long ago; null: it was not. */
      readonly before: AskedBefore | null;
      readonly now: Date;
    }
  /** Operations have to set something first. */
  | { readonly kind: "not-set-up"; readonly missing: readonly string[] }
  /** There is no such customer, contact or ticket any more. */
  | { readonly kind: "gone" };

/** Makes a link for a customer to answer by, and keeps that it was made. Nothing is sent: whoever asks does that. */
export async function askFeedback(deps: AskFeedbackDeps, asked: FeedbackToAsk): Promise<AskedFeedback> {
  const { links, missing } = deps.feedbackSettings;
  if (links === null) return { kind: "not-set-up", missing };
  const now = deps.clock();
  const { customerId, contactId, ticketId } = asked;
  const [customer, contacts, tickets, before] = await Promise.all([
    deps.customers.find(customerId),
    deps.feedbackRequests.contacts(customerId, now),
    deps.feedbackRequests.solvedTickets(customerId, now),
    deps.feedbackRequests.asked(customerId, now),
  ]);
  if (customer === null) return { kind: "gone" };
  const contact = contacts.find(({ id }) => id === contactId) ?? null;
  const ticket = tickets.find(({ id }) => id === ticketId) ?? null;
  const wishes = [asked.language, contact?.language ?? null, customer.language];
  const language = firstPageLanguage(wishes);
  const { url, tokenHash } = links.make();
  const expiresAt = expiryOf(now);
  const isKept = await deps.feedbackRequests.ask({ ...asked, language, askedAt: now, expiresAt, tokenHash });
  if (!isKept) return { kind: "gone" };
  return {
    ...{ kind: "asked", url, language, contact, ticket, expiresAt, now },
    customerName: customer.name,
    isGuessed: wishes.every((one) => pageLanguageOf(one) === null),
    before: askedLately(before, asked.kind, now),
  };
}
