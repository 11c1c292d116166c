import type { Day } from "./calendar.ts";

/** A customer's file as every source gives it; unknown facts are null. */
export type CustomerProfile = {
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly domain: string | null;
  readonly ownerEmail: string | null;
  readonly segment: string | null;
  readonly currency: string | null;
  readonly monthlyRevenueMinor: number | null;
  readonly marginPercent: number | null;
  readonly acquisitionCostMinor: number | null;
  /** The contract's days; a customer with `startedOn` and monthly revenue or `renewsOn` has a contract. */
  readonly startedOn: Day | null;
  readonly renewsOn: Day | null;
  readonly endedOn: Day | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly attributes: Readonly<Record<string, string>>;
};

export type Customer = CustomerProfile & {
  readonly id: number;
  /** Known from rows that name them alone; their name is their id. Left out: no. */
  readonly knownFromActivities?: boolean;
  /** A file of contracts tells of theirs: days and monthly revenue show what it says. Left out: no. */
  readonly hasNamedContracts?: boolean;
  readonly snoozedUntil: Date | null;
  readonly snoozedBy: string | null;
  /** When the snooze began. */
  readonly snoozedAt: Date | null;
};

/**
 * What kind of account somebody has in the workspace. Only a `member` is shown or told anything; a `guest` was invited to
 * some channels, an `outsider` is here through a channel shared with another organisation.
 */
export const ACCOUNT_KINDS = ["member", "guest", "outsider", "bot", "deactivated"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const MEMBER_ROLES = ["rep", "manager", "operations"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A person of the team, as the workspace knows them: somebody with a member's account. */
export type Member = {
  readonly slackUserId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: MemberRole;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** As Slack names it, e.g. `zh-TW`; null or left out where nobody said. */
  readonly locale?: string | null;
};

export function hasContract(customer: Customer): boolean {
  const { startedOn, monthlyRevenueMinor, renewsOn, hasNamedContracts = false } = customer;
  return startedOn !== null && (monthlyRevenueMinor !== null || renewsOn !== null || hasNamedContracts);
}

/** Whether a contract was over on the day of `now`, UTC. */
export function hasEnded(customer: Customer, now: Date): boolean {
  return customer.endedOn !== null && customer.endedOn <= now.toISOString().slice(0, 10);
}
