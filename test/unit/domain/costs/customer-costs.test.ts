import { expect, it } from "vitest";
import {
  type CustomerCostParts,
  customerCosts,
  customerMonth,
  type NamedPart,
  type SharedPart,
} from "../../../../src/domain/costs/customer-costs.ts";

const named = (category: NamedPart["category"], kind: NamedPart["kind"], minor: number): NamedPart => ({
  category,
  kind,
  minor,
});
const shared = (minor: number): SharedPart => ({
  ...named("marketing", "indirect", minor),
  appliesTo: "all",
  ...{ source: "", recordedIn: "EUR" },
  driver: "equal",
  fromDay: "2026-03-01",
  toDay: "2026-03-31",
  wholeMinor: 900,
  weighedBy: "driver",
  weight: 1,
  total: 3,
  parties: 3,
});
const parts: CustomerCostParts = {
  touchLabourMinor: 50,
  unpricedMinutes: 12,
  named: [named("goods", "direct", 300), named("labour", "indirect", 20), named("tools", "direct", 0)],
  shared: [shared(30), shared(-70), shared(40)],
  revenueMinor: 1_000,
  acquisitionMinor: 200,
  notes: [],
};
const period = { fromDay: "2026-03-01", toDay: "2026-03-31" };

it("adds up contact time, what names the customer and their part of what is shared", () => {
  const months = [{ month: "2026-03", costMinor: 370, revenueMinor: 1_000 }];
  expect(customerCosts(period, "EUR", parts, months)).toEqual({
    ...period,
    currency: "EUR",
    totalMinor: 370,
    directMinor: 350,
    indirectMinor: 20,
    byCategory: [
      { category: "labour", minor: 70 },
      { category: "goods", minor: 300 },
    ],
    revenueMinor: 1_000,
    acquisitionMinor: 200,
    profitabilityMinor: 430,
    touchLabourMinor: 50,
    unpricedMinutes: 12,
    shared: [shared(-70), shared(40), shared(30)],
    months,
    notes: [],
  });
});

it("knows no profit where costs or revenue are in a currency without a rate, and shows what it knows", () => {
  const missing = (what: "costs" | "revenue") =>
    ({ kind: "rate-missing", what, from: "KWD", to: "JPY", day: "2026-03-31", minor: null }) as const;
  const costs = customerCosts(period, "JPY", { ...parts, notes: [missing("costs")] }, []);
  expect(costs).toMatchObject({ totalMinor: 370, revenueMinor: 1_000, profitabilityMinor: null });
  const unpriced = { ...parts, revenueMinor: null, acquisitionMinor: null, notes: [missing("revenue")] };
  expect(customerCosts(period, "JPY", unpriced, [])).toMatchObject({
    totalMinor: 370,
    revenueMinor: null,
    profitabilityMinor: null,
  });
});

it("makes a month's figures of the same parts", () => {
  expect(customerMonth("2026-03", parts)).toEqual({ month: "2026-03", costMinor: 370, revenueMinor: 1_000 });
});
