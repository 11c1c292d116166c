import { addDays, type Day } from "../../calendar.ts";
import { hasEnded } from "../../customer.ts";
import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { LeverKey } from "../../risk/scores/levers.ts";
import type { Facts } from "../facts.ts";
import { type Restraint, restraintOf } from "../restraint.ts";
import type { NewSuggestion, SuggestionKind } from "../suggestion.ts";
import { isToldAtAnyRisk } from "./any-risk.ts";
import { dayOf, wholeDays } from "./days.ts";
import { inForce } from "./in-force.ts";
import type { Due, Playbook } from "./playbook.ts";
import { PLAYBOOKS, type PlaybookNeed } from "./playbooks.ts";
import { hasLapsed } from "./win-back.ts";

/** The one thing to do next, until when to wait with it, or why there is nothing to do. */
export type Advice =
  | ({ readonly kind: "act"; readonly playbook: string; readonly step: LeverKey } & Due)
  | {
      readonly kind: "wait";
      /** When somebody was last in touch, whole days ago. */
      readonly contacted: number;
      readonly until: Day;
      /** What is due then. */
      readonly action: Phrase;
    }
  | { readonly kind: "nothing"; readonly because: Phrase };

/** Why a playbook that applied was not what was suggested; the first cause that holds. */
export type PassedOver =
  | "dry-run"
  | Restraint
  | "snoozed"
  | "cooldown"
  | "dismissed"
  | "open-nudge"
  | "not-worth-it"
  | "over-budget"
  | "week-budget"
  | "held-out"
  | "recently-contacted"
  | "another-first";

/** A playbook that applied to a customer. */
export type PlaybookCase = {
  readonly playbook: string;
  readonly occasion: string;
  /** Null: it is what was suggested. */
  readonly passedOver: PassedOver | null;
};

export type Evaluation = {
  readonly advice: Advice;
  /** Every playbook that applied, chosen or not: what was achieved is compared with what could have been. */
  readonly cases: readonly PlaybookCase[];
};

/** A case to be kept: it stays one however often it is found again. */
export type NewPlaybookCase = PlaybookCase & {
  readonly customerId: number;
  readonly kind: SuggestionKind;
  /** The suggestion it led to; null where it was passed over. */
  readonly suggestionKey: string | null;
  readonly at: Date;
};

/** After a contact the customer gets a week to answer before the next is suggested. */
export const WAIT_AFTER_CONTACT_DAYS = 7;

/** A playbook that applies to a customer, with what it says and what it takes. */
export type Applying = Due &
  Pick<Playbook, "priority" | "saves" | "minutes"> & {
    readonly playbook: string;
    readonly step: LeverKey;
    /** What is given with it, each time; left out: nothing. */
    readonly gift?: Money;
    /** Whether it may be told unasked at any risk. */
    readonly atAnyRisk: boolean;
    readonly forWhoLeft: boolean;
    /** Why it waits all the same; null: it may be suggested. */
    readonly barredBy: "dry-run" | Restraint | "dismissed" | "recently-contacted" | null;
  };

/**
 * Every playbook that applies to one customer, in the order of the list; whether they are snoozed is not looked at.
 * @param dismissed playbooks that somebody had no use for of late: none of them is suggested, nor, in their place, what
 * is only for where nothing else can be said
 * @param among the playbooks to look at, in the order of the list; of the others no facts are needed
 */
export function applyingPlaybooks(
  facts: Facts<PlaybookNeed>,
  now: Date,
  kind: SuggestionKind,
  dismissed: readonly string[] = [],
  among: ReadonlyArray<Playbook<PlaybookNeed>> = PLAYBOOKS,
): readonly Applying[] {
  const onlyForWhoLeft = hasEnded(facts.customer, now) || (kind === "nudge" && hasLapsed(facts, now));
  const onlyKnownDays = kind === "nudge" && facts.resting?.stopped === true;
  const contacted = daysSinceContact(facts, now);
  // Who is nudged all the same is told the least there is to do; a card can say to wait.
  const waits = ({ priority }: Pick<Playbook, "priority">) =>
    isRecent(contacted) && (priority === "due" || (priority === "last" && kind === "card"));
  const isDismissed = ({ key, priority }: Pick<Playbook, "key" | "priority">) =>
    dismissed.includes(key) || (dismissed.length > 0 && priority === "last");
  const applying: Applying[] = [];
  for (const one of among) {
    if ((onlyKnownDays && !one.restsOnKnownDays) || (onlyForWhoLeft && !one.forWhoLeft)) continue;
    if (kind === "nudge" && one.onCardsOnly) continue;
    const { mode, numbers, minutes, gift } = inForce(one, facts.playbookSettings);
    if (mode === "off") continue;
    const due = one.eligible(facts, now, kind, numbers);
    if (due === null) continue;
    const barredBy = isDismissed(one) ? "dismissed" : waits(one) ? "recently-contacted" : null;
    const decided = mode === "dry-run" ? mode : restraintOf(one, facts, kind);
    const takes = { minutes, ...(gift && { gift }) };
    applying.push({ ...due, ...stated(one), ...takes, barredBy: decided ?? barredBy });
  }
  return withoutFallback(applying);
}

const stated = (one: Playbook<PlaybookNeed>) => {
  const { key, priority, saves, step = "contact", forWhoLeft = false } = one;
  return { playbook: key, priority, saves, step, forWhoLeft, atAnyRisk: isToldAtAnyRisk(one) };
};

/** Where contact does harm, what is only for where nothing else can be said is not said in its place. */
function withoutFallback(applying: readonly Applying[]): readonly Applying[] {
  if (!applying.some(({ barredBy }) => barredBy === "do-not-disturb")) return applying;
  return applying.map((one) =>
    one.priority === "last" && one.barredBy === null ? { ...one, barredBy: "do-not-disturb" } : one,
  );
}

/**
 * What to do next about one customer: what the most pressing playbook says, unless there is reason to be quiet.
 * @param heldBack why nothing is to be suggested although playbooks apply, where that was decided elsewhere
 * @param dismissed as in `applyingPlaybooks`
 */
export function evaluatePlaybooks(
  facts: Facts<PlaybookNeed>,
  now: Date,
  kind: SuggestionKind,
  heldBack: PassedOver | null = null,
  dismissed: readonly string[] = [],
): Evaluation {
  const applying = applyingPlaybooks(facts, now, kind, dismissed);
  if (applying.length === 0 && hasEnded(facts.customer, now))
    return { advice: nothing("advice.ended"), cases: [] };
  const quiet = isSnoozed(facts, now) ? "snoozed" : heldBack;
  const chosen = quiet === null ? (applying.find(({ barredBy }) => barredBy === null) ?? null) : null;
  const cases = casesOf(applying, chosen, quiet);
  if (chosen !== null) return { advice: adviceOf(chosen), cases };
  if (facts.doNotDisturb?.every) return { advice: nothing("advice.do-not-disturb"), cases };
  const told = applying.find(({ barredBy }) => barredBy !== "dry-run");
  const nothingDue = areAllOn(facts) ? "advice.nothing-due" : "advice.nothing-on";
  const contacted = daysSinceContact(facts, now);
  return { advice: restraint(quiet, contacted, told?.action, nothingDue, now), cases };
}

/**
 * The cases of the playbooks that apply to one customer.
 * @param chosen what is suggested; null: nothing
 * @param heldBack why nothing is; null: each waits for a reason of its own, or for the one that was chosen
 */
export const casesOf = (
  applying: readonly Applying[],
  chosen: Applying | null,
  heldBack: PassedOver | null = null,
): readonly PlaybookCase[] =>
  applying.map((one) => ({
    playbook: one.playbook,
    occasion: one.occasion,
    passedOver: one.playbook === chosen?.playbook ? null : passedOver(one, heldBack),
  }));

function passedOver({ barredBy }: Applying, heldBack: PassedOver | null): PassedOver {
  return barredBy === "dry-run" ? barredBy : (heldBack ?? barredBy ?? "another-first");
}

const adviceOf = ({ playbook, step, occasion, action, reason }: Applying): Advice => ({
  kind: "act",
  playbook,
  step,
  occasion,
  action,
  reason,
});

const nothing = (code: string, parameters: Phrase["parameters"] = {}): Advice => ({
  kind: "nothing",
  because: phrase(code, parameters),
});

/**
 * @param action what would be due
 * @param nothingDue the code for where nothing is
 */
function restraint(
  quiet: PassedOver | null,
  contacted: number | null,
  action: Phrase | undefined,
  nothingDue: string,
  now: Date,
): Advice {
  if (quiet === "snoozed") return nothing("advice.snoozed");
  if (!isRecent(contacted)) return nothing(nothingDue);
  if (quiet !== null || action === undefined) return nothing("advice.contacted", { days: contacted });
  const until = addDays(dayOf(now), WAIT_AFTER_CONTACT_DAYS - contacted);
  return { kind: "wait", contacted, until, action };
}

/** Where some are off or in a dry run, nobody can say that all is well. */
const areAllOn = ({ playbookSettings }: Facts<"playbookSettings">): boolean =>
  PLAYBOOKS.every((one) => inForce(one, playbookSettings).mode === "on");

const isSnoozed = ({ customer }: Facts, now: Date) =>
  customer.snoozedUntil !== null && customer.snoozedUntil > now;

const daysSinceContact = ({ lastTouch }: Facts<"lastTouch">, now: Date) =>
  lastTouch === null ? null : wholeDays(lastTouch.at, now);

const isRecent = (contacted: number | null): contacted is number =>
  contacted !== null && contacted < WAIT_AFTER_CONTACT_DAYS;

/**
 * The cases of somebody who was held out of what would have been suggested. It has an occasion of its own: whoever is dealt
 * otherwise next quarter, still on the same occasion, must not change what this quarter is compared by.
 */
export const heldOutCases = (
  cases: readonly PlaybookCase[],
  playbook: string,
  quarter: string,
): PlaybookCase[] => [
  ...cases.filter(({ passedOver }) => passedOver !== null),
  { playbook, occasion: `held out ${quarter}`, passedOver: "held-out" },
];

/** The cases of one customer, to be kept beside the suggestion that was made, if any was. */
export function casesToKeep(
  cases: readonly PlaybookCase[],
  about: Pick<NewPlaybookCase, "customerId" | "kind" | "at">,
  suggestionKey: NewSuggestion["key"] | null,
): NewPlaybookCase[] {
  return cases.map((one) => ({
    ...one,
    ...about,
    suggestionKey: one.passedOver === null ? suggestionKey : null,
  }));
}
