import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { rankByWorth, valueTier } from "../../../../../src/domain/value/segments/value-tier.ts";
import { valued } from "./valued.ts";

/** Customers who brought so much; of a margin of 40 % or, where it says so, one that nobody knows. */
const brought = (revenue12mMinor: number, given: Parameters<typeof valued>[0] = {}) =>
  valued({ revenue12mMinor, ...given });
const marginless = (revenue12mMinor: number) => brought(revenue12mMinor, { marginPercent: null });
const assign = (...customers: ReturnType<typeof valued>[]) => valueTier.assign(customers);
const ten = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10];

it("knows nothing of the risk: who is about to leave stays in the tier of what they bring", () => {
  const calm = ten.map((revenue) => brought(revenue, { probability: 0.05, clv: revenue }));
  const leaving = calm.map((customer) => ({ ...customer, probability: 0.95, marginClv: valued().marginClv }));
  const mixed = calm.map((customer, place) => (place === 0 ? (leaving[0] ?? customer) : customer));
  const tiers = [...Array(2).fill("top"), ...Array(3).fill("middle"), ...Array(5).fill("rest")];
  for (const customers of [calm, leaving, mixed]) expect(assign(...customers).assigned).toEqual(tiers);
});

describe("what customers are ranked by", () => {
  it("is a year's margin where it is known of four in five, else revenue, which is said", () => {
    const four = [5, 4, 3, 2].map((revenue) => brought(revenue));
    expect(assign(...four, marginless(9)).basis).toBe("margin");
    const { basis, notes, assigned } = assign(...four.slice(1), marginless(9));
    expect(basis).toBe("revenue");
    expect(notes).toEqual([
      phrase("segments.note.ranked-by-revenue", { known: 3, customers: 4, needed: 80 }),
    ]);
    expect(assigned[3]).toBe("top");
    expect(assign(marginless(1)).basis).toBe("revenue");
    expect(assigned).not.toContain("not-valued");
  });

  it("counts nobody who brought nothing among those whose margin is known", () => {
    const nothing = Array.from({ length: 9 }, () => brought(0));
    expect(assign(...nothing, marginless(9)).basis).toBe("revenue");
    expect(assign(...nothing, brought(9)).basis).toBe("margin");
  });

  it("leaves out whose margin is not known, and contracts of which no amount is, and says how many", () => {
    const all = ten.map((revenue) => brought(revenue));
    const { assigned, notes } = assign(...all, marginless(8), brought(0, { hasContract: true }));
    expect(assigned.slice(10)).toEqual(["not-valued", "not-valued"]);
    expect(notes).toEqual([phrase("segments.note.not-valued", { customers: 2 })]);
    expect(assign(...all).notes).toEqual([]);
    expect(assign().notes).toEqual([]);
  });
});

it("is the rest for whoever brings nothing, however few are worth more", () => {
  expect(assign(brought(0), brought(-5)).assigned).toEqual(["rest", "rest"]);
  expect(assign(brought(5), brought(0)).assigned).toEqual(["top", "rest"]);
});

it("gives equals the same tier, whatever their order", () => {
  const equals = Array.from({ length: 10 }, () => brought(7));
  expect(new Set(rankByWorth([brought(9), ...equals]).tiers)).toEqual(new Set(["top"]));
});

it("suggests care for each tier that can have some", () => {
  const { serviceLevels, segments } = assign(...ten.map((revenue) => brought(revenue)));
  expect([...serviceLevels.keys()].sort()).toEqual(["middle", "rest", "top"]);
  expect(serviceLevels.get("top")?.everyDays).toBeLessThan(serviceLevels.get("rest")!.everyDays);
  expect(segments.map(({ key }) => key)).toEqual(expect.arrayContaining(["top", "middle", "rest"]));
});
