import { describe, expect, it } from "vitest";
import { type CostText, readCost, readDay } from "../../../../src/domain/costs/cost-draft.ts";
import type { AmountReader } from "../../../../src/domain/costs/typed-amount.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const TEXT: CostText = {
  category: "Labour",
  subcategory: "pay",
  kind: " Direct ",
  amount: "12",
  currency: " eur ",
  fromDay: "2026-03-01",
  toDay: " 2026-03-31 ",
  appliesTo: "segment: Key",
  driver: "",
  note: "  ",
};
const readAmount: AmountReader = (text) =>
  text === "fine" || text === ""
    ? {
        kind: "wrong",
        because: text === "fine" ? "too-fine" : "not-a-number",
        problem: phrase("amount.wrong"),
      }
    : { kind: "amount", minor: 100 * Number(text) };

const read = (given: Partial<CostText> = {}) => readCost({ ...TEXT, ...given }, readAmount);
const cost = (given: Partial<CostText>) => {
  const result = read(given);
  return result.kind === "cost" ? result.cost : result.problems.map(({ problem }) => problem.code);
};
/** Every fault with its field and the reason that is kept with a rejected line. */
const faults = (given: Partial<CostText>) => {
  const result = read(given);
  return result.kind === "wrong" ? result.problems.map(({ field, reason }) => `${field}: ${reason}`) : [];
};
const problem = (given: Partial<CostText>) => {
  const result = read(given);
  return result.kind === "wrong" ? result.problems[0].problem : null;
};

describe("a cost as somebody writes it", () => {
  it("is read in any case and with blanks around, shared equally unless said, without an empty note", () => {
    expect(cost({})).toEqual({
      category: "labour",
      subcategory: "pay",
      kind: "direct",
      amountMinor: 1_200,
      currency: "EUR",
      fromDay: "2026-03-01",
      toDay: "2026-03-31",
      appliesTo: "segment:Key",
      driver: "equal",
      note: null,
    });
    expect(cost({ driver: " Revenue ", note: " by hand " })).toMatchObject({
      driver: "revenue",
      note: "by hand",
    });
    expect(cost({ driver: "  " })).toMatchObject({ driver: "equal" });
  });

  it("may cover a single day", () => {
    expect(cost({ toDay: "2026-03-01" })).toMatchObject({ fromDay: "2026-03-01", toDay: "2026-03-01" });
  });

  it.each([
    ["of its own field", { category: "labour", subcategory: "Bonus" }, "bonus"],
    ["behind a colon", { category: "labour: Benefits", subcategory: "" }, "benefits"],
    [
      "behind a colon rather than of its field",
      { category: "labour:training", subcategory: "pay" },
      "training",
    ],
    ["of its field where nothing is behind the colon", { category: "labour: ", subcategory: "pay" }, "pay"],
    ["not given", { category: "tools", subcategory: " " }, null],
  ])("has the subcategory %s", (_where, given, subcategory) => {
    expect(cost(given)).toMatchObject({ subcategory });
  });

  it.each([
    [{ category: "rent" }, ["category: unknown_category"]],
    [{ category: "labour:rent" }, ["category: unknown_category"]],
    [{ subcategory: "rent" }, ["subcategory: unknown_category"]],
    [{ category: "tools", subcategory: "pay" }, ["subcategory: unknown_category"]],
    [{ category: "tools:pay", subcategory: "" }, ["category: unknown_category"]],
    [{ kind: "both" }, ["kind: unknown_kind"]],
    [{ currency: " " }, ["currency: missing_currency"]],
    [{ currency: "euro" }, ["currency: unknown_currency"]],
    [{ amount: "fine" }, ["amount: bad_amount"]],
    [{ amount: "" }, ["amount: not_a_number"]],
    [{ amount: "0" }, ["amount: not_above_zero"]],
    [{ amount: "-1" }, ["amount: not_above_zero"]],
    [{ fromDay: "soon" }, ["fromDay: bad_date"]],
    [{ toDay: "2026-02-30" }, ["toDay: bad_date"]],
    [{ fromDay: "2026-04-01" }, ["toDay: bad_period"]],
    [{ appliesTo: " " }, ["appliesTo: missing_target"]],
    [{ appliesTo: "everybody" }, ["appliesTo: bad_target"]],
    [{ driver: "weight" }, ["driver: unknown_driver"]],
    [{ note: "n".repeat(2_001) }, ["note: too_long"]],
  ] as ReadonlyArray<[Partial<CostText>, string[]]>)("is refused for %o", (given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  it("takes a note of 2,000 characters", () => {
    expect(cost({ note: "n".repeat(2_000) })).toMatchObject({ note: "n".repeat(2_000) });
  });

  it("names every fault at once, in the order of the fields; no amount is read without its currency", () => {
    const empty = Object.fromEntries(Object.keys(TEXT).map((field) => [field, ""]));
    expect(faults(empty)).toEqual([
      "category: unknown_category",
      "kind: unknown_kind",
      "currency: missing_currency",
      "fromDay: bad_date",
      "toDay: bad_date",
      "appliesTo: missing_target",
    ]);
  });

  it("says what was typed and what there is to choose from; another sentence where nothing was typed", () => {
    const choices = "direct, indirect";
    expect(problem({ kind: "both" })).toMatchObject({
      code: "cost.problem.kind",
      parameters: { typed: "both", choices },
    });
    expect(problem({ kind: " " })).toEqual(phrase("cost.problem.kind-missing", { choices }));
    expect(problem({ category: "tools:pay" })).toEqual(
      phrase("cost.problem.only-labour", { choices: "pay, bonus, benefits, training" }),
    );
    expect(problem({ currency: "" })).toEqual(phrase("cost.problem.currency-missing"));
    expect(problem({ currency: "euro" })).toEqual(phrase("cost.problem.currency", { typed: "euro" }));
    expect(problem({ amount: "fine" })).toEqual(phrase("amount.wrong"));
    expect(problem({ amount: "0" })).toEqual(phrase("cost.problem.not-above-zero"));
    expect(problem({ toDay: "soon" })).toEqual(
      phrase("cost.problem.day", {
        typed: "soon",
        first: { day: "1990-01-01" },
        last: { day: "2100-12-31" },
      }),
    );
    expect(problem({ fromDay: "2026-04-01" })).toEqual(
      phrase("cost.problem.period", { from: { day: "2026-04-01" }, to: { day: "2026-03-31" } }),
    );
    expect(problem({ note: "n".repeat(2_001) })).toEqual(
      phrase("cost.problem.note-too-long", { limit: 2_000 }),
    );
  });
});

it.each([
  ["1990-01-01", "1990-01-01"],
  ["2100-12-31", "2100-12-31"],
  [" 2028-02-29 ", "2028-02-29"],
  ["1989-12-31", null],
  ["2101-01-01", null],
  ["2026-02-29", null],
  ["2026-13-01", null],
  ["2026-3-1", null],
  ["12026-03-01", null],
  ["2026-03-011", null],
  ["", null],
])("reads %j as the day %j", (text, day) => {
  expect(readDay(text)).toBe(day);
});
