import { expect, it } from "vitest";
import { currenciesWithoutPoints } from "../../../../../src/domain/value/loyalty/expected-points.ts";
import { nextExpiry } from "../../../../../src/domain/value/loyalty/points-account.ts";
import { aLedger, anActivity, aProgramme, aRefund, byHand, told } from "./points-given.ts";

it("books an order once, however often it is settled", () => {
  const ledger = aLedger(aProgramme());
  const order = anActivity("1", "2026-03-01", 12_099);
  expect(told(ledger.settle("2026-03-01", order))).toEqual(["2026-03-01 earned 120"]);
  expect(ledger.settle("2026-03-01", order)).toEqual([]);
  expect(ledger.settle("2026-06-01", order)).toEqual([]);
});

it("earns nothing before the programme, for what is free, and for what another kind of programme counts", () => {
  const ledger = aLedger(aProgramme());
  const nothing = [
    anActivity("early", "2025-12-31", 5000),
    anActivity("small", "2026-02-01", 99),
    anActivity("paid", "2026-02-01", 5000, { kind: "payment" }),
    anActivity("dollars", "2026-02-01", 5000, { currency: "USD" }),
  ];
  expect(ledger.settle("2026-03-01", ...nothing)).toEqual([]);
  expect(currenciesWithoutPoints(nothing, [aProgramme()])).toEqual(["USD"]);
});

it("goes by the day where the team is, not by the clock of the row", () => {
  const ledger = aLedger(aProgramme());
  const newYear = anActivity("1", "2026-01-01", 1000, { at: new Date("2025-12-31T23:30:00Z") });
  expect(told(ledger.settle("2026-01-02", newYear))).toEqual(["2026-01-01 earned 10"]);
});

it("books the difference when an order changes, and takes all back when it goes", () => {
  const ledger = aLedger(aProgramme());
  ledger.settle("2026-03-01", anActivity("1", "2026-03-01", 10_000));
  expect(told(ledger.settle("2026-03-05", anActivity("1", "2026-03-01", 7_000)))).toEqual([
    "2026-03-05 corrected -30",
  ]);
  expect(told(ledger.settle("2026-03-06", anActivity("1", "2026-03-01", 9_000)))).toEqual([
    "2026-03-06 corrected 20",
  ]);
  expect(told(ledger.settle("2026-03-07"))).toEqual(["2026-03-07 corrected -90"]);
  expect(told(ledger.settle("2026-03-08", anActivity("1", "2026-03-01", 9_000)))).toEqual([
    "2026-03-01 earned 90",
  ]);
  expect(ledger.balance("2026-03-08")).toBe(90);
});

it("moves points to their new day, and their end with it", () => {
  const ledger = aLedger(aProgramme());
  ledger.settle("2026-03-01", anActivity("1", "2026-03-01", 10_000));
  ledger.settle("2026-03-10", anActivity("1", "2026-02-01", 10_000));
  expect(nextExpiry(ledger.account(), "2026-03-10")).toEqual({ points: 100, day: "2027-02-01" });
  expect(ledger.settle("2026-03-11", anActivity("1", "2026-02-01", 10_000))).toEqual([]);
});

it("takes back what a refund was for: the points of its document, else the newest", () => {
  const both = (refund: Parameters<typeof aRefund>[3]) => {
    const ledger = aLedger(aProgramme());
    ledger.settle(
      "2026-04-01",
      anActivity("1", "2026-02-01", 10_000, { document: "A" }),
      anActivity("2", "2026-03-01", 10_000, { document: "B" }),
      aRefund("3", "2026-04-01", 10_000, refund),
    );
    return nextExpiry(ledger.account(), "2026-04-01")?.day;
  };
  expect(both({ document: "A" })).toBe("2027-03-01");
  expect(both({})).toBe("2027-02-01");
  expect(both({ document: "A", source: "another" })).toBe("2027-02-01");
});

it("takes back no more than was earned: not for an order from before the programme", () => {
  const ledger = aLedger(aProgramme());
  const refund = aRefund("2", "2026-02-01", 50_000);
  expect(ledger.settle("2026-02-01", refund)).toEqual([]);
  ledger.settle("2026-02-02", refund, anActivity("3", "2026-02-02", 3_000));
  expect(ledger.balance("2026-02-02")).toBe(30);
  // An order told late was before the refund after all.
  ledger.settle(
    "2026-02-03",
    anActivity("1", "2026-01-15", 2_000),
    refund,
    anActivity("3", "2026-02-02", 3_000),
  );
  expect(ledger.balance("2026-02-03")).toBe(30);
});

it("goes below zero by a refund of what was redeemed, and new points settle that first", () => {
  const ledger = aLedger(aProgramme());
  const order = anActivity("1", "2026-02-01", 10_000);
  const refund = aRefund("2", "2026-02-10", 10_000);
  ledger.settle("2026-02-01", order);
  ledger.add(byHand("redeemed", -80, "2026-02-05"));
  ledger.settle("2026-02-10", order, refund);
  expect(ledger.balance("2026-02-10")).toBe(-80);
  ledger.settle("2026-02-20", order, refund, anActivity("3", "2026-02-20", 10_000));
  expect(ledger.balance("2026-02-20")).toBe(20);
});

it("lets go what is over on the day after the last one, used points excepted, the oldest used first", () => {
  const ledger = aLedger(aProgramme());
  const orders = [anActivity("1", "2026-02-01", 10_000), anActivity("2", "2026-03-01", 10_000)];
  ledger.settle("2026-03-01", ...orders);
  ledger.add(byHand("redeemed", -60, "2026-03-02"));
  expect(ledger.settle("2027-02-01", ...orders)).toEqual([]);
  expect(told(ledger.settle("2027-02-02", ...orders))).toEqual(["2027-02-02 expired -40"]);
  // A night without the job: the entry is of the day on which it was over.
  expect(told(ledger.settle("2027-05-01", ...orders))).toEqual(["2027-03-02 expired -100"]);
  expect(ledger.balance("2027-05-01")).toBe(0);
});

it("does not charge twice for an order that goes after its points were over", () => {
  const ledger = aLedger(aProgramme());
  const orders = [anActivity("1", "2026-02-01", 10_000), anActivity("2", "2027-01-01", 5_000)];
  ledger.settle("2027-01-01", ...orders);
  ledger.settle("2027-03-01", ...orders);
  expect(ledger.balance("2027-03-01")).toBe(50);
  const gone = ledger.settle("2027-03-02", orders[1] as (typeof orders)[0]);
  expect(told(gone)).toEqual(["2027-03-02 expired 100", "2027-03-02 corrected -100"]);
  expect(ledger.balance("2027-03-02")).toBe(50);
});

it("earns and lets go at once what is told after its time", () => {
  const ledger = aLedger(aProgramme({ validFrom: "2024-01-01" }));
  const made = ledger.settle("2026-03-01", anActivity("1", "2024-02-29", 10_000));
  expect(told(made)).toEqual(["2024-02-29 earned 100", "2025-03-01 expired -100"]);
});

it("leaves what was earned as it was when the programme changes, also on the day itself", () => {
  const before = aProgramme();
  const ledger = aLedger(before);
  const order = anActivity("1", "2026-03-01", 10_000);
  ledger.settle("2026-03-01", order);
  const after = aLedger(before, aProgramme({ id: 2, validFrom: "2026-03-01", pointsPerUnit: { EUR: "2" } }));
  for (const entry of ledger.entries()) after.add(entry);
  expect(after.settle("2026-03-02", order)).toEqual([]);
  after.settle("2026-03-02", order, anActivity("2", "2026-03-02", 10_000));
  expect(after.balance("2026-03-02")).toBe(300);
  // A change of an old order goes by the rules it was booked by.
  after.settle("2026-03-03", anActivity("1", "2026-03-01", 5_000), anActivity("2", "2026-03-02", 10_000));
  expect(after.balance("2026-03-03")).toBe(250);
});

it("gives back what a refund took when the refund goes", () => {
  const ledger = aLedger(aProgramme());
  const order = anActivity("1", "2026-02-01", 10_000);
  ledger.settle("2026-02-10", order, aRefund("2", "2026-02-10", 4_000));
  expect(ledger.balance("2026-02-10")).toBe(60);
  ledger.settle("2026-02-11", order);
  expect(ledger.balance("2026-02-11")).toBe(100);
});

it("takes what is left before it brings back what was over", () => {
  const ledger = aLedger(aProgramme());
  const orders = [anActivity("1", "2026-02-01", 10_000), anActivity("2", "2027-01-01", 10_000)];
  ledger.settle("2027-03-01", ...orders);
  const made = ledger.settle("2027-03-02", ...orders, aRefund("3", "2027-03-02", 5_000));
  expect(told(made)).toEqual(["2027-03-02 taken-back -50"]);
  expect(ledger.balance("2027-03-02")).toBe(50);
});
