import type { Day } from "../calendar.ts";
import { type HourlyCost, hourlyCostOn } from "../costs/touch-labour.ts";
import { convertMoney, type ExchangeRate, MissingRateError } from "../exchange-rates.ts";
import { type Money, roundHalfAway } from "../money.ts";
import type { Applying } from "./playbooks/evaluate.ts";

/** What contacts are priced by. */
export type ContactPrices = {
  readonly hourlyCosts: readonly HourlyCost[];
  readonly rates: readonly ExchangeRate[];
  /** That of what is at stake. */
  readonly currency: string;
  /** Whose hourly costs and rates are in force. */
  readonly day: Day;
};

/** What one contact costs, in the currency of what is at stake, or why that is not known. */
export type ContactCost =
  | { readonly kind: "known"; readonly money: Money }
  | { readonly kind: "unknown"; readonly because: "no-hourly-cost" | "no-rate" };

/** Prices contacts: by whose they are, and what they take. */
export type PriceContact = (memberId: string, of: Pick<Applying, "minutes" | "gift">) => ContactCost;

const MINUTES_PER_HOUR = 60;

/**
 * Cost of a contact = minutes × the hourly cost ÷ 60 + what is given. The hourly cost is the member's own; of whom none is
 * stated, the median of all that are. An amount without a rate makes the cost unknown, not free.
 */
export function contactPricer(prices: ContactPrices): PriceContact {
  const usual = medianHourlyCost(prices);
  const known = new Map<string, Money | ContactCost>();
  const perHour = (memberId: string) => {
    const found = known.get(memberId) ?? ownHourlyCost(memberId, prices) ?? usual;
    known.set(memberId, found);
    return found;
  };
  return (memberId, { minutes, gift }) => {
    const hour = perHour(memberId);
    if ("kind" in hour) return hour;
    const given = gift === undefined ? 0 : converted(gift, prices)?.minor;
    if (given === undefined) return NO_RATE;
    const minor = roundHalfAway((minutes * hour.minor) / MINUTES_PER_HOUR) + given;
    return { kind: "known", money: { minor, currency: prices.currency } };
  };
}

const NO_RATE: ContactCost = { kind: "unknown", because: "no-rate" };

/** Null: none is stated. */
function ownHourlyCost(memberId: string, prices: ContactPrices): Money | ContactCost | null {
  const own = hourlyCostOn(prices.hourlyCosts, memberId, prices.day);
  return own === undefined ? null : (converted(own, prices) ?? NO_RATE);
}

/** Of all members with one, each once; those in a currency without a rate are left out, unless all are. */
function medianHourlyCost(prices: ContactPrices): Money | ContactCost {
  const members = [...new Set(prices.hourlyCosts.map(({ memberId }) => memberId))];
  const stated = members.flatMap((id) => hourlyCostOn(prices.hourlyCosts, id, prices.day) ?? []);
  const amounts = stated.flatMap((cost) => converted(cost, prices)?.minor ?? []).sort((a, b) => a - b);
  const [low, high] = [amounts[Math.ceil(amounts.length / 2) - 1], amounts[Math.floor(amounts.length / 2)]];
  if (low === undefined || high === undefined)
    return stated.length > 0 ? NO_RATE : { kind: "unknown", because: "no-hourly-cost" };
  return { minor: roundHalfAway((low + high) / 2), currency: prices.currency };
}

function converted(money: Money, { currency, day, rates }: ContactPrices): Money | null {
  try {
    return convertMoney(money, currency, day, rates).money;
  } catch (error) {
    if (error instanceof MissingRateError) return null;
    throw error;
  }
}
