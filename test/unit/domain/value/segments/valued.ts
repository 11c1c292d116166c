import type { MarginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import {
  type MarginIfStaying,
  marginIfStaying,
} from "../../../../../src/domain/value/metrics/margin-if-staying.ts";
import type {
  PurchaseHistory,
  ValuedCustomer,
} from "../../../../../src/domain/value/segments/valued-customer.ts";

const parameters = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };

/** A margin CLV of this much; null: n/a for want of a score. */
export function clvOf(minor: number | null): MarginClv {
  if (minor === null) return { kind: "not-applicable", because: "no-score" };
  return {
    kind: "figure",
    money: { minor, currency: "EUR" },
    lowMinor: minor,
    highMinor: minor,
    marginPercent: 40,
    marginAssumed: false,
    basis: "last-12-months",
    parameters,
  };
}

const staying = (minor: number, percent: number | null): MarginIfStaying =>
  marginIfStaying({
    contractMonthly: null,
    revenue12m: { minor, currency: "EUR" },
    marginPercent: percent,
  });

export const bought = (given: Partial<PurchaseHistory> = {}): PurchaseHistory => ({
  purchaseDays: 10,
  purchaseDays12m: 5,
  daysSinceFirstPurchase: 400,
  daysSinceLastPurchase: 20,
  meanGapDays: 40,
  gapDeviationDays: 10,
  ...given,
});

const marginPercentOf = ({ marginPercent = 40 }: Partial<ValuedCustomer>) => marginPercent;

let serial = 0;

export function valued(given: Partial<ValuedCustomer> & { clv?: number | null } = {}): ValuedCustomer {
  const { clv = null, ...facts } = given;
  serial += 1;
  return {
    customerId: serial,
    externalId: String(serial),
    name: `Customer ${serial}`,
    ownerEmail: null,
    segment: null,
    country: null,
    hasContract: false,
    revenue12mMinor: 10_000,
    ordered12mMinor: 10_000,
    refunded12mMinor: 0,
    endsOn: null,
    marginPercent: 40,
    marginClv: clvOf(clv),
    marginIfStaying: staying(given.revenue12mMinor ?? 10_000, marginPercentOf(given)),
    cost12mMinor: 0,
    probability: 0.2,
    probabilityQuarterAgo: null,
    purchases: bought(),
    usage: null,
    ...facts,
  };
}
