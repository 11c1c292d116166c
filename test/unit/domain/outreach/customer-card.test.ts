import { describe, expect, it } from "vitest";
import { maySeeMoney, type Place } from "../../../../src/domain/access.ts";
import type { Customer, Member } from "../../../../src/domain/customer.ts";
import { customerCard } from "../../../../src/domain/outreach/customer-card.ts";
import type { AllFacts } from "../../../../src/domain/outreach/facts.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { Reason } from "../../../../src/domain/risk/scores/reasons.ts";
import { cardFactsOf, A_CUSTOMER as customer } from "../../../support/card-facts.ts";

const THIN = phrase("no-score.short-history", { purchases: 1, days: 3 });
const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const SPENDS_LESS: Reason = {
  ...{ feature: "revenueMinor90d", value: 900_000, typical: 100_000, contribution: 1 },
  companions: { revenueMinorPrevious90d: 1_800_000 },
};

const facts: typeof cardFactsOf = (rest = {}, about = {}) =>
  cardFactsOf({ revenue12Months: [{ minor: 500_000, currency: "EUR" }], ...rest }, about);
const member = (role: Member["role"], email: string | null): Member => ({
  slackUserId: "U1",
  name: "Someone",
  email,
  role,
  timeZone: "UTC",
});
const score = (probability: number | null, hoursAgo = 1) => ({
  asOf: new Date(NOW.getTime() - hoursAgo * 3_600_000),
  probability,
  bounds: null,
  levers: [],
  silence: probability === null ? THIN : null,
  reasons: [SPENDS_LESS],
  model: null,
});

describe("who may see money", () => {
  it.each([
    ["a manager", member("manager", null), true],
    ["operations", member("operations", null), true],
    ["the owner, however the e-mail is spelt", member("rep", "Ana@Example.com"), true],
    ["another rep", member("rep", "ben@example.com"), false],
    ["a rep nobody knows the e-mail of", member("rep", null), false],
  ])("%s", (_, reader, expected) => {
    expect(maySeeMoney(reader, customer, "direct")).toBe(expected);
    expect(customerCard(facts(), reader, "direct", NOW).value.kind).toBe(expected ? "shown" : "hidden");
  });

  it("is nobody where everyone reads, unless a manager opened the channel to amounts", () => {
    const shownIn = (place: Place) => customerCard(facts({ score: score(0.3) }), "everyone", place, NOW);
    expect(shownIn("channel").value).toEqual({ kind: "hidden" });
    expect(shownIn("money").value.kind).toBe("shown");
  });

  it("makes no difference to the reasons, which name no amount to anybody", () => {
    const reasonsIn = (place: Place) =>
      customerCard(facts({ score: score(0.6) }), "everyone", place, NOW).reasons;
    expect(reasonsIn("channel")).toEqual([phrase("because.spends-less", { percent: 50 })]);
    expect(reasonsIn("money")).toEqual(reasonsIn("channel"));
  });

  it("is the same on a rep's own card and on a shared one above it", () => {
    const rep = member("rep", "ben@example.com");
    for (const place of ["channel", "money"] as const)
      expect(maySeeMoney(rep, customer, place)).toBe(maySeeMoney("everyone", customer, place));
  });

  it("is not someone without an e-mail where the customer has no owner", () => {
    expect(maySeeMoney(member("rep", null), { ownerEmail: null }, "direct")).toBe(false);
  });
});

describe("the reasons on a card", () => {
  const reasonsOf = (reasons: readonly Reason[], about: Partial<Customer> = {}) =>
    customerCard(facts({ score: { ...score(0.6), reasons } }, about), "everyone", "channel", NOW).reasons;
  const telling = (feature: string, value: number) => ({ feature, value, typical: null, contribution: 1 });

  it("are three at most, and none rather than nonsense", () => {
    const three = [SPENDS_LESS, telling("openTickets", 1), telling("daysSinceLastTouch", 90)];
    expect(reasonsOf([...three, telling("refundDaysTotal", 1)])).toHaveLength(3);
    expect(reasonsOf([telling("purchaseDaysTotal", 23)])).toEqual([]);
  });
});

describe("the risk on a card", () => {
  const risk = (rest: Partial<AllFacts>, about: Partial<Customer> = {}) =>
    customerCard(facts(rest, about), member("manager", null), "direct", NOW).risk;

  it("goes stale after a day and a half", () => {
    expect(risk({ score: score(0.5, 36) })).toMatchObject({ kind: "scored", stale: false });
    expect(risk({ score: score(0.5, 37) })).toMatchObject({ kind: "scored", stale: true });
  });

  it("names its change in whole points, and none where nothing moved", () => {
    const earlierScore = { asOf: daysAgo(8), probability: 0.544, modelId: null };
    expect(risk({ score: score(0.62), earlierScore })).toMatchObject({ change: { points: 8 } });
    expect(risk({ score: score(0.541), earlierScore })).toMatchObject({ change: null });
  });

  it("gives way to the end of a contract from its day on", () => {
    expect(risk({ score: score(0.5) }, { endedOn: "2026-12-09" })).toEqual({
      kind: "ended",
      on: "2026-12-09",
    });
    expect(risk({ score: score(0.5) }, { endedOn: "2026-12-10" })).toMatchObject({ kind: "scored" });
  });

  it("gives no figure rather than a guess", () => {
    expect(risk({ score: score(null) })).toMatchObject({ kind: "no-score", because: THIN });
    expect(risk({ hasModel: false })).toEqual({ kind: "no-model" });
  });
});

describe("a card", () => {
  const manager = member("manager", null);
  const card = (rest: Partial<AllFacts>, about: Partial<Customer> = {}, reader = manager) =>
    customerCard(facts(rest, about), reader, "direct", NOW);

  it("names the owner as the workspace knows them, else by their e-mail", () => {
    expect(card({ owner: { slackUserId: "U2", name: "Ana", account: "member" } }).ownerName).toBe("Ana");
    expect(card({}).ownerName).toBe("ana@example.com");
    expect(card({}, { ownerEmail: null }).ownerName).toBeNull();
  });

  it("shows a contract's monthly revenue where its currency is known", () => {
    const monthly = (about: Partial<Customer>) => {
      const { value } = card({}, about);
      return value.kind === "shown" ? value.monthlyRevenue : value.kind;
    };
    expect(monthly({ monthlyRevenueMinor: 9_900 })).toEqual({ minor: 9_900, currency: "EUR" });
    expect(monthly({ monthlyRevenueMinor: null })).toBeNull();
    expect(monthly({ monthlyRevenueMinor: 9_900, currency: null })).toBeNull();
  });

  it("says to a rep that it is not their account", () => {
    expect(card({}, {}, member("rep", "ben@example.com")).value).toEqual({ kind: "hidden" });
  });

  it("tells three reasons at most", () => {
    const [reason] = score(0.3).reasons;
    const told = { score: { ...score(0.3), reasons: Array.from({ length: 4 }, () => reason!) } };
    expect(card(told).reasons).toHaveLength(3);
  });

  it("shows a snooze until it is over, and who set it", () => {
    const snooze = (snoozedUntil: Date | null) => card({ snoozedByName: "Ben" }, { snoozedUntil }).snooze;
    const later = new Date(NOW.getTime() + 1);
    expect(snooze(later)).toEqual({ until: later, byName: "Ben" });
    expect(snooze(NOW)).toBeNull();
    expect(snooze(null)).toBeNull();
  });

  it("carries when they last bought", () => {
    const lastAt = daysAgo(3);
    expect(card({ purchases: { days: 2, firstAt: daysAgo(40), lastAt } }).lastPurchaseAt).toEqual(lastAt);
    expect(card({}).lastPurchaseAt).toBeNull();
  });
});
