import { describe, expect, it } from "vitest";
import { convertedRevenue, converterTo } from "../../../../../src/domain/figures/converted-revenue.ts";
import type { CustomerHistory, DayAmounts } from "../../../../../src/domain/figures/customer-history.ts";
import { partsAsWhole, type Rates } from "../../../../../src/domain/figures/trace/converted-parts.ts";
import { gathered } from "../../../../../src/domain/figures/trace/gathered-rows.ts";
import {
  acquisitionRows,
  type Payment,
  revenueRows,
} from "../../../../../src/domain/figures/trace/revenue-rows.ts";
import { asRetention, inReadingOrder, turnRows } from "../../../../../src/domain/figures/trace/turn-rows.ts";
import { textOf } from "../../../../../src/words/text.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const usd = (minor: number) => ({ minor, currency: "USD" });
const eur = (minor: number) => ({ minor, currency: "EUR" });
const BY: Rates = {
  currency: "EUR",
  rateDay: Q1.toDay,
  rates: [{ fromCurrency: "USD", toCurrency: "EUR", day: "2026-03-01", rate: "0.9137" }],
};
const HISTORY: CustomerHistory = {
  ...{ customerId: 7, externalId: "a", name: "北京科技" },
  file: { segment: null, ownerEmail: null, country: null, marginPercent: null, acquisitionCost: usd(33) },
  ...{ contracts: [], ends: [], lastPurchaseBefore: null, purchases: [], amounts: [], adjustments: [] },
};
const payment = (id: string, kind: Payment["kind"], day: string, money: Payment["money"]): Payment => ({
  ...{ id, kind, day, happenedOn: day, money },
});
const CONTRACT = {
  startedOn: "2026-02-10",
  endedOn: null,
  continues: true,
  prices: [
    { fromDay: "2026-02-10", monthly: usd(10_001) },
    { fromDay: "2026-03-11", monthly: usd(20_002) },
  ],
};
const PAYMENTS = [
  payment("o-1", "order", "2026-01-05", usd(33)),
  payment("o-2", "order", "2026-01-06", eur(101)),
  payment("o-3", "order", "2026-02-20", usd(500)),
  payment("r-1", "refund", "2026-03-02", usd(77)),
];
const asAmounts = (payments: readonly Payment[]): DayAmounts[] =>
  payments.map(({ kind, day, money: { minor, currency } }) => ({
    ...{ day, currency },
    orderedMinor: kind === "order" ? minor : 0,
    refundedMinor: kind === "refund" ? minor : 0,
  }));
const FULL: CustomerHistory = {
  ...HISTORY,
  contracts: [CONTRACT],
  amounts: asAmounts(PAYMENTS),
  adjustments: [
    {
      ...{ id: 3, bookedOn: "2026-03-20", fromDay: "2025-11-01", toDay: "2025-12-31" },
      ...{ amount: usd(-41), why: "price-changed" },
    },
  ],
};

describe("parts of a sum", () => {
  it("add up to the rounded sum, whatever each would have been rounded to", () => {
    const third = (minor: number) => Math.round(minor / 3);
    expect(partsAsWhole([1, 1, 1, 1], third)).toEqual([0, 1, 0, 0]);
    expect(partsAsWhole([5, -5, 7], third)).toEqual([2, -2, 2]);
  });
});

describe("the rows of revenue", () => {
  const rows = revenueRows(FULL, Q1, PAYMENTS, BY);

  it("add up to the figure in the report's currency, each with the rate and its day", () => {
    const convert = converterTo(BY.currency, BY.rateDay, BY.rates);
    expect(gathered(rows).amount).toBe(convertedRevenue(FULL, Q1, convert).netMinor);
    expect(rows.map(({ rate }) => rate?.day ?? null)).toContain("2026-03-01");
    expect(rows.find(({ id }) => id === "o-2")).toMatchObject({
      original: eur(101),
      rate: null,
      amount: 101,
    });
    expect(rows.find(({ id }) => id === "r-1")?.amount).toBeLessThan(0);
  });

  it("name each price with its days", () => {
    const contracts = rows.filter(({ kind }) => kind === "contract");
    expect(contracts.map(({ fromDay, toDay, original }) => [fromDay, toDay, original?.minor])).toEqual([
      ["2026-02-10", "2026-03-10", 10_001],
      ["2026-03-11", "2026-03-31", 20_002],
    ]);
  });

  it("tell an order that is not counted, and why, without an amount", () => {
    const order = rows.find(({ id }) => id === "o-3");
    expect(order).toMatchObject({ amount: null, original: usd(500) });
    expect(order?.share && textOf(order.share, "en")).toContain("contract with a price");
  });

  it("name an adjustment by the closed days it is about", () => {
    const row = rows.find(({ kind }) => kind === "adjustment");
    expect(row).toMatchObject({ id: "3", fromDay: "2026-03-20", original: usd(-41) });
    expect(row && textOf(row.what, "en")).toBe("Price told late, for 1 Nov 2025 to 31 Dec 2025");
  });

  it("leave out what is booked on other days", () => {
    const january = { fromDay: "2026-01-01", toDay: "2026-01-31" };
    const some = revenueRows(FULL, january, PAYMENTS.slice(0, 2), BY);
    expect(some.map(({ id }) => id)).toEqual(["o-2", "o-1"]);
  });

  it("refuse a currency without a rate", () => {
    expect(() => revenueRows(FULL, Q1, PAYMENTS, { ...BY, rates: [] })).toThrow(/USD/);
  });
});

describe("the rows of acquisition cost", () => {
  it("are one for whoever joined, and none for who came back or was there", () => {
    expect(acquisitionRows(FULL, Q1, BY)).toMatchObject([
      { fromDay: "2026-02-10", original: usd(33), amount: 30, rate: { rate: "0.9137" } },
    ]);
    expect(acquisitionRows(FULL, { fromDay: "2026-03-01", toDay: "2026-03-31" }, BY)).toEqual([]);
  });
});

describe("the rows of retention", () => {
  const contract = (startedOn: string, endedOn: string | null) => ({
    startedOn,
    endedOn,
    continues: true,
    prices: [],
  });
  const became = (...contracts: CustomerHistory["contracts"]) =>
    turnRows({ ...HISTORY, contracts }, Q1).map(({ turn, fromDay }) => [turn, fromDay]);

  it.each([
    ["kept", [contract("2025-01-01", null)], [["retained", null]]],
    ["lost", [contract("2025-01-01", "2026-02-01")], [["lost", "2026-02-01"]]],
    ["joined", [contract("2026-01-02", null)], [["joined", "2026-01-02"]]],
    [
      "joined and left",
      [contract("2026-01-02", "2026-02-01")],
      [
        ["joined", "2026-01-02"],
        ["left", "2026-02-01"],
      ],
    ],
    [
      "came back",
      [contract("2024-01-01", "2025-01-01"), contract("2026-01-02", null)],
      [["returned", "2026-01-02"]],
    ],
    [
      "left and came back in time",
      [contract("2024-01-01", "2026-01-10"), contract("2026-02-02", null)],
      [
        ["retained", null],
        ["left", "2026-01-10"],
        ["returned", "2026-02-02"],
      ],
    ],
    ["long gone", [contract("2024-01-01", "2025-01-10")], []],
  ] as const)("say who was %s", (_, contracts, expected) => {
    expect(became(...contracts)).toEqual(expected);
  });

  it("count each who was there at the start once, kept or lost, and the others not at all", () => {
    const twice = turnRows(
      {
        ...HISTORY,
        contracts: [contract("2024-01-01", "2026-01-10"), contract("2026-02-02", "2026-02-28")],
      },
      Q1,
    ).map((row) => asRetention(row, "lost"));
    expect(twice.map(({ turn, amount, over }) => [turn, amount, over])).toEqual([
      ["lost", 1, 1],
      ["returned", null, null],
      ["left", null, null],
    ]);
  });

  it("begin with the lost, each group by name", () => {
    const of = (name: string, endedOn: string | null) =>
      turnRows({ ...HISTORY, name, contracts: [contract("2025-01-01", endedOn)] }, Q1);
    const rows = inReadingOrder([...of("b", null), ...of("d", "2026-01-05"), ...of("c", "2026-02-05")]);
    expect(rows.map(({ customer }) => customer?.name)).toEqual(["c", "d", "b"]);
  });
});
