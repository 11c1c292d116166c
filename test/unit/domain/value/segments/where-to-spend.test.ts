import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { spendingAdvice } from "../../../../../src/domain/value/segments/where-to-spend.ts";
import { valued } from "./valued.ts";

type Given = Parameters<typeof valued>[0];
/** Ten customers of little value who cost little, among whom the given ones stand out. */
const advise = (given: readonly Given[], most = 5) => {
  const usual = Array.from({ length: 10 }, () => valued({ revenue12mMinor: 5_000, cost12mMinor: 10 }));
  return spendingAdvice([...usual, ...given.map(valued)], "EUR", most);
};
const names = (list: ReadonlyArray<{ readonly name: string }>) => list.map(({ name }) => name);
const dear = (name: string, given: Given = {}) => ({
  name,
  clv: 5,
  revenue12mMinor: 4_000,
  cost12mMinor: 5_000,
  ...given,
});
const great = (name: string, given: Given = {}) => ({
  name,
  clv: 90_000,
  probability: 0.4,
  probabilityQuarterAgo: 0.2,
  ...given,
});

describe("where to save", () => {
  const saved = (...given: readonly Given[]) => names(advise(given).whereToSave);

  it("is with dear customers of the lowest tier who are not at risk, the dearest first", () => {
    expect(saved(dear("B"), dear("A", { cost12mMinor: 6_000 }))).toEqual(["A", "B"]);
    expect(saved(dear("at risk", { probability: 0.25 }))).toEqual([]);
    expect(saved(dear("just below", { probability: 0.24 }))).toEqual(["just below"]);
    expect(saved(great("of the best", { cost12mMinor: 5_000 }))).toEqual([]);
  });

  it("is not with who costs less than their margin allows", () => {
    // 3 % of a margin of 40 % of 5,000.00 is 60.00.
    const worth = { revenue12mMinor: 500_000, cost12mMinor: 6_000 };
    const better = Array.from({ length: 12 }, () => ({ revenue12mMinor: 900_000, probability: 0.1 }));
    expect(saved(...better, dear("within", worth))).toEqual([]);
    expect(saved(...better, dear("beyond", { ...worth, cost12mMinor: 6_001 }))).toEqual(["beyond"]);
    // Without one on file, the margin that its CLV was worked out with.
    const { marginIfStaying } = valued(worth);
    expect(saved(...better, dear("assumed", { ...worth, marginPercent: null, marginIfStaying }))).toEqual([]);
  });
});

describe("where to spend", () => {
  const spent = (...given: readonly Given[]) => names(advise(given).whereToSpend);

  it("is on the best customers whose risk has risen, not on others", () => {
    expect(spent(great("risen"))).toEqual(["risen"]);
    expect(spent(great("fallen", { probabilityQuarterAgo: 0.6 }))).toEqual([]);
    expect(spent(great("not known before", { probabilityQuarterAgo: null }))).toEqual([]);
    expect(spent(dear("little", { probability: 0.4, probabilityQuarterAgo: 0.1 }))).toEqual([]);
  });

  it("begins with whose rise puts most margin at stake", () => {
    const bigger = great("bigger", { revenue12mMinor: 80_000, probabilityQuarterAgo: 0.25 });
    expect(spent(great("smaller"), bigger)).toEqual(["bigger", "smaller"]);
  });
});

describe("a list", () => {
  it("is cut to its length, and says how many it leaves out", () => {
    const many = [dear("A"), dear("B"), dear("C")];
    const { whereToSave, leftOut } = advise(many, 2);
    expect(whereToSave).toHaveLength(2);
    expect(leftOut).toEqual({ save: 1, spend: 0, plan: 11 });
    expect(advise(many, 20).leftOut).toEqual({ save: 0, spend: 0, plan: 0 });
  });

  it("of the plan begins with the best tier, and there with most at stake", () => {
    const plan = advise([dear("little"), great("great"), great("greater", { revenue12mMinor: 80_000 })]);
    expect(names(plan.retentionPlan).slice(0, 2)).toEqual(["greater", "great"]);
    expect(plan.retentionPlan[0]).toMatchObject({
      tier: "top",
      marginClvMinor: 90_000,
      // 0.4 × 40 % of 800.00.
      expectedMarginLostMinor: 12_800,
      probability: 0.4,
      probabilityQuarterAgo: 0.2,
    });
  });

  it("leaves out who has no score", () => {
    const { retentionPlan, notes } = spendingAdvice(
      [valued({ name: "scored", probabilityQuarterAgo: 0.1 }), valued({ name: "not", probability: null })],
      "EUR",
      5,
    );
    expect(names(retentionPlan)).toEqual(["scored"]);
    expect(notes).toContainEqual(phrase("spending.note.unscored", { customers: 1 }));
  });
});

describe("the notes", () => {
  const codes = (...given: readonly Given[]) =>
    spendingAdvice(given.map(valued), "EUR", 5)
      .notes.map(({ code }) => code)
      .filter((code) => code.startsWith("spending.note"));
  const known = { probabilityQuarterAgo: 0.1, cost12mMinor: 5 };

  it("say what is missing, and nothing where nothing is", () => {
    expect(codes(known)).toEqual([]);
    expect(codes(known, { ...known, probability: null })).toEqual(["spending.note.unscored"]);
    expect(codes(known, { ...known, probabilityQuarterAgo: null })).toEqual([
      "spending.note.no-earlier-score",
    ]);
    expect(codes({ ...known, cost12mMinor: null }, { ...known, cost12mMinor: 0 })).toEqual([
      "spending.note.no-costs",
    ]);
    expect(codes()).toEqual([]);
  });

  it("count customers", () => {
    const { notes } = spendingAdvice([valued(), valued()], "EUR", 5);
    expect(notes).toContainEqual(phrase("spending.note.no-earlier-score", { customers: 2 }));
  });
});
