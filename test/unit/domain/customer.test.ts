import { describe, expect, it } from "vitest";
import { type Customer, hasContract, hasEnded } from "../../../src/domain/customer.ts";

const customer = (facts: Partial<Customer>) =>
  ({ startedOn: null, monthlyRevenueMinor: null, renewsOn: null, endedOn: null, ...facts }) as Customer;

describe("a contract", () => {
  it.each([
    ["a start and monthly revenue", { startedOn: "2026-01-01", monthlyRevenueMinor: 0 }, true],
    ["a start and a renewal day", { startedOn: "2026-01-01", renewsOn: "2027-01-01" }, true],
    ["a start alone", { startedOn: "2026-01-01" }, false],
    ["revenue and a renewal day, but no start", { monthlyRevenueMinor: 900, renewsOn: "2027-01-01" }, false],
  ])("is there with %s: %#", (_what, facts, has) => {
    expect(hasContract(customer(facts))).toBe(has);
  });
});

describe("a customer has ended", () => {
  const noon = new Date("2026-11-23T12:00:00Z");
  it.each([
    ["from the day it ended on", "2026-11-23", true],
    ["after it", "2026-11-22", true],
    ["not before it", "2026-11-24", false],
    ["not where no end is known", null, false],
  ])("%s", (_when, endedOn, ended) => {
    expect(hasEnded(customer({ endedOn }), noon)).toBe(ended);
  });
});
