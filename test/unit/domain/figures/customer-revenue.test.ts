import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertedRevenue, converterTo } from "../../../../src/domain/figures/converted-revenue.ts";
import type { Contract } from "../../../../src/domain/figures/customer-history.ts";
import { customerRevenue, monthlyOn } from "../../../../src/domain/figures/customer-revenue.ts";
import { periodSoFar } from "../../../../src/domain/figures/period-so-far.ts";
import { NO_HISTORY } from "../../../support/customer-history.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const CONTRACT: Contract = {
  startedOn: "2025-01-01",
  endedOn: null,
  continues: true,
  prices: [{ fromDay: "2025-01-01", monthly: eur(1_000_00) }],
};
const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const amounts = (day: string, orderedMinor: number, refundedMinor = 0, currency = "EUR") => ({
  day,
  currency,
  orderedMinor,
  refundedMinor,
});

describe("net revenue", () => {
  it("of a contract is lowered by credit notes", () => {
    const history = { ...NO_HISTORY, contracts: [CONTRACT], amounts: [amounts("2026-02-10", 0, 500_00)] };
    expect(customerRevenue(history, Q1)).toMatchObject([
      { contractsMinor: 3_000_00, refundsMinor: 500_00, netMinor: 2_500_00 },
    ]);
  });

  it("counts a new price from its day, and parts of a month to the last unit", () => {
    const prices = [...CONTRACT.prices, { fromDay: "2026-02-15", monthly: eur(2_000_01) }];
    const history = { ...NO_HISTORY, contracts: [{ ...CONTRACT, prices }] };
    const net = (fromDay: string, toDay: string) =>
      customerRevenue(history, { fromDay, toDay })[0]?.netMinor ?? 0;
    expect(net("2026-01-01", "2026-03-31")).toBe(1_000_00 + 500_06 + 999_99 + 2_000_01);
    expect(net("2026-02-01", "2026-02-19") + net("2026-02-20", "2026-02-28")).toBe(
      net("2026-02-01", "2026-02-28"),
    );
  });

  it("of a contract is its price for each whole month, and by days in a part of one", () => {
    const third = { fromDay: "2026-07-01", toDay: "2026-09-30" };
    const net = (minor: number, startedOn: string, endedOn: string | null, days = third) => {
      const prices = [{ fromDay: startedOn, monthly: eur(minor) }];
      const contracts = [{ ...CONTRACT, startedOn, endedOn, prices }];
      return customerRevenue({ ...NO_HISTORY, contracts }, days).map(({ netMinor }) => netMinor);
    };
    expect(net(3_000, "2025-01-01", null)).toEqual([9_000]);
    expect(net(3_000, "2026-09-16", null)).toEqual([1_500]);
    expect(net(3_100, "2025-01-01", "2026-07-10")).toEqual([1_000]);
    expect(net(3_000, "2025-01-01", "2026-06-30")).toEqual([]);
    expect(net(3_000, "2026-10-01", null)).toEqual([]);
    const twelveMonths = { fromDay: "2025-11-22", toDay: "2026-11-21" };
    expect(net(3_000, "2020-01-01", null, twelveMonths)).toEqual([36_000]);
  });

  it("of a contract adds up over any division of time", () => {
    const some = fc.integer({ min: 1, max: 400 });
    const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(100_000), some, some, (monthly, first, second) => {
        const prices = [{ fromDay: "2025-06-17", monthly: eur(monthly) }];
        const history = { ...NO_HISTORY, contracts: [{ ...CONTRACT, startedOn: "2025-06-17", prices }] };
        const net = (from: number, to: number) =>
          customerRevenue(history, { fromDay: day(from), toDay: day(to) })[0]?.netMinor;
        const last = first + second - 1;
        expect(Number(net(0, first - 1)) + Number(net(first, last))).toBe(net(0, last));
      }),
    );
  });

  it("leaves out orders on days of a priced contract, and says how much", () => {
    const unpriced = { ...CONTRACT, prices: [{ fromDay: "2025-01-01", monthly: null }] };
    const orders = [amounts("2026-02-10", 70_00)];
    expect(customerRevenue({ ...NO_HISTORY, contracts: [CONTRACT], amounts: orders }, Q1)).toMatchObject([
      { ordersMinor: 0, ordersNotCountedMinor: 70_00, netMinor: 3_000_00 },
    ]);
    expect(customerRevenue({ ...NO_HISTORY, contracts: [unpriced], amounts: orders }, Q1)).toMatchObject([
      { ordersMinor: 70_00, ordersNotCountedMinor: 0, netMinor: 70_00 },
    ]);
  });

  it("has the orders of the time before a contract", () => {
    const signed = {
      ...CONTRACT,
      startedOn: "2026-03-01",
      prices: [{ fromDay: "2026-03-01", monthly: eur(100_00) }],
    };
    const history = { ...NO_HISTORY, contracts: [signed], amounts: [amounts("2026-02-10", 70_00)] };
    expect(customerRevenue(history, Q1)).toMatchObject([{ contractsMinor: 100_00, ordersMinor: 70_00 }]);
  });

  it("adds what is booked on its days about closed ones", () => {
    const adjustment = {
      ...{ id: 1, bookedOn: "2026-01-01", fromDay: "2025-12-01", toDay: "2025-12-31", amount: eur(-50_00) },
      why: "contract-changed" as const,
    };
    expect(customerRevenue({ ...NO_HISTORY, adjustments: [adjustment] }, Q1)).toMatchObject([
      { netMinor: -50_00 },
    ]);
  });

  it("is converted once per currency", () => {
    const rates = [{ fromCurrency: "EUR", toCurrency: "USD", day: "2025-01-01", rate: "1.1" }];
    const history = {
      ...NO_HISTORY,
      amounts: [amounts("2026-02-10", 8_00), amounts("2026-02-10", 11_00, 0, "USD")],
    };
    expect(convertedRevenue(history, Q1, converterTo("EUR", Q1.toDay, rates)).netMinor).toBe(18_00);
    expect(() => convertedRevenue(history, Q1, converterTo("EUR", Q1.toDay, []))).toThrow("USD");
  });

  it("of several contracts on a day adds up", () => {
    expect(monthlyOn([CONTRACT, CONTRACT], "2026-01-01")).toEqual([eur(2_000_00)]);
  });
});

describe("a period so far", () => {
  it("ends today, and is none before it begins", () => {
    expect(periodSoFar(Q1, "2026-02-10")).toEqual({
      ...Q1,
      toDay: "2026-02-10",
      unfinishedUntil: "2026-03-31",
    });
    expect(periodSoFar(Q1, "2026-03-31")).toEqual({ ...Q1, unfinishedUntil: null });
    expect(periodSoFar(Q1, "2025-12-31")).toBeNull();
  });
});
