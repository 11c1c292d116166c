import type { Day } from "../../calendar.ts";
import { convertMoney, type ExchangeRate, rateInForce } from "../../exchange-rates.ts";
import type { Money } from "../../money.ts";
import type { LoyaltyTiers } from "./programme.ts";

export type TierStanding = {
  /** Null: below the lowest. */
  readonly name: string | null;
  /** Null: it is the highest. */
  readonly next: { readonly name: string; readonly missing: Money } | null;
  /** Currencies of revenue that is left out, since no rate to the tiers' currency is stated. */
  readonly withoutRate: readonly string[];
};

/**
 * Where somebody's net revenue of the last 12 months puts them, at the rates of a day.
 * @param revenue an amount a currency
 */
export function tierStanding(
  { currency, levels }: LoyaltyTiers,
  revenue: readonly Money[],
  day: Day,
  rates: readonly ExchangeRate[],
): TierStanding {
  const isKnown = (money: Money) =>
    money.currency === currency || rateInForce(rates, money.currency, currency, day) !== null;
  const spent = revenue
    .filter(isKnown)
    .reduce((sum, money) => sum + convertMoney(money, currency, day, rates).money.minor, 0);
  const reached = levels.filter(({ fromMinor }) => spent >= fromMinor).at(-1);
  const next = levels.find(({ fromMinor }) => spent < fromMinor);
  return {
    name: reached?.name ?? null,
    next:
      next === undefined ? null : { name: next.name, missing: { minor: next.fromMinor - spent, currency } },
    withoutRate: revenue
      .filter((money) => money.minor !== 0 && !isKnown(money))
      .map((money) => money.currency),
  };
}
