import { describe, expect, it } from "vitest";
import type { ExchangeRate } from "../../../../../src/domain/exchange-rates.ts";
import type { Contract, CustomerHistory } from "../../../../../src/domain/figures/customer-history.ts";
import type { CustomerFacts, FactScore } from "../../../../../src/domain/value/segments/customer-facts.ts";
import {
  type Valuation,
  valueCustomer,
  withCosts,
} from "../../../../../src/domain/value/segments/value-customers.ts";
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
};
const score: FactScore = {
  probability: 0.3,
  probabilityLow: 0.2,
  probabilityHigh: 0.4,
  horizonDays: 90,
  expectedPurchases12m: 6,
  expectedPurchaseMinor: 500,
};
const history: CustomerHistory = {
  customerId: 1,
  externalId: "C-1",
  name: "Acme",
  file: {
    segment: "Key",
    ownerEmail: "ana@example.com",
    country: "DE",
    marginPercent: 50,
    acquisitionCost: null,
  },
  contracts: [],
  ends: [],
  lastPurchaseBefore: null,
  purchases: [],
  amounts: [
    { day: "2026-05-01", currency: "EUR", orderedMinor: 10_000, refundedMinor: 1_000 },
    { day: "2026-05-02", currency: "USD", orderedMinor: 2_000, refundedMinor: 500 },
  ],
  adjustments: [],
};
const facts = {
  currency: "USD",
  score,
  probabilityQuarterAgo: 0.1,
  purchases: null,
  usage: null,
};
type Given = Partial<Omit<CustomerFacts, "history" | "contractsAhead">> &
  Partial<CustomerHistory> & { readonly marginPercent?: number | null };
function value(given: Given = {}, by: Partial<Valuation> = {}) {
  const { marginPercent = history.file.marginPercent } = given;
  const own = { ...history, ...given, file: { ...history.file, marginPercent } };
  const all = { ...facts, ...given, history: own, contractsAhead: own.contracts };
  return valueCustomer(all, { ...valuation, ...by });
}
const contract = (
  startedOn: string,
  minor: number | null,
  endedOn: string | null = null,
  ...later: [fromDay: string, minor: number][]
): Contract => ({
  startedOn,
  endedOn,
  continues: true,
  prices: [
    { fromDay: startedOn, monthly: minor === null ? null : { minor, currency: "USD" } },
    ...later.map(([fromDay, price]) => ({ fromDay, monthly: { minor: price, currency: "USD" } })),
  ],
});
const clv = (given: Given) => {
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

  it("brought a contract's price less what was given back, and none of the orders on its days", () => {
    const { revenue12mMinor, ordered12mMinor } = value({ contracts: [contract("2025-12-01", 1_000)] });
    expect(revenue12mMinor).toBe(24_000 - 2_000);
    expect(ordered12mMinor).toBe(14_000);
  });

  it("cost what was allocated, nothing where nothing was, and an unknown amount without a ledger", () => {
    const costs = withCosts([value(), value({ customerId: 2 })], new Map([[1, 700]]));
    expect(costs.map(({ cost12mMinor }) => cost12mMinor)).toEqual([700, 0]);
    expect(value().cost12mMinor).toBeNull();
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
  it("is a running contract's price before anything else", () => {
    const contracts = [contract("2025-12-01", 1_000)];
    expect(clv({ contracts })).toMatchObject({ basis: "contract" });
    // Twelve months of 20.00, at 50 %.
    expect(value({ contracts }).marginIfStaying).toMatchObject({ money: { minor: 12_000, currency: "EUR" } });
  });

  it("is not that of a contract that does not run, nor of one whose price is not on file", () => {
    expect(clv({ contracts: [contract("2025-12-01", 1_000, "2026-11-30")] })).toMatchObject({
      basis: "purchases",
    });
    expect(clv({ contracts: [contract("2025-12-01", null)] })).toMatchObject({ basis: "purchases" });
  });

  const sure = { score: { ...score, probability: 0, probabilityLow: null, probabilityHigh: null } };
  const undiscounted = { clv: { ...valuation.clv, discountRatePercent: 0 } };
  const minor = (given: Given, by: Partial<Valuation> = undiscounted) => {
    const { marginClv } = value({ ...sure, ...given }, by);
    return marginClv.kind === "figure" ? marginClv.money.minor : marginClv.because;
  };

  it("is at most the days left after notice, at their price, and nothing beyond", () => {
    const leaving = { contracts: [contract("2025-01-01", 50_000, "2026-12-10")] };
    // Ten of the month's thirty days of 1,000.00, at 50 %.
    expect(minor(leaving)).toBe(16_667);
    expect(minor({ contracts: [contract("2025-01-01", 50_000)] })).toBe(36 * 50_000);
    const risky = value({ ...leaving, score: { ...score, probability: 0.02 } }).marginClv;
    expect(risky.kind === "figure" && risky.money.minor).toBeLessThan(16_667);
    expect(value(leaving).endsOn).toBe("2026-12-10");
    // What staying would be worth does not shrink with the notice: that is what leaving costs.
    expect(value(leaving).marginIfStaying).toMatchObject({ money: { minor: 12 * 50_000 } });
  });

  it("is each month's price, where it is known to change", () => {
    const dearer = { contracts: [contract("2025-01-01", 1_000, null, ["2027-12-01", 3_000])] };
    // Dollars at two euros, 50 %: 1,000 in the first year, 3,000 in the two others.
    expect(minor(dearer)).toBeCloseTo(12 * 1_000 + 24 * 3_000, -2);
    const followed = [contract("2025-01-01", 1_000, "2027-11-30"), contract("2027-12-01", 3_000)];
    expect(minor({ contracts: followed })).toBe(minor(dearer));
    expect(value({ contracts: followed }).endsOn).toBeNull();
  });

  it("ends for a buyer, too, on the day they are known to leave", () => {
    const buys = { score: { ...sure.score, expectedPurchases12m: null }, amounts: history.amounts };
    const ends = [{ endedOn: "2026-12-15", resumedOn: null }];
    const whole = minor(buys);
    expect(minor({ ...buys, ends })).toBeCloseTo(Number(whole) / 36 / 2, -1);
    expect(minor({ ...buys, ends: [{ endedOn: "2026-12-15", resumedOn: "2026-11-30" }] })).toBe(whole);
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
    const nothing = { score: { ...score, expectedPurchases12m: null }, amounts: [] };
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
  it("are the 365 days that end with the last one that was over where the team is", () => {
    expect(valuePeriod(new Date("2026-12-01T00:00:00Z"), "UTC")).toEqual({
      asOf: new Date("2026-12-01T00:00:00Z"),
      timeZone: "UTC",
      period: { fromDay: "2025-12-01", toDay: "2026-11-30" },
      quarterAgo: new Date("2026-09-01T00:00:00Z"),
    });
    expect(valuePeriod(new Date("2026-12-01T23:59:00Z"), "UTC").period.toDay).toBe("2026-11-30");
  });

  it.each([
    ["Europe/Berlin", "2024-03-31T22:00:00Z"],
    ["America/Los_Angeles", "2024-04-01T07:00:00Z"],
    ["Asia/Taipei", "2024-03-31T16:00:00Z"],
  ])("end on 31 March at the midnight after it in %s", (timeZone, midnight) => {
    expect(valuePeriod(new Date(midnight), timeZone).period).toEqual({
      fromDay: "2023-04-02",
      toDay: "2024-03-31",
    });
  });

  it("compare with the same time of day a quarter before, also over a change of clocks", () => {
    const { quarterAgo } = valuePeriod(new Date("2024-04-01T06:00:00Z"), "Europe/Berlin");
    // 8 o'clock on 1 January, an hour later in UTC.
    expect(quarterAgo).toEqual(new Date("2024-01-01T07:00:00Z"));
  });
});
