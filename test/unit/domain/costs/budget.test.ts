import { expect, it } from "vitest";
import { parseBudgetScope, printBudgetScope } from "../../../../src/domain/costs/budget.ts";

it.each([
  [" All ", { kind: "all" }],
  ["segment:Key accounts", { kind: "segment", name: "Key accounts" }],
  ["SEGMENT : Key: big ", { kind: "segment", name: "Key: big" }],
  ["segment：大客户", { kind: "segment", name: "大客户" }],
  ["category: Labour", { kind: "category", category: "labour" }],
  ["category:rent", null],
  ["segment:", null],
  ["segment:  ", null],
  ["customer:C-1", null],
  ["for all", null],
  ["all of it", null],
  ["my segment:Key", null],
  ["", null],
])("reads whose costs %j limits as %j", (text, scope) => {
  expect(parseBudgetScope(text)).toEqual(scope);
});

it.each(["all", "segment:Key accounts", "category:labour"])("writes %s as it is read", (text) => {
  expect(printBudgetScope(parseBudgetScope(text)!)).toBe(text);
});
