import type { Member } from "../customer.ts";
import type { Phrase } from "../phrase.ts";
import type { Bounds } from "../risk/scores/bounds.ts";
import type { StoppedData } from "../risk/scores/stopped-data.ts";
import type { AtRiskList } from "./at-risk.ts";
import { ownerGap } from "./owner-gap.ts";
import type { UndeliveredList } from "./undelivered.ts";

/** One of a rep's accounts on their home page. */
export type HomeAccount = {
  readonly customerId: number;
  readonly name: string;
  /** Newest score, 0–1; null where none could be given. */
  readonly probability: number | null;
  readonly bounds: Bounds | null;
  /** Why there is no probability, where the newest scoring said so. */
  readonly silence: Phrase | null;
  readonly lastPurchaseAt: Date | null;
  readonly snoozedUntil: Date | null;
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
  readonly atRisk: AtRiskList;
  readonly accounts: readonly HomeAccount[];
  readonly accountsInAll: number;
  readonly noSignal: boolean;
  /** Null for reps. */
  readonly totals: HomeTotals | null;
  /** Null for reps. */
  readonly needOwner: NeedOwner | null;
  /** Sources that send no more; left out: none. */
  readonly stopped?: StoppedData | null;
  /** What did not arrive lately; null for reps. */
  readonly undelivered?: UndeliveredList | null;
  /** What to do where there are no accounts to show. */
  readonly empty: "no-customers" | "no-email" | "no-accounts" | null;
};

export const ACCOUNTS_ON_HOME = 15;
/** Enough to hand out in one go. Chosen by the product. */
export const OWNERLESS_ON_HOME = 10;
/** The newest; `doctor` counts them all. Chosen by the product. */
export const UNDELIVERED_ON_HOME = 10;

/** Who steers sees all customers' figures, and who of them needs an owner. */
export const steers = ({ role }: Pick<Member, "role">): boolean => role !== "rep";

type HomeLists = {
  readonly own: { readonly accounts: readonly HomeAccount[]; readonly inAll: number };
  readonly atRisk: AtRiskList;
  readonly ownerless: NeedOwner | null;
};

/** The home page of one member: who is at high risk, own accounts by risk, and totals for those who steer. */
export function homePage(
  member: Member,
  { own, atRisk, ownerless }: HomeLists,
  totals: HomeTotals,
): HomePage {
  return {
    member,
    atRisk,
    accounts: own.accounts.slice(0, ACCOUNTS_ON_HOME),
    accountsInAll: own.inAll,
    noSignal: totals.noSignal,
    totals: steers(member) ? totals : null,
    needOwner: steers(member) ? ownerless : null,
    empty: emptiness(member, own.inAll + silentOf(atRisk), totals),
  };
}

/** Who bought nothing for so long that they are not listed. */
const silentOf = (atRisk: AtRiskList) => (atRisk.kind === "unknown-segment" ? 0 : atRisk.silent);

function emptiness(member: Member, inAll: number, totals: HomeTotals): HomePage["empty"] {
  if (inAll > 0) return null;
  if (totals.customers === 0) return "no-customers";
  return member.email === null ? "no-email" : "no-accounts";
}
