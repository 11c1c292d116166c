import type { Member } from "../domain/customer.ts";
import { freshCompany } from "./company-names.ts";
import type { RandomStream } from "./random.ts";
import { ownerOf } from "./team.ts";

export type Segment = "VIP" | "Standard" | "Small";

/** Who a demo customer is, before anything happens to them. */
export type CustomerPlan = {
  readonly externalId: string;
  readonly name: string;
  readonly domain: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly language: string;
  readonly currency: string;
  readonly industry: string;
  readonly segment: Segment;
  readonly relation: "contract" | "orders";
  /** How much the team looks after them, 0.3 (hardly) to 1.7; 1 is usual for the segment. */
  readonly attention: number;
  /** null: nobody's account yet. */
  readonly owner: Member | null;
};

type Market = {
  readonly country: string;
  readonly language: string;
  readonly currency: string;
  readonly share: number;
};

const MARKETS = [
  { country: "DE", language: "de", currency: "EUR", share: 27 },
  { country: "US", language: "en", currency: "USD", share: 14 },
  { country: "FR", language: "fr", currency: "EUR", share: 13 },
  { country: "GB", language: "en", currency: "GBP", share: 12 },
  { country: "CN", language: "zh", currency: "USD", share: 7 },
  { country: "NL", language: "nl", currency: "EUR", share: 6 },
  { country: "ES", language: "es", currency: "EUR", share: 6 },
  { country: "AT", language: "de", currency: "EUR", share: 5 },
  { country: "IT", language: "it", currency: "EUR", share: 5 },
  { country: "JP", language: "ja", currency: "JPY", share: 3 },
  { country: "CH", language: "de", currency: "EUR", share: 2 },
] as const satisfies readonly Market[];

const INDUSTRIES = [
  "manufacturing",
  "wholesale",
  "health care",
  "food",
  "hospitality",
  "software",
  "construction",
  "education",
] as const;

/** Minor units of each currency for one euro cent, about; for amounts of a likely size, never for converting. */
const SIZE_OF_CURRENCY: Readonly<Record<string, number>> = { EUR: 1, USD: 1.1, GBP: 0.86, JPY: 1.6 };

/** `cents` of a euro as an amount of the same size in another currency's minor units; at least 1. */
export function amountLike(cents: number, currency: string): number {
  return Math.max(1, Math.round(cents * (SIZE_OF_CURRENCY[currency] ?? 1)));
}

/**
 * An invented company with a name and a domain nobody in `taken` has.
 * @param taken is added to
 */
export function planCustomer(random: RandomStream, externalId: string, taken: Set<string>): CustomerPlan {
  const market = pickMarket(random);
  const { name, domain, aliases } = freshCompany(random, market.country, taken);
  return {
    externalId,
    name,
    domain,
    aliases,
    country: market.country,
    language: market.language,
    currency: market.currency,
    industry: random.pick(INDUSTRIES),
    segment: pickSegment(random),
    relation: random.chance(0.4) ? "contract" : "orders",
    attention: random.between(0.3, 1.7),
    owner: random.chance(0.02) ? null : ownerOf(random, market.country),
  };
}

const ALL_SHARES = MARKETS.reduce((sum, { share }) => sum + share, 0);

function pickMarket(random: RandomStream): Market {
  let left = random.between(0, ALL_SHARES);
  for (const market of MARKETS) {
    left -= market.share;
    if (left < 0) return market;
  }
  return MARKETS[0];
}

function pickSegment(random: RandomStream): Segment {
  const draw = random.between(0, 1);
  return draw < 0.08 ? "VIP" : draw < 0.55 ? "Standard" : "Small";
}
