import { daysBetween } from "./calendar.ts";
import type { CardFacts } from "./card-facts.ts";
import type { Day } from "./customer.ts";

export type Playbook = "solve-ticket" | "call-about-renewal" | "break-silence" | "monthly-contact" | "thank";

/** The one thing to do next, or why there is nothing to do. */
export type Advice =
  | {
      readonly kind: "act";
      readonly playbook: Playbook;
      readonly action: string;
      readonly reason: string;
      /** What called for it; the same occasion never asks twice. */
      readonly occasion: string;
    }
  | { readonly kind: "nothing"; readonly because: string };

const MS_PER_DAY = 86_400_000;
/** A renewal is talked about two months ahead, so that a doubt can still be answered. Chosen by the product. */
const RENEWAL_NOTICE_DAYS = 60;
/** Silent is longer than half again the customer's own usual gap. Chosen by the product. */
const SILENT_BEYOND_GAP = 1.5;
/** With fewer purchase days a gap is no rhythm yet. */
const RHYTHM_NEEDS_PURCHASE_DAYS = 3;
/** "Contact at least monthly" is the sources' rule. */
const CONTACT_EVERY_DAYS = 30;
/** After a contact the customer gets a week to answer before the next is suggested. */
const WAIT_AFTER_CONTACT_DAYS = 7;
/** A purchase is thanked for while it is fresh: "within 7 days" is the sources' rule. */
const THANK_WITHIN_DAYS = 7;

/**
 * What to do next about one customer, from the most pressing rule down: solve what is broken, keep the contract,
 * break an unusual silence, keep the monthly rhythm, say thanks.
 */
export function advise(facts: CardFacts, now: Date): Advice {
  const { customer } = facts;
  const today = dayOf(now);
  if (customer.endedOn !== null && customer.endedOn <= today) {
    return { kind: "nothing", because: "The contract has ended." };
  }
  if (customer.snoozedUntil !== null && customer.snoozedUntil > now) {
    return { kind: "nothing", because: "Snoozed: no suggestions until then." };
  }
  return (
    solveTicket(facts, now) ??
    waitForAnswer(facts, now) ??
    callAboutRenewal(facts, today) ??
    breakSilence(facts, now) ??
    monthlyContact(facts, now) ??
    thank(facts, now) ?? { kind: "nothing", because: "All is well: no contact is due." }
  );
}

type Rule<When> = (facts: CardFacts, when: When) => Advice | null;

const solveTicket: Rule<Date> = ({ openTicket, lastTouch }, now) => {
  if (openTicket === null) return null;
  const touched =
    lastTouch !== null && lastTouch.at > openTicket.openedAt ? dayOf(lastTouch.at) : "untouched";
  if (touched === dayOf(now)) return null;
  const open = wholeDays(openTicket.openedAt, now);
  return {
    kind: "act",
    playbook: "solve-ticket",
    action: `Get ticket ${openTicket.reference} solved and tell them when`,
    reason: `“${openTicket.subject}” has been open for ${days(open)}.`,
    occasion: `${openTicket.reference}:${touched}`,
  };
};

const waitForAnswer: Rule<Date> = ({ lastTouch }, now) => {
  if (lastTouch === null) return null;
  const since = wholeDays(lastTouch.at, now);
  if (since >= WAIT_AFTER_CONTACT_DAYS) return null;
  return { kind: "nothing", because: `Contacted ${ago(since)}: give them time to answer.` };
};

const callAboutRenewal: Rule<Day> = ({ customer, lastTouch }, today) => {
  if (customer.renewsOn === null) return null;
  const left = daysBetween(today, customer.renewsOn);
  if (left < 0 || left > RENEWAL_NOTICE_DAYS) return null;
  return {
    kind: "act",
    playbook: "call-about-renewal",
    action: "Call about the renewal",
    reason: left === 0 ? "The contract renews today." : `The contract renews in ${days(left)}.`,
    occasion: `${customer.renewsOn}:${lastTouchDay(lastTouch)}`,
  };
};

const breakSilence: Rule<Date> = (facts, now) => {
  const { firstPurchaseAt, lastPurchaseAt, purchaseDays } = facts;
  if (firstPurchaseAt === null || lastPurchaseAt === null || purchaseDays < RHYTHM_NEEDS_PURCHASE_DAYS)
    return null;
  const usualGap = Math.max(1, Math.round(wholeDays(firstPurchaseAt, lastPurchaseAt) / (purchaseDays - 1)));
  const silent = wholeDays(lastPurchaseAt, now);
  if (silent <= usualGap * SILENT_BEYOND_GAP || silent < WAIT_AFTER_CONTACT_DAYS) return null;
  return {
    kind: "act",
    playbook: "break-silence",
    action: "Get in touch and ask what they need",
    reason: `No purchase for ${days(silent)}; they usually buy every ${usualGap === 1 ? "day" : days(usualGap)}.`,
    occasion: `${dayOf(lastPurchaseAt)}:${lastTouchDay(facts.lastTouch)}`,
  };
};

const monthlyContact: Rule<Date> = ({ lastTouch }, now) => {
  if (lastTouch !== null && wholeDays(lastTouch.at, now) < CONTACT_EVERY_DAYS) return null;
  return {
    kind: "act",
    playbook: "monthly-contact",
    action: "Make this month's contact",
    reason:
      lastTouch === null
        ? "No contact is on record."
        : `The last contact was ${days(wholeDays(lastTouch.at, now))} ago.`,
    occasion: lastTouch === null ? `never:${dayOf(now).slice(0, 7)}` : dayOf(lastTouch.at),
  };
};

const thank: Rule<Date> = ({ lastPurchaseAt, lastTouch }, now) => {
  if (lastPurchaseAt === null || wholeDays(lastPurchaseAt, now) > THANK_WITHIN_DAYS) return null;
  if (lastTouch !== null && lastTouch.at > lastPurchaseAt) return null;
  return {
    kind: "act",
    playbook: "thank",
    action: "Say thanks and ask whether everything arrived",
    reason: `They bought ${ago(wholeDays(lastPurchaseAt, now))}.`,
    occasion: dayOf(lastPurchaseAt),
  };
};

const lastTouchDay = (touch: CardFacts["lastTouch"]) => (touch === null ? "never" : dayOf(touch.at));
const wholeDays = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / MS_PER_DAY));
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const ago = (count: number) => (count === 0 ? "today" : `${days(count)} ago`);
const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);
