import { describe, expect, it } from "vitest";
import { perCustomer } from "../../../../../src/domain/costs/per-customer.ts";
import { CurrencyMismatchError } from "../../../../../src/domain/money.ts";
import {
  lifetimeRevenue,
  profitability,
  returnOnInvestment,
} from "../../../../../src/domain/value/metrics/value.ts";

const usd = (amount: number) => ({ minor: Math.round(100 * amount), currency: "USD" });

describe("figures per customer", () => {
  it.each([
    ["A1: retention cost per retained customer", 20_000, 400, 50],
    ["A4: a month's labour by the customers served", 5_000, 10, 500],
    ["A5: a year's gifts", 2_000, 100, 20],
    ["A6: a year of CRM subscription", 50_000, 500, 100],
    ["A7: a year of market research", 30_000, 500, 60],
    ["A8, A9: direct and indirect over all customers", 20_000 + 30_000, 1_000, 50],
  ])("%s: %d ÷ %d = %d", (_name, total, customers, each) => {
    expect(perCustomer(usd(total), customers)).toEqual({ kind: "amount", money: usd(each) });
  });

  it("rounds to the smallest unit, halves away from zero", () => {
    expect(perCustomer({ minor: 5, currency: "JPY" }, 2)).toMatchObject({ money: { minor: 3 } });
    expect(perCustomer({ minor: -5, currency: "JPY" }, 2)).toMatchObject({ money: { minor: -3 } });
    expect(perCustomer({ minor: -1, currency: "JPY" }, 4)).toMatchObject({ money: { minor: 0 } });
  });

  it("has no figure without customers", () => {
    expect(perCustomer(usd(20_000), 0)).toEqual({
      kind: "not-applicable",
      because: "nothing-to-divide-by",
    });
  });
});

describe("value", () => {
  it("A2: lifetime revenue 100 × 4 × 5 = 2,000", () => {
    expect(lifetimeRevenue(usd(100), 4, 5)).toEqual(usd(2_000));
  });

  it("A3: profitability 3,000 − 500 − 200 = 2,300", () => {
    expect(profitability(usd(3_000), usd(500), usd(200))).toEqual(usd(2_300));
  });

  it("A12: ROI = (gain − cost) ÷ cost, and none without a cost", () => {
    expect(returnOnInvestment(usd(150), usd(100))).toEqual({ kind: "ratio", ratio: 0.5 });
    expect(returnOnInvestment(usd(0), usd(100))).toEqual({ kind: "ratio", ratio: -1 });
    expect(returnOnInvestment(usd(150), usd(0))).toMatchObject({ kind: "not-applicable" });
  });

  it("never mixes currencies", () => {
    const euro = { minor: 100, currency: "EUR" };
    expect(() => profitability(usd(3), euro, usd(1))).toThrow(CurrencyMismatchError);
    expect(() => returnOnInvestment(usd(3), euro)).toThrow(CurrencyMismatchError);
  });
});
