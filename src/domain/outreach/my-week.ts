import type { Day } from "../calendar.ts";
import type { Feast } from "../feasts.ts";
import type { Money } from "../money.ts";
import type { Part } from "../part.ts";
import type { NudgeOutcomes } from "./nudge-outcomes.ts";

/** Days of the week that Home shows, behind and ahead: as long as risks are compared over. */
export const WEEK_DAYS = 7;

/** Names of a list: what reads in a line. Chosen by the product. */
export const NAMED_IN_WEEK = 3;

/** The first of a list, and how many there are. */
export type FirstOf<Item> = { readonly items: readonly Item[]; readonly inAll: number };

/** Somebody whose risk moved; 0–1. */
export type WeekMover = {
  readonly customerId: number;
  readonly name: string;
  readonly probability: number;
  readonly before: number;
};

/** What happened in the last seven days, to the reader's own customers or to the team's. */
export type WeekBehind = {
  readonly whose: "mine" | "team";
  /** Of nudges made in these days; the same counts as the digest's. */
  readonly nudges: NudgeOutcomes;
  /** Contacts in these days: those the reader logged, or everybody's. */
  readonly touches: number;
  /** Whose risk moved by a step worth naming, the biggest step first; null: nobody has a figure. */
  readonly movers: { readonly risen: FirstOf<WeekMover>; readonly fallen: FirstOf<WeekMover> } | null;
  /** At high risk a week ago, and bought since; who was riskiest first. One follows the other, and no more is claimed. */
  readonly boughtSince: FirstOf<{ readonly customerId: number; readonly name: string }>;
  /** Net revenue of the reader's own customers, today's included, by currency; null: the week is the team's. */
  readonly revenue: readonly Money[] | null;
};

/** What a known day of a customer brings. */
export const COMING = ["renewal", "contract-end", "birthday", "snooze-end"] as const;
export type ComingKind = (typeof COMING)[number];

export type Coming = {
  readonly kind: ComingKind;
  readonly customerId: number;
  readonly name: string;
  readonly day: Day;
  /** Whose birthday it is. */
  readonly person: string | null;
};

/** A feast in the countries of some customers. */
export type ComingFeast = { readonly feast: Feast; readonly day: Day; readonly countries: readonly string[] };

/** What comes in the next seven days, today included: of each kind the first by day. */
export type WeekAhead = {
  readonly coming: Readonly<Record<ComingKind, FirstOf<Coming>>>;
  readonly feasts: readonly ComingFeast[];
};

export type MyWeek = { readonly behind: Part<WeekBehind>; readonly ahead: Part<WeekAhead> };

/** The playbook that tells of such a day; whoever is held out of it is not told of here either. */
const TOLD_BY: Readonly<Partial<Record<ComingKind, string>>> = {
  renewal: "call-about-renewal",
  birthday: "congratulate",
};

/**
 * What may be told, by kind, the next first.
 * @param isLeftAlone whether nobody is to contact a customer
 * @param isHeldOut whether a customer is held out of a playbook; of a day without a playbook: out of all
 */
export function weekAhead(
  all: readonly Coming[],
  feasts: readonly ComingFeast[],
  isLeftAlone: (customerId: number) => boolean,
  isHeldOut: (customerId: number, playbook: string | undefined) => boolean,
): WeekAhead {
  const told = all.filter(
    ({ customerId, kind }) => !isLeftAlone(customerId) && !isHeldOut(customerId, TOLD_BY[kind]),
  );
  const firstOf = (kind: ComingKind): FirstOf<Coming> => {
    const items = told.filter((one) => one.kind === kind);
    return { items: items.slice(0, NAMED_IN_WEEK), inAll: items.length };
  };
  return {
    coming: {
      ...{ renewal: firstOf("renewal"), "contract-end": firstOf("contract-end") },
      ...{ birthday: firstOf("birthday"), "snooze-end": firstOf("snooze-end") },
    },
    feasts,
  };
}

/** For whom there are no customers. */
export const NOTHING_COMES: WeekAhead = weekAhead(
  [],
  [],
  () => false,
  () => false,
);
