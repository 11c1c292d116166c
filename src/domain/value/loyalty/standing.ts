import type { Day } from "../../calendar.ts";
import type { ExchangeRate } from "../../exchange-rates.ts";
import type { Money } from "../../money.ts";
import { accountOf, balanceOn, nextExpiry } from "./points-account.ts";
import type { PointsEntry } from "./points-entry.ts";
import type { LoyaltyTiers } from "./programme.ts";
import { type TierStanding, tierStanding } from "./tier.ts";

/** What a customer has, and where it puts them. */
export type PointsStanding = {
  /** Below zero where more was redeemed than was theirs in the end. */
  readonly balance: number;
  /** Null: nothing expires. */
  readonly expiresNext: { readonly points: number; readonly day: Day } | null;
  /** Null: the programme has no tiers. */
  readonly tier: TierStanding | null;
};

/** What is known of somebody's points, without what they spent. */
export type LoyaltyStandingFacts = Pick<PointsStanding, "balance" | "expiresNext"> & {
  readonly tiers: LoyaltyTiers | null;
  readonly today: Day;
  readonly rates: readonly ExchangeRate[];
};

/** What a card says of it; null where there is neither a point nor a tier. */
export type LoyaltyLine = Pick<PointsStanding, "balance" | "expiresNext"> & { readonly tier: string | null };

export function loyaltyLine(
  facts: LoyaltyStandingFacts | null,
  revenue: readonly Money[],
): LoyaltyLine | null {
  if (facts === null) return null;
  const { balance, expiresNext, tiers, today, rates } = facts;
  const tier = tiers === null ? null : tierStanding(tiers, revenue, today, rates).name;
  return balance === 0 && tier === null ? null : { balance, expiresNext, tier };
}

export function pointsStanding(
  entries: readonly PointsEntry[],
  tiers: LoyaltyTiers | null,
  given: { readonly revenue: readonly Money[]; readonly today: Day; readonly rates: readonly ExchangeRate[] },
): PointsStanding {
  const account = accountOf(entries);
  return {
    balance: balanceOn(account, given.today),
    expiresNext: nextExpiry(account, given.today),
    tier: tiers === null ? null : tierStanding(tiers, given.revenue, given.today, given.rates),
  };
}

/** The most that one redemption or adjustment may be; chosen: a slip of the keyboard is more likely beyond. */
export const MOST_POINTS = 1_000_000_000;

/** Whole points above zero as somebody typed them, "1,000" among them; null for anything else. */
export function parsePoints(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  const digits = /^\d{1,3}(?:[,.' ]\d{3})+$/.test(plain) ? plain.replace(/[,.' ]/g, "") : plain;
  if (!/^\d{1,10}$/.test(digits)) return null;
  const points = Number(digits);
  return points >= 1 && points <= MOST_POINTS ? points : null;
}
