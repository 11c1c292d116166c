import { expect, it } from "vitest";
import type { TracedEntry } from "../../../../../src/domain/costs/trace/entry-rows.ts";
import {
  type ActedOn,
  nudgeCosts,
  totalNudgeCost,
} from "../../../../../src/domain/outreach/proof/nudge-costs.ts";

const acted = (more: Partial<ActedOn> = {}): ActedOn => ({
  ...{ playbook: "thank", customerId: 1, memberId: "U1", day: "2026-10-05", ...more },
});
const entry = (more: Partial<TracedEntry> = {}): TracedEntry => ({
  ...{ id: 1, source: "s", externalId: "e", category: "activities", subcategory: null, kind: "direct" },
  ...{ amountMinor: 9_200, currency: "EUR", fromDay: "2026-10-01", toDay: "2026-12-31" },
  ...{ appliesTo: "playbook:thank", driver: "equal", note: null, correctsId: null, bookedOn: null },
  ...more,
});
const costsOf = (given: { actedOn?: readonly ActedOn[]; entries?: readonly TracedEntry[]; toDay?: string }) =>
  nudgeCosts({
    actedOn: given.actedOn ?? [],
    entries: given.entries ?? [],
    period: { fromDay: "2026-10-01", toDay: given.toDay ?? "2026-12-31" },
    hourlyCosts: [
      { memberId: "U1", fromDay: "2026-01-01", perHour: { minor: 6_000, currency: "EUR" } },
      { memberId: "U1", fromDay: "2026-10-10", perHour: { minor: 7_200, currency: "EUR" } },
      { memberId: "U2", fromDay: "2026-01-01", perHour: { minor: 6_000, currency: "USD" } },
    ],
    rates: {
      currency: "EUR",
      rates: [{ fromCurrency: "USD", toCurrency: "EUR", day: "2026-10-06", rate: "0.5" }],
    },
    minutesOf: (playbook) => (playbook === "thank" ? 5 : 30),
  });

it("prices the playbook's minutes at what an hour of who acted cost on that day", () => {
  const costs = costsOf({
    actedOn: [acted(), acted({ day: "2026-10-10" }), acted({ playbook: "check-in" })],
  });
  expect(costs.get("thank")).toMatchObject({ timeMinor: 500 + 600, giftsMinor: 0, unpriced: 0 });
  expect(costs.get("check-in")?.timeMinor).toBe(3_000);
  expect(totalNudgeCost(costs.values()).timeMinor).toBe(4_100);
});

it("counts time nobody priced instead of taking it for free, and a rate nobody stated", () => {
  const unknown = costsOf({ actedOn: [acted({ memberId: "U9" }), acted({ memberId: null })] }).get("thank");
  expect(unknown).toMatchObject({ timeMinor: 0, unpriced: 2, missingRate: null });
  const foreign = costsOf({ actedOn: [acted({ memberId: "U2", day: "2026-10-06" })] }).get("thank");
  expect(foreign).toMatchObject({ timeMinor: 250, missingRate: null });
  const early = costsOf({ actedOn: [acted({ memberId: "U2" })] }).get("thank");
  expect(early).toMatchObject({ timeMinor: 0, missingRate: { code: "cost.missing-rate" } });
});

it("takes the ledger's entries for a playbook by the days that fall on the period", () => {
  expect(costsOf({ entries: [entry()] }).get("thank")?.giftsMinor).toBe(9_200);
  expect(costsOf({ entries: [entry()], toDay: "2026-10-31" }).get("thank")?.giftsMinor).toBe(3_100);
  const taken = entry({ id: 2, amountMinor: -9_200, correctsId: 1 });
  expect(costsOf({ entries: [entry(), taken] }).get("thank")?.giftsMinor).toBe(0);
  expect(costsOf({ entries: [entry({ currency: "JPY" })] }).get("thank")?.missingRate).not.toBeNull();
});

it("shares an entry equally by those it names, and leaves aside what names no playbook", () => {
  const shared = entry({ amountMinor: 101, appliesTo: "playbook:thank|playbook:check-in" });
  const costs = costsOf({ entries: [shared, entry({ id: 2, appliesTo: "all" })] });
  expect([costs.get("thank")?.giftsMinor, costs.get("check-in")?.giftsMinor]).toEqual([51, 50]);
  const besides = entry({ amountMinor: 100, appliesTo: "segment:VIP|playbook:thank" });
  expect(costsOf({ entries: [besides] }).get("thank")?.giftsMinor).toBe(50);
});
