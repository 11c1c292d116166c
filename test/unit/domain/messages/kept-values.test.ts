import { expect, it } from "vitest";
import { asGiven, keptValue, sayTheSame } from "../../../../src/domain/messages/kept-values.ts";

it("gives back what it was given through JSON, instants and names in any script included", () => {
  const given = {
    at: new Date("2026-03-29T00:59:59.999Z"),
    customer: { name: "北京商贸有限公司 <&>", endedOn: null, attributes: { b: "2", a: "1" } },
    scores: [0.1 + 0.2, 1e-9, -0.5],
    none: [],
    isHeldOut: false,
  };
  const kept = JSON.parse(JSON.stringify(keptValue(given)));
  expect(asGiven(kept)).toStrictEqual(given);
  expect(Object.keys((asGiven(kept) as typeof given).customer.attributes)).toEqual(["b", "a"]);
});

it("leaves out what is undefined, and refuses what would come back as something else", () => {
  expect(keptValue({ a: undefined, b: 1 })).toEqual({ b: 1 });
  for (const value of [new Map(), new Set(), 1n, Number.NaN, () => 1, { in: new Map() }])
    expect(() => keptValue(value)).toThrow(TypeError);
});

it("compares by what is said, not by the order of names", () => {
  expect(sayTheSame({ a: 1, b: { d: [1, 2], c: null } }, { b: { c: null, d: [1, 2] }, a: 1 })).toBe(true);
  expect(sayTheSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sayTheSame({ a: 1 }, { a: 1, b: null })).toBe(false);
});
