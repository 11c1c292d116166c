import { expect, it } from "vitest";
import {
  type AttributeCount,
  attributeColumns,
  judgeAttributes,
} from "../../../../src/domain/risk/attribute-inputs.ts";

const count = (name: string, more: Partial<AttributeCount> = {}): AttributeCount => ({
  ...{ name, sinceStart: false, customers: 100, numbers: 0, wholeNumbers: 0, distinct: 3 },
  common: [
    { value: "Basic", customers: 60 },
    { value: "金卡", customers: 25 },
    { value: "Trial", customers: 15 },
  ],
  ...more,
});
const numbers = (name: string, more: Partial<AttributeCount>) =>
  count(name, { numbers: 100, common: [{ value: "1", customers: 50 }], ...more });

const because = (one: AttributeCount, customers = 100) => {
  const [judged] = judgeAttributes([one], customers, new Set());
  return judged?.input === null ? judged.because : judged?.input;
};

it("takes the common values of a text, and a number as a number", () => {
  expect(because(count("Plan"))).toEqual({
    ...{ kind: "values", name: "Plan", sinceStart: false, values: ["Basic", "金卡"] },
  });
  expect(because(numbers("Seats", { wholeNumbers: 100, distinct: 40 }))).toEqual({
    ...{ kind: "number", name: "Seats", sinceStart: false },
  });
  const yesOrNo = numbers("Newsletter", { wholeNumbers: 100, distinct: 2 });
  expect(because(yesOrNo)).toMatchObject({ kind: "values", values: ["1"] });
});

it("leaves out what is known of hardly anybody, of everybody alike, or different of each", () => {
  expect(because(count("Churn Reason"))).toBe("knows-the-end");
  expect(because(count("Plan", { customers: 19 }))).toBe("rare");
  expect(because(count("Plan"), 2001)).toBe("rare");
  expect(because(count("Plan"), 2000)).toMatchObject({ kind: "values" });
  expect(because(count("Plan", { distinct: 1, common: [{ value: "Basic", customers: 100 }] }))).toBe(
    "one-value",
  );
  const ids = { wholeNumbers: 100, distinct: 100 };
  expect(because(numbers("Account number", ids))).toBe("all-different");
  expect(because(numbers("Distance", { ...ids, wholeNumbers: 0 }))).toMatchObject({ kind: "number" });
  expect(because(count("Note", { distinct: 100, common: [{ value: "a", customers: 1 }] }))).toBe(
    "all-different",
  );
});

it("leaves out what somebody left out, and takes the best known first where there are many", () => {
  expect(judgeAttributes([count("Gender")], 100, new Set(["Gender"]))).toMatchObject([
    { input: null, because: "left-out" },
  ]);
  const many = Array.from({ length: 14 }, (_, n) => count(`A${n}`, { customers: 60 + n }));
  const judged = judgeAttributes(many, 100, new Set());
  expect(judged.map(({ count: { name }, input }) => (input === null ? null : name))).toEqual([
    ...["A13", "A12", "A11", "A10", "A9", "A8", "A7", "A6", "A5", "A4", "A3", "A2", null, null],
  ]);
});

it("gives a column for each value, and knows nothing where nothing is told", () => {
  const inputs = [
    { kind: "values", name: "Plan", sinceStart: false, values: ["Basic", "金卡"] },
    { kind: "number", name: "Seats", sinceStart: false },
    { kind: "number", name: "constructor", sinceStart: false },
  ] as const;
  const texts = [{ Plan: "Basic", Seats: " 12 " }, { Plan: "Trial", Seats: "1.234,5" }, { Plan: " " }, {}];
  const columns = attributeColumns(inputs, texts).map(({ name, values }) => [name, [...values]]);
  const { NaN: missing } = Number;
  expect(columns).toEqual([
    ["attribute Plan: Basic", [1, 0, missing, missing]],
    ["attribute Plan: 金卡", [0, 0, missing, missing]],
    ["attribute Seats", [12, missing, missing, missing]],
    ["attribute constructor", [missing, missing, missing, missing]],
  ]);
});
