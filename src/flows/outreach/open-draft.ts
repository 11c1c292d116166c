import type { Clock } from "../../domain/clock.ts";
import type { Customer, Member } from "../../domain/customer.ts";
import { crmLink } from "../../domain/customers/crm-link.ts";
import type { Settlement } from "../../domain/customers/settlement.ts";
import { type DraftFacts, draftCase, draftFacts } from "../../domain/outreach/drafts/draft-facts.ts";
import { type DraftKey, draftFor } from "../../domain/outreach/drafts/draft-keys.ts";
import { type DraftLanguage, draftLanguage } from "../../domain/outreach/drafts/draft-language.ts";
import type { OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import type { FeedbackSettings } from "../../domain/outreach/feedback/feedback-settings.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { checkIn } from "../../domain/outreach/playbooks/check-in.ts";
import { ADVICE_NEEDS, evaluatePlaybooks } from "../../domain/outreach/playbooks/evaluate.ts";
import type { PlaybookNeed } from "../../domain/outreach/playbooks/playbooks.ts";
import type { SettlementStore } from "../../store/customers/settlements.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { DraftContactStore } from "../../store/outreach/draft-contacts.ts";
import type { DraftTemplateStore } from "../../store/outreach/draft-templates.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";

export type OpenDraftDeps = {
  readonly facts: Pick<FactStore, "read">;
  readonly suggestions: Pick<SuggestionStore, "find">;
  readonly settlements: SettlementStore;
  readonly draftContacts: DraftContactStore;
  readonly draftTemplates: Pick<DraftTemplateStore, "find">;
  readonly feedbackSettings: Pick<FeedbackSettings, "companyName">;
  readonly clock: Clock;
};

export type DraftAsked = {
  readonly customerId: number;
  /** The suggestion it is for; null: what a card would advise now. */
  readonly suggestionKey: string | null;
  /** When the message was shown whose button was pressed: whatever was done since then has settled it. Null: it stays open. */
  readonly shownAt: Date | null;
  /** Null: as the customer's file says. */
  readonly language: PageLanguage | null;
  readonly sender: Member;
};

export type OpenedDraft = {
  readonly kind: "draft";
  readonly key: DraftKey;
  readonly customer: Customer;
  readonly crm: ReturnType<typeof crmLink>;
  readonly email: string | null;
  readonly language: DraftLanguage;
  /** The team's own text in that language; null: ours. */
  readonly own: OwnDraft | null;
  readonly facts: DraftFacts;
  /** What called for it is still so. */
  readonly isDue: boolean;
  readonly now: Date;
};

export type DraftOpening =
  | OpenedDraft
  | {
      readonly kind: "settled";
      readonly settlement: Settlement;
      readonly customerName: string;
      readonly now: Date;
    }
  | { readonly kind: "gone" };

/** What is read of a customer for a draft. */
const NEEDS = ["contact", "solvedTicket", ...ADVICE_NEEDS] as const;

/** A text to write to a customer with, for what was suggested about them, unless somebody has acted since. Nothing is sent. */
export async function openDraft(deps: OpenDraftDeps, asked: DraftAsked): Promise<DraftOpening> {
  const { customerId, suggestionKey, shownAt, sender } = asked;
  const now = deps.clock();
  const [read, kept, settlement] = await Promise.all([
    deps.facts.read(NEEDS, [customerId], now),
    suggestionKey === null ? null : deps.suggestions.find(suggestionKey),
    shownAt === null ? null : deps.settlements.since(customerId, shownAt),
  ]);
  const known = read.get(customerId);
  if (known === undefined) return { kind: "gone" };
  const { customer } = known;
  if (settlement !== null) return { kind: "settled", settlement, customerName: customer.name, now };
  const playbook = kept?.playbook ?? advisedNow(known, now);
  const drafted = draftCase(known, now, playbook, kept);
  const company = deps.feedbackSettings.companyName;
  const facts = draftFacts(drafted, known, { sender: sender.name, company, now });
  const key = draftFor(playbook, customer.renewsOn, now);
  const contact = facts.contact === null ? null : await deps.draftContacts.named(customerId, facts.contact);
  const language = languageOf(asked, customer, contact?.language ?? null);
  return {
    ...{ kind: "draft", key, customer, language, facts, now },
    crm: crmLink(customer.attributes),
    email: contact?.email ?? null,
    own: await deps.draftTemplates.find(key, language.language),
    isDue: drafted.isDue,
  };
}

/** Where nothing was kept: the playbook of what a card would advise. */
function advisedNow(facts: Facts<PlaybookNeed | "openNudge">, now: Date): string {
  const { advice } = evaluatePlaybooks(facts, now, "card");
  return advice.kind === "act" ? advice.playbook : checkIn.key;
}

const languageOf = ({ language, sender }: DraftAsked, customer: Customer, contact: string | null) =>
  draftLanguage({
    ...{ chosen: language, customer: customer.language, contact },
    ...{ country: customer.country, sender: sender.locale ?? null },
  });
