import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { valueTier } from "../../../../../src/domain/value/segments/value-tier.ts";
import { valued } from "./valued.ts";

const assign = (...clvs: Array<number | null>) => valueTier.assign(clvs.map((clv) => valued({ clv })));
const ten = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10];

describe("what customers are ranked by", () => {
  it("is margin CLV where it is known of four in five, else revenue, which is said", () => {
    expect(assign(5, 4, 3, 2, null).basis).toBe("margin-clv");
    const { basis, notes, assigned } = assign(5, 4, 3, null);
    expect(basis).toBe("revenue");
    expect(notes).toEqual([
      phrase("segments.note.ranked-by-revenue", { known: 3, customers: 4, needed: 80 }),
    ]);
    expect(assign(null).basis).toBe("revenue");
    expect(assigned).not.toContain("not-valued");
  });

  it("leaves out whose CLV is not known, and says how many", () => {
    const { assigned, notes, segments } = assign(...ten, null, null);
    expect(assigned.slice(10)).toEqual(["not-valued", "not-valued"]);
    expect(notes).toEqual([phrase("segments.note.not-valued", { customers: 2 })]);
    expect(segments.map(({ key }) => key)).toContain("not-valued");
    expect(assign(...ten).notes).toEqual([]);
    expect(assign().notes).toEqual([]);
  });
});

it("is the rest for whoever brings nothing, however few are worth more", () => {
  expect(assign(0, -5).assigned).toEqual(["rest", "rest"]);
  expect(assign(5, 0).assigned).toEqual(["top", "rest"]);
});

it("suggests care for each tier that can have some", () => {
  const { serviceLevels, segments } = assign(...ten);
  expect([...serviceLevels.keys()].sort()).toEqual(["middle", "rest", "top"]);
  expect(serviceLevels.get("top")?.everyDays).toBeLessThan(serviceLevels.get("rest")!.everyDays);
  expect(segments.map(({ key }) => key)).toEqual(expect.arrayContaining(["top", "middle", "rest"]));
});
