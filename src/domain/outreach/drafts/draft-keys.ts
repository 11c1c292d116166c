import type { Day } from "../../calendar.ts";
import { daysBetween } from "../../calendar.ts";
import { dayOf } from "../playbooks/days.ts";

/** Every draft there is, by the key of its playbook, in the order they are listed. A renewal has three, by how near it is. */
export const DRAFT_KEYS = [
  "reply-to-ticket",
  "solve-ticket",
  "close-the-loop",
  "answer-mention",
  "confirm-fix",
  "settle-payment",
  "call-about-renewal",
  "call-about-renewal-30",
  "call-about-renewal-14",
  "champion-left",
  "break-silence",
  "usage-drop",
  "vip-cooling",
  "risk-jump",
  "follow-up-delivery",
  "congratulate",
  "holiday",
  "welcome",
  "anniversary",
  "monthly-contact",
  "event-invitation",
  "new-product",
  "cross-sell",
  "tier-in-reach",
  "ask-referral",
  "thank",
  "win-back",
  "check-in",
] as const;
export type DraftKey = (typeof DRAFT_KEYS)[number];

/** What a text can name. A value that is not known leaves its sentence, or its brackets, out. */
export const PLACEHOLDERS = [
  "contact",
  "customer",
  "sender",
  "company",
  "renewal",
  "ticket",
  "days",
  "product",
  "tier",
  "event",
  "holiday",
  "years",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Known, or not, of every customer. */
const EVERYWHERE: readonly Placeholder[] = ["contact", "customer", "sender", "company", "renewal"];

/** What else a playbook's case can tell. */
const BESIDES: Readonly<Partial<Record<DraftKey, readonly Placeholder[]>>> = {
  "reply-to-ticket": ["ticket", "days"],
  "solve-ticket": ["ticket", "days"],
  "confirm-fix": ["ticket", "days"],
  "close-the-loop": ["days"],
  "answer-mention": ["days"],
  "call-about-renewal": ["days"],
  "call-about-renewal-30": ["days"],
  "call-about-renewal-14": ["days"],
  "follow-up-delivery": ["days"],
  welcome: ["days"],
  thank: ["days"],
  anniversary: ["years"],
  "tier-in-reach": ["tier"],
  "new-product": ["product"],
  "cross-sell": ["product"],
  "event-invitation": ["event", "days"],
  holiday: ["holiday"],
};

/** What the texts of one draft can name: anything else would never be known there. */
export const placeholdersOf = (key: DraftKey): readonly Placeholder[] => [
  ...EVERYWHERE,
  ...(BESIDES[key] ?? []),
];

const isDraftKey = (text: string): text is DraftKey => DRAFT_KEYS.some((key) => key === text);

/** The draft of that name; null: there is none. */
export const draftKeyNamed = (text: string): DraftKey | null => (isDraftKey(text) ? text : null);

/** Steps of a renewal: whoever is written to a fortnight ahead is asked for an answer. Chosen by the product. */
const RENEWAL_NEAR_DAYS = 30;
const RENEWAL_NEXT_DAYS = 14;

/**
 * The draft for a playbook's case. One without a draft of its own, a newer version's, gets the plainest there is.
 * @param playbook its key; the steps of a renewal may have keys of their own
 */
export function draftFor(playbook: string, renewsOn: Day | null, now: Date): DraftKey {
  if (!/renewal/.test(playbook)) return draftKeyNamed(playbook) ?? "check-in";
  const days = renewsOn === null ? null : daysBetween(dayOf(now), renewsOn);
  if (days === null || days > RENEWAL_NEAR_DAYS) return "call-about-renewal";
  return days > RENEWAL_NEXT_DAYS ? "call-about-renewal-30" : "call-about-renewal-14";
}
