import type { Day } from "../calendar.ts";
import type { Member } from "../customer.ts";
import { isUnread, type Part, type Unread } from "../part.ts";
import type { Phrase } from "../phrase.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import type { StoppedData } from "../risk/scores/stopped-data.ts";
import type { AtRiskList, PageOf } from "./at-risk.ts";
import type { AccountBand, HomeState } from "./home-state.ts";
import type { Freshness, MyDay } from "./my-day.ts";
import type { MyWeek } from "./my-week.ts";
import { ownerGap } from "./owner-gap.ts";
import type { NudgePreferences } from "./turns/nudge-preferences.ts";
import type { UndeliveredList } from "./undelivered.ts";

/** One of a rep's accounts on their home page. */
export type HomeAccount = {
  readonly customerId: number;
  readonly name: string;
  /** Newest score, 0–1; null where none could be given. */
  readonly probability: number | null;
  /** The score of `MOVED_WITHIN_DAYS` ago, where one asked who has moved since; null: none. */
  readonly before?: number | null;
  readonly bounds: Bounds | null;
  /** Why there is no probability, where the newest scoring said so. */
  readonly silence: Phrase | null;
  readonly lastPurchaseAt: Date | null;
  readonly snoozedUntil: Date | null;
};

/** A page of a member's own accounts in a band; `inAll` counts those in the band. */
export type HomeAccounts = PageOf<HomeAccount> & {
  readonly band: AccountBand;
  /** In every band. */
  readonly owned: number;
};

/** A customer whom a member snoozed. */
export type HomeSnooze = { readonly customerId: number; readonly name: string; readonly until: Date };

/** How a member is told of their customers, and whom they have snoozed. */
export type HomeSettings = {
  readonly told: Part<{
    readonly preferences: NudgePreferences;
    readonly timeZone: string;
    readonly country: string | null;
    readonly nextTurnOn: Day | null;
  }>;
  readonly snoozes: Part<PageOf<HomeSnooze>>;
};

/** A customer who needs a new owner, and why. */
export type HomeOwnerless = Pick<
  HomeAccount,
  "customerId" | "name" | "probability" | "bounds" | "silence"
> & {
  readonly because: Phrase;
};

/** Those who need a new owner, riskiest first. */
export type NeedOwner =
  | { readonly kind: "known"; readonly customers: readonly HomeOwnerless[]; readonly inAll: number }
  /** The workspace's list of people was never read: an owner who is not known may well be there. */
  | { readonly kind: "unknown" };

type Ownerless = Omit<HomeOwnerless, "because"> & {
  readonly ownerEmail: string | null;
  readonly owner: Parameters<typeof ownerGap>[1];
};

export function needOwner(found: {
  readonly customers: readonly Ownerless[];
  readonly inAll: number;
}): NeedOwner {
  const customers = found.customers.flatMap(({ ownerEmail, owner, ...customer }) => {
    const because = ownerGap(ownerEmail, owner);
    return because === null ? [] : [{ ...customer, because }];
  });
  return { kind: "known", customers, inAll: found.inAll };
}

/** The whole file, for those who steer it. */
export type HomeTotals = {
  /** Rows of the file, whoever they are. */
  readonly customers: number;
  /** Customers as figures count them; the figures below are of these. */
  readonly counted: number;
  readonly scored: number;
  /** Customers whose newest score is at least `HIGH_RISK`. */
  readonly atHighRisk: number;
  readonly scoredAt: Date | null;
  /** The newest scoring was by a version that found no signal: nobody has a figure of their own. */
  readonly noSignal: boolean;
};

export type HomePage = {
  readonly member: Member;
  /** The reader's own at high risk; the team's for those who steer. */
  readonly atRisk: Part<AtRiskList>;
  readonly accounts: readonly HomeAccount[];
  /** In the band that is shown. */
  readonly accountsInAll: number;
  /** In every band; left out: as many as in the one that is shown. */
  readonly accountsOwned?: number;
  readonly noSignal: boolean;
  /** Null for reps. */
  readonly totals: Part<HomeTotals> | null;
  /** Null for reps. */
  readonly needOwner: Part<NeedOwner> | null;
  /** Sources that send no more; left out: none. */
  readonly stopped?: StoppedData | null;
  /** What did not arrive lately; null for reps. */
  readonly undelivered?: Part<UndeliveredList> | null;
  /** What its reader turned it to; left out: nothing yet. */
  readonly state?: HomeState;
  /** Left out: not asked for. */
  readonly freshness?: Part<Freshness>;
  /** What waits for the reader; left out: not asked for. */
  readonly day?: MyDay;
  /** Left out: not asked for. */
  readonly week?: MyWeek;
  /** Left out: not asked for. */
  readonly settings?: HomeSettings;
  /** The reader has not said yet that they know what Home is for. */
  readonly explains?: boolean;
  /** What to do where there are no accounts to show, or that nobody could tell whether there are. */
  readonly empty: "no-customers" | "no-email" | "no-accounts" | Unread | null;
};

/** On a page, like those below: all lists of Home together have to stay within Slack's 100 blocks. Chosen by the product. */
export const ACCOUNTS_ON_HOME = 10;
/** Of those who steer, whose page has the team's lists besides. */
export const ACCOUNTS_OF_WHO_STEERS = 5;
/** Enough to hand out in one go. Chosen by the product. */
export const OWNERLESS_ON_HOME = 5;
/** The newest; `doctor` counts them all. Chosen by the product. */
export const UNDELIVERED_ON_HOME = 5;
export const SNOOZES_ON_HOME = 5;
/** Whose risk is another than so many days ago has moved lately: as long as between two digests. */
export const MOVED_WITHIN_DAYS = 7;

/** Who steers sees all customers' figures, and who of them needs an owner. */
export const steers = ({ role }: Pick<Member, "role">): boolean => role !== "rep";

/** Accounts on a page of a member's Home. */
export const accountsOnHome = (member: Pick<Member, "role">): number =>
  steers(member) ? ACCOUNTS_OF_WHO_STEERS : ACCOUNTS_ON_HOME;

type HomeLists = {
  readonly own: Part<Pick<HomeAccounts, "items" | "inAll" | "owned">>;
  readonly atRisk: Part<AtRiskList>;
  readonly ownerless: Part<NeedOwner> | null;
};

/** The home page of one member: who is at high risk, own accounts by risk, and totals for those who steer. */
export function homePage(
  member: Member,
  { own, atRisk, ownerless }: HomeLists,
  totals: Part<HomeTotals>,
): HomePage {
  const mine = isUnread(own) ? { items: [], inAll: 0, owned: 0 } : own;
  return {
    member,
    atRisk,
    accounts: mine.items.slice(0, accountsOnHome(member)),
    accountsInAll: mine.inAll,
    accountsOwned: mine.owned,
    noSignal: !isUnread(totals) && totals.noSignal,
    totals: steers(member) ? totals : null,
    needOwner: steers(member) ? ownerless : null,
    empty: isUnread(own) ? own : emptiness(member, mine.owned, atRisk, totals),
  };
}

/** Who bought nothing for so long that they are not listed. */
const silentOf = (atRisk: AtRiskList) => (atRisk.kind === "unknown-segment" ? 0 : atRisk.silent);

function emptiness(
  member: Member,
  owned: number,
  atRisk: Part<AtRiskList>,
  totals: Part<HomeTotals>,
): HomePage["empty"] {
  if (owned > 0) return null;
  if (isUnread(atRisk)) return atRisk;
  if (silentOf(atRisk) > 0) return null;
  if (isUnread(totals)) return totals;
  if (totals.customers === 0) return "no-customers";
  return member.email === null ? "no-email" : "no-accounts";
}
