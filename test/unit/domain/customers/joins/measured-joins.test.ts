import { expect, it } from "vitest";
import { LABELLED_PAIRS } from "../../../../support/labelled-customer-pairs.ts";
import { measureJoins } from "../../../../support/measure-joins.ts";

it("has 500 labelled pairs, about half of them near misses", () => {
  expect(LABELLED_PAIRS).toHaveLength(500);
  expect(LABELLED_PAIRS.filter(({ isOne }) => !isOne).length).toBeGreaterThanOrEqual(250);
});

/** What docs/customers-joined.md states; the held-out half was measured once, after tuning on the other. */
it("joins nobody wrongly, and finds nearly everybody, on the pairs held out", () => {
  const { pairs, certain, certainOrProposed } = measureJoins("held-out");
  expect(pairs).toBe(250);
  expect(certain.precision).toBe(1);
  expect(certain.recall).toBeCloseTo(0.456, 2);
  expect(certainOrProposed.precision).toBe(1);
  expect(certainOrProposed.recall).toBeCloseTo(0.991, 2);
});
