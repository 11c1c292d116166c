import { describe, expect, it } from "vitest";
import type { ExchangeRate } from "../../../../src/domain/exchange-rates.ts";
import type { FeatureName } from "../../../../src/domain/risk/features.ts";
import {
  inOwnMoney,
  moneyFactor,
  typicalInOwnMoney,
  unratedPhrase,
  withMoneyBy,
} from "../../../../src/domain/risk/model-money.ts";
import { commandLineText } from "../../../../src/words/command-line.ts";
import { textOf } from "../../../../src/words/text.ts";

const rate = (fromCurrency: string, toCurrency: string, day: string, value: string): ExchangeRate => ({
  ...{ fromCurrency, toCurrency, day, rate: value },
});
const RATES = [
  rate("EUR", "JPY", "2026-03-01", "160"),
  rate("EUR", "JPY", "2026-06-01", "200"),
  rate("KWD", "EUR", "2026-03-01", "3"),
];

describe("what money is multiplied by", () => {
  it.each([
    // €12.50 is 1,250 cents, ¥2,000 is 2,000 yen and KD 4.167 is 4,167 fils.
    ["EUR", 1_250],
    ["JPY", 2_000],
    ["KWD", 4_166.666_666_666_667],
  ])("makes €12.50 of what is worth as much in %s", (currency, minor) => {
    expect(minor * moneyFactor(currency, "EUR", "2026-03-15", RATES)).toBeCloseTo(1_250, 9);
  });

  it("is right in every direction, whichever way the rate is stated", () => {
    expect(moneyFactor("EUR", "JPY", "2026-03-15", RATES)).toBe(1.6);
    expect(moneyFactor("EUR", "KWD", "2026-03-15", RATES)).toBeCloseTo(10 / 3, 12);
  });

  it("goes by the rate in force on the day, and before the first one by that", () => {
    const on = (day: string) => moneyFactor("JPY", "EUR", day, RATES);
    expect([on("2020-01-01"), on("2026-03-01"), on("2026-05-31")]).toEqual([0.625, 0.625, 0.625]);
    expect([on("2026-06-01"), on("2027-01-01")]).toEqual([0.5, 0.5]);
  });

  it("is 1 in the same currency, and unknown without a rate, never 1", () => {
    expect(moneyFactor("EUR", "EUR", "2026-03-15", [])).toBe(1);
    expect(moneyFactor("USD", "EUR", "2026-03-15", RATES)).toBeNaN();
    // Both have a rate to the euro, and none to each other.
    expect(moneyFactor("JPY", "KWD", "2026-03-15", RATES)).toBeNaN();
  });
});

const column = (name: FeatureName, values: number[]) => ({
  ...{ kind: "number" as const, name, values: Float64Array.from(values) },
});

describe("a table's money", () => {
  const table = {
    rows: 3,
    columns: [
      column("revenueMinorTotal", [100, 100, 100]),
      column("purchaseDaysTotal", [3, 3, 3]),
      column("refundMinorTotal", [7, Number.NaN, 0]),
    ],
  };

  it("is multiplied row by row, and nothing else is", () => {
    const { columns } = withMoneyBy(table, Float64Array.of(1, 0.5, Number.NaN));
    expect(columns.map(({ values }) => [...values])).toEqual([
      [100, 50, Number.NaN],
      [3, 3, 3],
      [7, Number.NaN, Number.NaN],
    ]);
  });

  it("is the very same table where everybody's factor is 1", () => {
    expect(withMoneyBy(table, Float64Array.of(1, 1, 1))).toBe(table);
  });
});

describe("a customer's own money", () => {
  const values: Partial<Record<FeatureName, number>> = { revenueMinorTotal: 50, purchaseDaysTotal: 3 };
  const value = (name: FeatureName) => values[name] ?? Number.NaN;

  it("comes back for whoever reads the reasons, with the typical amount in the same currency", () => {
    const own = inOwnMoney(value, 0.5);
    expect([own("revenueMinorTotal"), own("purchaseDaysTotal")]).toEqual([100, 3]);
    expect(typicalInOwnMoney({ revenueMinorTotal: 40, purchaseDaysTotal: 2 }, 0.5)).toEqual({
      ...{ revenueMinorTotal: 80, purchaseDaysTotal: 2 },
    });
  });

  it("has nothing typical to stand beside without a rate", () => {
    const typical = { revenueMinorTotal: 40, purchaseDaysTotal: 2 };
    expect(typicalInOwnMoney(typical, Number.NaN)).toEqual({ purchaseDaysTotal: 2 });
  });
});

describe("money without a rate", () => {
  const unrated = [
    { currency: "JPY", customers: 12 },
    { currency: "KWD", customers: 3 },
  ];

  it("is said once, with how many customers it concerns and which rates to add", () => {
    const told = unratedPhrase(unrated, "EUR")!;
    expect(textOf(told, "en")).toBe(
      "What 15 customers spend is unknown to the model: there is no exchange rate from JPY, KWD to EUR. Ask whoever runs the bot to add them.",
    );
    expect(commandLineText(told)).toContain("npm run mainstay -- ledger rate JPY EUR RATE --from DAY");
    expect(textOf(told, "en")).not.toContain("npm");
  });

  it("says nothing where there is none", () => {
    expect(unratedPhrase([], "EUR")).toBeNull();
    expect(unratedPhrase(unrated, null)).toBeNull();
  });
});
