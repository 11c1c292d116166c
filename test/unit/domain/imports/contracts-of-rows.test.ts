import { expect, it } from "vitest";
import type { CustomerProfile } from "../../../../src/domain/customer.ts";
import { contractsOfRows, profileOfRows } from "../../../../src/domain/imports/contracts-of-rows.ts";
import { profileOf } from "../../../../src/sources/customer-profile.ts";

const TODAY = "2026-11-22";
const row = (
  startedOn: string | null,
  endedOn: string | null,
  minor: number | null,
  more: Partial<CustomerProfile> = {},
) => ({
  ...profileOf({ source: "shop", externalId: "C1", name: "C1" }),
  ...{ startedOn, endedOn, monthlyRevenueMinor: minor, currency: "EUR" },
  ...more,
});
const ended = row("2025-01-01", "2025-12-31", 5_000, { segment: "gold", domain: "acme.com" });
const running = row("2026-01-01", null, 10_000, { segment: "silver" });
const second = row("2026-03-01", null, 2_000);

const orders = <T>([a, b, c]: readonly [T, T, T]) => [
  [a, b, c],
  [c, b, a],
  [b, c, a],
];

it("has ended when all rows have, and is worth the sum of those that run, in whatever order they stand", () => {
  for (const rows of orders([ended, running, second])) {
    expect(profileOfRows(rows, TODAY)).toMatchObject({
      startedOn: "2026-01-01",
      endedOn: null,
      monthlyRevenueMinor: 12_000,
      segment: "silver",
      domain: "acme.com",
    });
  }
  const over = row("2024-01-01", "2024-12-31", 100);
  expect(profileOfRows([over, ended], TODAY)).toMatchObject({ endedOn: "2025-12-31", segment: "gold" });
});

it("never adds two currencies", () => {
  expect(profileOfRows([running, { ...second, currency: "USD" }], TODAY).monthlyRevenueMinor).toBeNull();
});

it("names a contract for each different row, the same ones in whatever order they stand", () => {
  const same = row("2026-01-01", null, 3_000);
  const ids = ["C1 2025-01-01", "C1 2026-01-01", "C1 2026-01-01 #2"];
  for (const rows of orders([ended, running, same])) {
    const lines = contractsOfRows([...rows, running], new Map(), TODAY);
    expect(lines.map(({ contract }) => contract)).toEqual(ids);
    expect(lines.map(({ monthly }) => monthly.minor)).toEqual([5_000, 3_000, 10_000]);
  }
});

it("names none where rows say the same of one contract, or one does not say what it is", () => {
  expect(
    contractsOfRows([running, { ...running, attributes: { contact: "Kim" } }], new Map(), TODAY),
  ).toEqual([]);
  expect(contractsOfRows([running, row(null, null, 100)], new Map(), TODAY)).toEqual([]);
  expect(contractsOfRows([running, row("2026-05-01", "2026-04-01", 100)], new Map(), TODAY)).toEqual([]);
});

it("lets another price of a running contract count from today, and of an ended one not at all", () => {
  const kept = new Map([
    ["C1 2025-01-01", { fromDay: "2025-01-01", monthly: { minor: 4_000, currency: "EUR" } }],
    ["C1 2026-01-01", { fromDay: "2026-01-01", monthly: { minor: 9_000, currency: "EUR" } }],
    ["C1 2026-03-01", { fromDay: "2026-06-01", monthly: { minor: 2_000, currency: "EUR" } }],
  ]);
  expect(
    contractsOfRows([ended, running, second], kept, TODAY).map(({ priceFrom, monthly }) => [
      priceFrom,
      monthly.minor,
    ]),
  ).toEqual([
    ["2025-01-01", 4_000],
    [TODAY, 10_000],
    ["2026-06-01", 2_000],
  ]);
});
