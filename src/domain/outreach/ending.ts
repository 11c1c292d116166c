import { type Day, daysBetween } from "../calendar.ts";
import { tellsWhyEnded } from "../customers/end-reason.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { HIGH_RISK } from "../risk/bands.ts";
import { cautiousPercent } from "../risk/percent.ts";
import { reasonPhrases } from "../risk/scores/told-reasons.ts";
import type { Facts } from "./facts.ts";
import { dayOf, wholeDays } from "./playbooks/days.ts";
import { WAIT_AFTER_CONTACT_DAYS } from "./playbooks/evaluate.ts";
import { REMEMBERED_DAYS, WINNABLE_DAYS } from "./playbooks/win-back.ts";

/** How a customer who has left left, as far as it is known, and what is left to do. */
export type Ending = {
  readonly on: Day;
  /** Whole days ago. */
  readonly daysAgo: number;
  /** What is known of why; never empty. */
  readonly why: readonly Phrase[];
  /** The last score that was made, of an end that was told late also after it, and what was seen then. */
  readonly lastRisk: {
    readonly probability: number;
    readonly at: Date;
    readonly reasons: readonly Phrase[];
  } | null;
  readonly advice:
    | { readonly kind: "act"; readonly action: Phrase; readonly reason: Phrase }
    | { readonly kind: "nothing"; readonly because: Phrase };
};

/** What an ending is told from. */
export const ENDING_NEEDS = ["failedPayments", "lastTouch", "openTicket", "purchases", "score"] as const;
type EndingFacts = Facts<(typeof ENDING_NEEDS)[number]>;

/** As long as a customer may be silent before they count as leaving. */
const LONG_SILENCE_DAYS = 90;
/** A contact a month is the least a customer is promised. */
const LONG_WITHOUT_CONTACT_DAYS = 30;
const REASONS_TOLD = 3;

/** @param on the day the file gives as the end, not after that of `now` */
export function endingOf(facts: EndingFacts, on: Day, now: Date): Ending {
  const daysAgo = daysBetween(on, dayOf(now));
  const lastRisk = lastRiskOf(facts);
  const known = whyLeft(facts, on);
  return {
    on,
    daysAgo,
    why: known.length > 0 ? known : [phrase("ended.unknown")],
    lastRisk,
    advice: waitingSince(facts, on, now) ?? adviceAfter(daysAgo, lastRisk),
  };
}

function lastRiskOf(facts: EndingFacts): Ending["lastRisk"] {
  const { score } = facts;
  if (score === null || score.probability === null) return null;
  const reasons = reasonPhrases(facts).slice(0, REASONS_TOLD);
  return { probability: score.probability, at: score.asOf, reasons };
}

function whyLeft(facts: EndingFacts, on: Day): Phrase[] {
  return [
    ...boughtSince(facts, on),
    ...saidInFile(facts),
    ...contractsEnd(facts, on),
    ...complaint(facts, on),
    ...silence(facts, on),
  ];
}

/** First, because then the end itself is in doubt. */
function boughtSince({ purchases }: EndingFacts, on: Day): Phrase[] {
  const day = purchases === null ? on : dayOf(purchases.lastAt);
  return day > on ? [phrase("ended.bought-since", { day: { day } })] : [];
}

function saidInFile({ customer }: EndingFacts): Phrase[] {
  const said = Object.entries(customer.attributes).find(
    ([column, text]) => tellsWhyEnded(column) && text.trim() !== "",
  );
  return said === undefined ? [] : [phrase("ended.said", { reason: said[1].trim() })];
}

function contractsEnd({ customer: { renewsOn } }: EndingFacts, on: Day): Phrase[] {
  if (renewsOn === null) return [];
  const left = daysBetween(on, renewsOn);
  return left > 0 ? [phrase("ended.cancelled", { days: left })] : [phrase("ended.not-renewed")];
}

function complaint({ openTicket, failedPayments }: EndingFacts, on: Day): Phrase[] {
  const wasOpen = openTicket !== null && dayOf(openTicket.openedAt) <= on;
  const failed = failedPayments.map(dayOf).find((day) => day <= on);
  return [
    ...(wasOpen
      ? [phrase("ended.ticket", { reference: openTicket.reference, subject: openTicket.subject })]
      : []),
    ...(failed === undefined ? [] : [phrase("ended.payment-failed", { day: { day: failed } })]),
  ];
}

function silence({ purchases, lastTouch }: EndingFacts, on: Day): Phrase[] {
  const silent = purchases === null ? 0 : daysBetween(dayOf(purchases.lastAt), on);
  const alone = lastTouch === null ? null : daysBetween(dayOf(lastTouch.at), on);
  return [
    ...(silent >= LONG_SILENCE_DAYS ? [phrase("ended.silent", { days: silent })] : []),
    ...(alone === null ? [phrase("ended.never-contacted")] : []),
    ...(alone !== null && alone >= LONG_WITHOUT_CONTACT_DAYS
      ? [phrase("ended.not-contacted", { days: alone })]
      : []),
  ];
}

/** Whoever asked them since they left waits for the answer. */
function waitingSince({ lastTouch }: EndingFacts, on: Day, now: Date): Ending["advice"] | null {
  if (lastTouch === null || dayOf(lastTouch.at) < on) return null;
  const days = wholeDays(lastTouch.at, now);
  return days < WAIT_AFTER_CONTACT_DAYS
    ? { kind: "nothing", because: phrase("advice.contacted", { days }) }
    : null;
}

function adviceAfter(daysAgo: number, lastRisk: Ending["lastRisk"]): Ending["advice"] {
  if (daysAgo > WINNABLE_DAYS) return { kind: "nothing", because: phrase("ended.leave") };
  const unforeseen = lastRisk !== null && lastRisk.probability < HIGH_RISK;
  if (unforeseen && daysAgo <= REMEMBERED_DAYS) {
    const risk = phrase("risk.percent", { percent: cautiousPercent(lastRisk.probability) });
    const reason = phrase("ended.post-mortem.reason", { risk });
    return { kind: "act", action: phrase("ended.post-mortem"), reason };
  }
  return { kind: "act", action: phrase("ended.win-back"), reason: phrase("ended.win-back.reason") };
}
