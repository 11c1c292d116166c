import { expect, it } from "vitest";
import { pointsStanding } from "../../../../../src/domain/value/loyalty/standing.ts";
import { tierStanding } from "../../../../../src/domain/value/loyalty/tier.ts";
import { aLedger, anActivity, aProgramme, byHand } from "./points-given.ts";

const tiers = {
  currency: "EUR",
  levels: [
    { name: "Silver", fromMinor: 100_000 },
    { name: "黄金", fromMinor: 500_000 },
  ],
};
const DAY = "2026-06-01";
const rates = [{ fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-01", rate: "0.5" }];
const of = (...revenue: { minor: number; currency: string }[]) => tierStanding(tiers, revenue, DAY, rates);
const eur = (minor: number) => ({ minor, currency: "EUR" });

it.each([
  ["below the lowest", 99_999, null, { name: "Silver", missing: eur(1) }],
  ["exactly at one", 100_000, "Silver", { name: "黄金", missing: eur(400_000) }],
  ["at the highest", 500_000, "黄金", null],
  ["with more returned than bought", -100, null, { name: "Silver", missing: eur(100_100) }],
])("a tier is reached by what was spent: %s", (_, minor, name, next) => {
  expect(of(eur(minor))).toMatchObject({ name, next });
});

it("counts other currencies by stated rates alone, and names those without one", () => {
  expect(of(eur(50_000), { minor: 100_000, currency: "USD" })).toMatchObject({
    name: "Silver",
    withoutRate: [],
  });
  expect(of(eur(50_000), { minor: 9_900_000, currency: "TWD" })).toMatchObject({
    name: null,
    withoutRate: ["TWD"],
  });
});

it("leaves out what is over, though nobody has let it go yet", () => {
  const ledger = aLedger(aProgramme());
  ledger.settle("2026-03-01", anActivity("1", "2026-02-01", 10_000), anActivity("2", "2026-03-01", 5_000));
  ledger.add(byHand("redeemed", -30, "2026-03-02"));
  const on = (today: string) => pointsStanding(ledger.entries(), null, { revenue: [], today, rates });
  expect(on("2027-02-01")).toMatchObject({
    balance: 120,
    expiresNext: { points: 70, day: "2027-02-01" },
    tier: null,
  });
  expect(on("2027-02-02")).toMatchObject({ balance: 50, expiresNext: { points: 50, day: "2027-03-01" } });
  expect(on("2027-03-02")).toMatchObject({ balance: 0, expiresNext: null });
});
