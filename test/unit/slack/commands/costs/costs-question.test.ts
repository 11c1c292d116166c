import { expect, test } from "vitest";
import { readCostsQuestion } from "../../../../../src/slack/commands/costs/costs-question.ts";
import { textOf } from "../../../../../src/words/text.ts";

const read = (typed: string) => {
  const question = readCostsQuestion(typed, "2026-11-22");
  return question && [textOf(question.period.name, "en"), question.dimension, question.currency];
};

test.each([
  ["", "October 2026", "segment", null],
  ["quarter", "Q3 2026", "segment", null],
  ["by category", "October 2026", "category", null],
  ["this year BY Owner", "2026 so far", "owner", null],
  ["in eur", "October 2026", "segment", "EUR"],
  ["month by channel in JPY", "October 2026", "channel", "JPY"],
  ["  2026-Q2   by   customer ", "Q2 2026", "customer", null],
])("“%s” asks for %s by %s in %s", (typed, name, dimension, currency) => {
  expect(read(typed)).toEqual([name, dimension, currency]);
});

test.each(["fortnight", "by colour", "month by", "by", "acme", "in gold"])(
  "“%s” is no question about costs",
  (typed) => {
    expect(read(typed)).toBeNull();
  },
);
