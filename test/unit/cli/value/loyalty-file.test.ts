import { expect, it } from "vitest";
import { programmeIn } from "../../../../src/cli/value/loyalty-file.ts";

const GOOD = {
  earn: "{ on: payments, points: { eur: 1, TWD: 0.03 } }",
  expires: "12 months",
  worth: "{ points: 100, amount: 1.50, currency: EUR }",
  redeemed: "80 %",
  tiers: "{ currency: EUR, levels: { 金卡: 5000, Silver: 1000 } }",
};
const text = (given: Partial<typeof GOOD>) =>
  Object.entries({ ...GOOD, ...given })
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");
const read = (given: Partial<typeof GOOD> = {}) => programmeIn(text(given), "loyalty.yml");

it("reads a programme, tiers lowest first", () => {
  expect(read()).toEqual({
    earnsOn: "payment",
    pointsPerUnit: { EUR: "1", TWD: "0.03" },
    expiresAfter: { count: 12, unit: "months" },
    worth: { points: 100, money: { minor: 150, currency: "EUR" } },
    redeemedPercent: 80,
    tiers: {
      currency: "EUR",
      levels: [
        { name: "Silver", fromMinor: 100_000 },
        { name: "金卡", fromMinor: 500_000 },
      ],
    },
  });
  expect(read({ expires: "never", redeemed: "", tiers: "" })).toMatchObject({
    expiresAfter: null,
    redeemedPercent: 100,
    tiers: null,
  });
});

it.each([
  ["another word", { earn: "{ on: visits, points: { EUR: 1 } }" }, "earn.on"],
  ["no currency that earns", { earn: "{ on: orders, points: {} }" }, "earn.points"],
  ["points below zero", { earn: "{ on: orders, points: { EUR: -1 } }" }, "such as 1 or 0.03"],
  ["what is no currency", { earn: "{ on: orders, points: { EURO: 1 } }" }, "earn.points"],
  ["no word about expiry", { expires: "" }, "expires"],
  ["a time nobody can tell", { expires: "soon" }, "12 months"],
  ["a time beyond a hundred years", { expires: "99999 months" }, "12 months"],
  ["cents of yen", { worth: "{ points: 1, amount: 0.5, currency: JPY }" }, "worth.amount"],
  ["more than all", { redeemed: "120 %" }, "between 0 and 100"],
  ["two tiers at one amount", { tiers: "{ currency: EUR, levels: { A: 10, B: 10 } }" }, "tiers.levels"],
  ["a misspelt key", { worth: "{ point: 1, amount: 1, currency: EUR }" }, "point"],
  ["no YAML", { earn: "{ on: [" }, "loyalty.yml"],
] as const)("refuses %s, and says where", (_, given, named) => {
  expect(() => read(given)).toThrow(named);
});
