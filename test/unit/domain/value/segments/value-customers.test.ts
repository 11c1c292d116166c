import { describe, expect, it } from "vitest";
import type { ExchangeRate } from "../../../../../src/domain/exchange-rates.ts";
import type { CustomerFacts, FactScore } from "../../../../../src/domain/value/segments/customer-facts.ts";
import { type Valuation, valueCustomer } from "../../../../../src/domain/value/segments/value-customers.ts";
import { valuePeriod } from "../../../../../src/domain/value/segments/value-period.ts";

const period = { fromDay: "2025-12-01", toDay: "2026-11-30" };
const twoEurosADollar: ExchangeRate = {
  fromCurrency: "USD",
  toCurrency: "EUR",
  day: "2026-01-01",
  rate: "2",
};
const valuation: Valuation = {
  currency: "EUR",
  rates: [twoEurosADollar],
  rateDay: "2026-11-30",
  period,
  clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 40 },
  costs: new Map([[1, 700]]),
};
const score: FactScore = {
  probability: 0.3,
  probabilityLow: 0.2,
  probabilityHigh: 0.4,
  horizonDays: 90,
  expectedPurchases12m: 6,
  expectedPurchaseMinor: 500,
};
const facts: CustomerFacts = {
  customerId: 1,
  externalId: "C-1",
  name: "Acme",
  ownerEmail: "ana@example.com",
  segment: "Key",
  country: "DE",
  currency: "USD",
  hasContract: false,
  monthlyRevenue: null,
  startedOn: null,
  endedOn: null,
  marginPercent: 50,
  score,
  probabilityQuarterAgo: 0.1,
  amounts12m: [
    { currency: "EUR", orderedMinor: 10_000, refundedMinor: 1_000 },
    { currency: "USD", orderedMinor: 2_000, refundedMinor: 500 },
  ],
  purchases: null,
  usage: null,
};
const value = (given: Partial<CustomerFacts> = {}, by: Partial<Valuation> = {}) =>
  valueCustomer({ ...facts, ...given }, { ...valuation, ...by });
const clv = (given: Partial<CustomerFacts>) => {
  const { marginClv } = value(given);
  if (marginClv.kind !== "figure") return marginClv.because;
  return { basis: marginClv.basis, minor: marginClv.money.minor };
};

describe("a customer in the report's currency", () => {
  it("has ordered, given back and brought what all currencies come to", () => {
    expect(value()).toMatchObject({
      customerId: 1,
      externalId: "C-1",
      name: "Acme",
      ownerEmail: "ana@example.com",
      segment: "Key",
      country: "DE",
      hasContract: false,
      ordered12mMinor: 14_000,
      refunded12mMinor: 2_000,
      revenue12mMinor: 12_000,
      marginPercent: 50,
      probability: 0.3,
      probabilityQuarterAgo: 0.1,
    });
  });

  it("brought a contract's monthly revenue rather than its orders, where that is on file", () => {
    const contract = { hasContract: true, monthlyRevenue: { minor: 1_000, currency: "USD" } };
    const { revenue12mMinor, ordered12mMinor } = value({ ...contract, startedOn: "2025-12-01" });
    expect(revenue12mMinor).toBe(24_000);
    expect(ordered12mMinor).toBe(14_000);
  });

  it("cost what was allocated, nothing where nothing was, and an unknown amount without a ledger", () => {
    expect(value().cost12mMinor).toBe(700);
    expect(value({ customerId: 2 }).cost12mMinor).toBe(0);
    expect(value({}, { costs: null }).cost12mMinor).toBeNull();
  });

  it("cannot be valued where a rate is missing", () => {
    expect(() => value({}, { rates: [] })).toThrow();
    expect(value({ score: null }).probability).toBeNull();
  });

  it("keeps the margin assumed for whoever has none on file out of their own", () => {
    const { marginPercent, marginIfStaying } = value({ marginPercent: null });
    expect(marginPercent).toBeNull();
    // 40 % of 120.00, the margin that is assumed.
    expect(marginIfStaying).toMatchObject({ money: { minor: 4_800, currency: "EUR" } });
    // 50 % of 120.00, their own.
    expect(value().marginIfStaying).toMatchObject({ money: { minor: 6_000 } });
  });
});

describe("what a customer is expected to bring", () => {
  const monthlyRevenue = { minor: 1_000, currency: "USD" };

  it("is a running contract's monthly revenue before anything else", () => {
    expect(clv({ hasContract: true, monthlyRevenue })).toMatchObject({ basis: "contract" });
    const worth = value({ hasContract: true, monthlyRevenue }).marginIfStaying;
    // Twelve months of 20.00, at 50 %.
    expect(worth).toMatchObject({ money: { minor: 12_000, currency: "EUR" } });
  });

  it("is not that of a contract that does not run, nor of one whose revenue is not on file", () => {
    expect(clv({ monthlyRevenue })).toMatchObject({ basis: "purchases" });
    expect(clv({ hasContract: true })).toMatchObject({ basis: "purchases" });
  });

  it("is the purchases that a model expects, in the customer's currency or that of their first orders", () => {
    const inDollars = clv({});
    expect(inDollars).toMatchObject({ basis: "purchases" });
    const inEuros = clv({ currency: null });
    expect((inDollars as { minor: number }).minor / (inEuros as { minor: number }).minor).toBeCloseTo(2, 2);
  });

  it.each([
    ["how often they buy", { score: { ...score, expectedPurchases12m: null } }],
    ["for how much", { score: { ...score, expectedPurchaseMinor: null } }],
  ])("is the last twelve months again where no model knows %s", (_what, given) => {
    expect(clv(given)).toMatchObject({ basis: "last-12-months" });
  });

  it("is not known where nothing came in", () => {
    const nothing = { score: { ...score, expectedPurchases12m: null }, amounts12m: [] };
    expect(clv({ ...nothing, currency: null })).toBe("no-revenue");
    expect(clv({ score: null })).toBe("no-score");
  });

  it("lies where the probability may lie; a score without bounds has one figure", () => {
    const bounded = value().marginClv;
    const exact = value({ score: { ...score, probabilityLow: null, probabilityHigh: null } }).marginClv;
    if (bounded.kind !== "figure" || exact.kind !== "figure") throw new Error("no figure");
    expect(bounded.lowMinor).toBeLessThan(bounded.money.minor);
    expect(bounded.highMinor).toBeGreaterThan(bounded.money.minor);
    expect([exact.lowMinor, exact.highMinor]).toEqual([exact.money.minor, exact.money.minor]);
  });
});

describe("the last twelve months", () => {
  it("are the 365 days that end with the last one of which anything is known", () => {
    expect(valuePeriod(new Date("2026-12-01T00:00:00Z"))).toEqual({
      period: { fromDay: "2025-12-01", toDay: "2026-11-30" },
      from: new Date("2025-12-01T00:00:00Z"),
      quarterAgo: new Date("2026-09-01T00:00:00Z"),
    });
    expect(valuePeriod(new Date("2026-12-01T08:00:00Z")).period.toDay).toBe("2026-12-01");
  });
});
