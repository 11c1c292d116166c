import { accountOf, balanceOn } from "../../../../../src/domain/value/loyalty/points-account.ts";
import type { PointsActivity, PointsEntry } from "../../../../../src/domain/value/loyalty/points-entry.ts";
import type { StatedProgramme } from "../../../../../src/domain/value/loyalty/programme.ts";
import { settleAccount } from "../../../../../src/domain/value/loyalty/settle-account.ts";

/** A point a euro, for a year. */
export const aProgramme = (given: Partial<StatedProgramme> = {}): StatedProgramme => ({
  id: 1,
  validFrom: "2026-01-01",
  earnsOn: "order",
  pointsPerUnit: { EUR: "1" },
  expiresAfter: { count: 12, unit: "months" },
  worth: { points: 100, money: { minor: 100, currency: "EUR" } },
  redeemedPercent: 100,
  tiers: null,
  ...given,
});

/** @param minor of euros */
export const anActivity = (
  externalId: string,
  day: string,
  minor: number,
  given: Partial<PointsActivity> = {},
): PointsActivity => ({
  source: "shop",
  externalId,
  kind: "order",
  at: new Date(`${day}T12:00:00Z`),
  day,
  amountMinor: minor,
  currency: "EUR",
  document: null,
  ...given,
});

export const aRefund = (...given: Parameters<typeof anActivity>): PointsActivity => {
  const [externalId, day, minor, more] = given;
  return anActivity(externalId, day, minor, { kind: "refund", ...more });
};

let redemptions = 0;
export const byHand = (
  kind: "redeemed" | "adjusted",
  points: number,
  day: string,
  expiresOn: string | null = null,
) =>
  ({
    ...{ key: `${kind} ${++redemptions}`, kind, points, day, lot: null, expiresOn, cause: null },
    reason: "a voucher",
  }) satisfies PointsEntry;

/** A ledger that is settled again and again, as its activities change. */
export function aLedger(...programmes: StatedProgramme[]) {
  let entries: PointsEntry[] = [];
  return {
    settle(today: string, ...activities: PointsActivity[]): PointsEntry[] {
      const order = (one: PointsActivity) =>
        `${one.at.toISOString()} ${one.kind === "refund" ? 1 : 0} ${one.externalId}`;
      const inOrder = activities.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
      const made = settleAccount({ customerId: 7, entries, activities: inOrder, programmes, today });
      entries = [...entries, ...made];
      return made;
    },
    add(entry: PointsEntry): void {
      entries = [...entries, entry];
    },
    entries: () => entries,
    account: () => accountOf(entries),
    balance: (today: string) => balanceOn(accountOf(entries), today),
  };
}

export const told = (entries: readonly PointsEntry[]) =>
  entries.map(({ kind, points, day }) => `${day} ${kind} ${points}`);
