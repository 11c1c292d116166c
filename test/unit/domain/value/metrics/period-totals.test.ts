import { describe, expect, it } from "vitest";
import type {
  CustomerPeriod,
  PeriodAmounts,
} from "../../../../../src/domain/value/metrics/customer-period.ts";
import { periodTotals, revenueOf } from "../../../../../src/domain/value/metrics/period-totals.ts";

const period = { fromDay: "2026-04-01", toDay: "2026-06-30" };
const eur = (minor: number) => ({ minor, currency: "EUR" });
const usd = (minor: number) => ({ minor, currency: "USD" });
const amounts = (given: Partial<PeriodAmounts> = {}): PeriodAmounts => ({
  currency: "EUR",
  orderedMinor: 900,
  refundedMinor: 100,
  previousOrderedMinor: 1_000,
  previousRefundedMinor: 400,
  ...given,
});
const buyer = (given: Partial<CustomerPeriod> = {}): CustomerPeriod => ({
  customerId: 1,
  hasContract: false,
  atStart: true,
  atEnd: true,
  isNew: false,
  marginPercent: 50,
  acquisitionCost: null,
  monthlyAtStart: null,
  monthlyAtEnd: null,
  startedOn: null,
  endedOn: null,
  orders: 1,
  amounts: [amounts()],
  ...given,
});
const contract = (given: Partial<CustomerPeriod> = {}) =>
  buyer({
    hasContract: true,
    startedOn: "2025-01-01",
    monthlyAtStart: eur(100),
    monthlyAtEnd: eur(150),
    ...given,
  });
const totalsOf = (customers: readonly CustomerPeriod[], marginIfUnknown: number | null = null) => {
  const adding = periodTotals(period, marginIfUnknown);
  for (const customer of customers) adding.add(customer);
  return adding.totals();
};

it("is nothing without customers", () => {
  expect(totalsOf([])).toEqual({
    orders: 0,
    buyers: 0,
    repeatBuyers: 0,
    ordered: [],
    revenue: [],
    acquisition: { joined: 0, known: 0, cost: [] },
    contracts: [],
    buyersWithoutContract: [],
    contractsLeftOut: 0,
    marginRetained: { amounts: [], customers: 0, unknown: 0 },
  });
});

it("counts orders, who ordered, and who did so more than once", () => {
  const customers = [0, 1, 2, 5].map((orders) => buyer({ orders }));
  expect(totalsOf(customers)).toMatchObject({ orders: 8, buyers: 3, repeatBuyers: 2 });
});

it("adds up each currency by itself, listed by its code", () => {
  const both = buyer({ amounts: [amounts({ currency: "USD" }), amounts(), amounts({ currency: "CHF" })] });
  const { ordered, revenue } = totalsOf([both, buyer()]);
  expect(ordered).toEqual([{ minor: 900, currency: "CHF" }, eur(1_800), usd(900)]);
  expect(revenue).toEqual([{ minor: 800, currency: "CHF" }, eur(1_600), usd(800)]);
});

it("counts who joined, and what winning them cost where that is known", () => {
  const joined = [
    buyer({ isNew: true, acquisitionCost: eur(300) }),
    buyer({ isNew: true, acquisitionCost: null }),
    buyer({ isNew: false, acquisitionCost: eur(999) }),
  ];
  expect(totalsOf(joined).acquisition).toEqual({ joined: 2, known: 1, cost: [eur(300)] });
});

describe("a customer's revenue", () => {
  it("is what was ordered less what was given back", () => {
    expect(revenueOf(buyer(), period)).toEqual([eur(800)]);
  });

  it("is a contract's monthly revenue by its days, never the orders under it as well", () => {
    expect(revenueOf(contract(), period)).toEqual([eur(450)]);
    expect(revenueOf(contract({ monthlyAtEnd: null, endedOn: "2026-05-31" }), period)).toEqual([eur(200)]);
  });

  it("is that of its orders where a contract's monthly revenue is not known, or there is none", () => {
    expect(revenueOf(contract({ monthlyAtStart: null, monthlyAtEnd: null }), period)).toEqual([eur(800)]);
    expect(revenueOf(buyer({ monthlyAtEnd: eur(150), startedOn: "2025-01-01" }), period)).toEqual([eur(800)]);
  });
});

describe("the margin that was retained", () => {
  it("is of those who were there at the start and at the end", () => {
    const gone = [buyer({ atStart: false }), buyer({ atEnd: false })];
    const { marginRetained, revenue } = totalsOf([buyer(), ...gone]);
    expect(marginRetained).toEqual({ amounts: [eur(400)], customers: 1, unknown: 0 });
    expect(revenue).toEqual([eur(2_400)]);
  });

  it("takes the margin that is assumed for whoever has none; without one they are counted as unknown", () => {
    const none = buyer({ marginPercent: null });
    expect(totalsOf([none], 25).marginRetained).toEqual({ amounts: [eur(200)], customers: 1, unknown: 0 });
    expect(totalsOf([none]).marginRetained).toEqual({ amounts: [], customers: 0, unknown: 1 });
  });

  it("is rounded once, at the end", () => {
    const third = buyer({ amounts: [amounts({ orderedMinor: 1, refundedMinor: 0 })], marginPercent: 40 });
    expect(totalsOf([third, third, third]).marginRetained.amounts).toEqual([eur(1)]);
  });
});

describe("how revenue moved", () => {
  it("compares a buyer's period with the one before, refunds taken off both", () => {
    expect(totalsOf([buyer(), buyer({ amounts: [amounts({ currency: "USD" })] })])).toMatchObject({
      contracts: [],
      buyersWithoutContract: [
        { currency: "EUR", movement: { customers: 1, beforeMinor: 600, expansionMinor: 200 } },
        { currency: "USD", movement: { customers: 1, beforeMinor: 600 } },
      ],
    });
  });

  it("compares a contract's monthly revenue at the start and at the end", () => {
    const { contracts, buyersWithoutContract } = totalsOf([contract(), contract({ monthlyAtEnd: eur(70) })]);
    expect(buyersWithoutContract).toEqual([]);
    expect(contracts).toEqual([
      {
        currency: "EUR",
        movement: { customers: 2, beforeMinor: 200, expansionMinor: 50, contractionMinor: 30, lostMinor: 0 },
      },
    ]);
  });

  it("has nothing left of a contract that has ended, whatever it brought until then", () => {
    const { contracts } = totalsOf([contract({ atEnd: false })]);
    expect(contracts[0]?.movement).toMatchObject({ beforeMinor: 100, lostMinor: 100 });
  });

  it.each([
    ["whose revenue at the start is not known", { monthlyAtStart: null }, 1],
    ["whose revenue at the end is not known", { monthlyAtEnd: null }, 1],
    ["in another currency by now", { monthlyAtEnd: usd(150) }, 1],
    ["that began in the period", { atStart: false }, 0],
  ])("compares no contract %s: %#", (_which, given, contractsLeftOut) => {
    expect(totalsOf([contract(given)])).toMatchObject({ contracts: [], contractsLeftOut });
  });
});
