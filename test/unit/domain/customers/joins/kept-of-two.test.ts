import { expect, it } from "vitest";
import { type Joinable, keptOfTwo } from "../../../../../src/domain/customers/joins/kept-of-two.ts";

const customer = (id: number, told: Partial<Joinable> = {}): Joinable => ({
  id,
  isInClosedBooks: false,
  hasSpentPoints: false,
  isUnnamed: false,
  hasOwner: false,
  hasContract: false,
  ...told,
});

it.each([
  ["the older", {}, {}, 1],
  ["the one with an owner", {}, { hasOwner: true }, 2],
  ["the one under contract before the owned one", { hasOwner: true }, { hasContract: true }, 2],
  ["the named one before the owned one", { isUnnamed: true, hasOwner: true }, {}, 2],
  [
    "the one in closed books before all",
    { hasOwner: true, hasContract: true },
    { isInClosedBooks: true, isUnnamed: true },
    2,
  ],
])("keeps %s", (_, first, second, kept) => {
  const [a, b] = [customer(1, first), customer(2, second)];
  expect(keptOfTwo(a, b)).toEqual({ kind: "kept", keptId: kept, joinedId: 3 - kept });
  expect(keptOfTwo(b, a)).toEqual(keptOfTwo(a, b));
});

it("keeps who spent points, and none where the other has something booked, too", () => {
  const spent = customer(2, { hasSpentPoints: true, isUnnamed: true });
  expect(keptOfTwo(customer(1), spent)).toMatchObject({ keptId: 2 });
  for (const booked of [{ hasSpentPoints: true }, { isInClosedBooks: true }])
    expect(keptOfTwo(customer(1, booked), spent)).toEqual({ kind: "points" });
});

it("keeps none where closed books count both", () => {
  const both = { isInClosedBooks: true };
  expect(keptOfTwo(customer(1, both), customer(2, both))).toEqual({ kind: "closed" });
});
