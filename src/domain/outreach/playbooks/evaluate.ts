import { addDays, type Day } from "../../calendar.ts";
import { hasEnded } from "../../customer.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { LeverKey } from "../../risk/scores/levers.ts";
import type { Facts } from "../facts.ts";
import { type Restraint, restraintOf } from "../restraint.ts";
import type { NewSuggestion, SuggestionKind } from "../suggestion.ts";
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
  | "over-budget"
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

/**
 * What to do next about one customer: what the most pressing playbook says, unless there is reason to be quiet. One that is
 * switched off does not apply; one in a dry run is a case and never advice.
 * @param heldBack why nothing is to be suggested although playbooks apply, where that was decided elsewhere
 * @param dismissed playbooks that somebody had no use for of late: none of them is suggested, nor, in their place, what
 * is only for where nothing else can be said
 */
export function evaluatePlaybooks(
  facts: Facts<PlaybookNeed>,
  now: Date,
  kind: SuggestionKind,
  heldBack: PassedOver | null = null,
  dismissed: readonly string[] = [],
): Evaluation {
  const hasLeft = hasEnded(facts.customer, now);
  const onlyForWhoLeft = hasLeft || (kind === "nudge" && hasLapsed(facts, now));
  const onlyKnownDays = kind === "nudge" && facts.resting?.stopped === true;
  const applying = PLAYBOOKS.flatMap((one: Playbook<PlaybookNeed>) => {
    if ((onlyKnownDays && !one.restsOnKnownDays) || (onlyForWhoLeft && !one.forWhoLeft)) return [];
    const { mode, numbers } = inForce(one, facts.playbookSettings);
    if (mode === "off") return [];
    const due = one.eligible(facts, now, kind, numbers);
    const { key, priority, step = "contact" } = one;
    if (due === null) return [];
    const restraint = restraintOf(one, facts, kind);
    return [{ ...due, playbook: key, priority, step, restraint, isDryRun: mode === "dry-run" }];
  });
  if (hasLeft && applying.length === 0) return { advice: nothing("advice.ended"), cases: [] };
  const quiet = isSnoozed(facts, now) ? "snoozed" : heldBack;
  const contacted = daysSinceContact(facts, now);
  // Who is nudged all the same is told the least there is to do; a card can say to wait.
  const waits = ({ priority }: Pick<Playbook, "priority">) =>
    isRecent(contacted) && (priority === "due" || (priority === "last" && kind === "card"));
  const isDismissed = ({ playbook, priority }: (typeof applying)[number]) =>
    dismissed.includes(playbook) || (dismissed.length > 0 && priority === "last");
  const isHarmed = applying.some(({ restraint }) => restraint === "do-not-disturb");
  const restrained = ({ restraint, priority }: (typeof applying)[number]) =>
    restraint ?? (isHarmed && priority === "last" ? "do-not-disturb" : null);
  const mayAct = (one: (typeof applying)[number]) =>
    !one.isDryRun && quiet === null && restrained(one) === null && !waits(one) && !isDismissed(one);
  const chosen = applying.find(mayAct) ?? null;
  const because = (one: (typeof applying)[number]): PassedOver | null => {
    if (one === chosen) return null;
    if (one.isDryRun) return "dry-run";
    if (quiet !== null) return quiet;
    if (restrained(one) !== null) return restrained(one);
    if (isDismissed(one)) return "dismissed";
    return mayAct(one) ? "another-first" : "recently-contacted";
  };
  const cases = applying.map((one) => ({
    playbook: one.playbook,
    occasion: one.occasion,
    passedOver: because(one),
  }));
  const told = applying.find(({ isDryRun }) => !isDryRun);
  const nothingDue = areAllOn(facts) ? "advice.nothing-due" : "advice.nothing-on";
  if (chosen === null && facts.doNotDisturb?.every)
    return { advice: nothing("advice.do-not-disturb"), cases };
  if (chosen === null) return { advice: restraint(quiet, contacted, told?.action, nothingDue, now), cases };
  const { priority: _order, restraint: _restraint, isDryRun: _never, ...act } = chosen;
  return { advice: { kind: "act", ...act }, cases };
}

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
