import { describe, expect, it } from "vitest";
import { maySeeMoney } from "../../../src/domain/access.ts";
import { advise } from "../../../src/domain/advice.ts";
import type { CardFacts } from "../../../src/domain/card-facts.ts";
import type { Customer, Member } from "../../../src/domain/customer.ts";
import { customerCard } from "../../../src/domain/customer-card.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const customer: Customer = {
  id: 1,
  source: "test",
  externalId: "C-1",
  name: "Acme",
  domain: null,
  ownerEmail: "ana@example.com",
  segment: null,
  currency: "EUR",
  monthlyRevenueMinor: null,
  marginPercent: null,
  acquisitionCostMinor: null,
  startedOn: null,
  renewsOn: null,
  endedOn: null,
  country: null,
  language: null,
  attributes: {},
  snoozedUntil: null,
  snoozedBy: null,
};
const facts = (rest: Partial<CardFacts> = {}, about: Partial<Customer> = {}): CardFacts => ({
  customer: { ...customer, ...about },
  owner: null,
  snoozedByName: null,
  score: null,
  earlierScore: null,
  hasModel: true,
  dataUpTo: null,
  revenue12Months: [{ minor: 500_000, currency: "EUR" }],
  purchaseDays: 0,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  lastTouch: null,
  openTicket: null,
  ...rest,
});
const member = (role: Member["role"], email: string | null): Member => ({
  slackUserId: "U1",
  name: "Someone",
  email,
  role,
  timeZone: "UTC",
});
const touched = (days: number) => ({
  at: daysAgo(days),
  channel: "phone" as const,
  outcome: "reached" as const,
  memberName: null,
});
const score = (probability: number | null, hoursAgo = 1) => ({
  asOf: new Date(NOW.getTime() - hoursAgo * 3_600_000),
  probability,
  silence: probability === null ? "not enough history yet" : null,
  reasons: [{ feature: "revenueMinor90d", value: 900_000, typical: 100_000, contribution: -1 }],
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
    expect(maySeeMoney(reader, customer)).toBe(expected);
    expect(customerCard(facts(), reader, NOW).value.kind).toBe(expected ? "shown" : "hidden");
  });

  it("is nobody in a channel shared with another organisation, not even in a reason", () => {
    const card = customerCard(facts({ score: score(0.3) }), member("manager", null), NOW, "shared-channel");
    expect(card.value).toEqual({ kind: "hidden", because: "shared-channel" });
    expect(card.reasons.join()).not.toContain("€");
  });

  it("is not someone without an e-mail where the customer has no owner", () => {
    expect(maySeeMoney(member("rep", null), { ownerEmail: null })).toBe(false);
  });
});

describe("the risk on a card", () => {
  const risk = (rest: Partial<CardFacts>, about: Partial<Customer> = {}) =>
    customerCard(facts(rest, about), member("manager", null), NOW).risk;

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

  it("stays silent rather than guessing", () => {
    expect(risk({ score: score(null) })).toMatchObject({ kind: "silent", because: "not enough history yet" });
    expect(risk({ hasModel: false })).toEqual({ kind: "no-model" });
  });
});

describe("the suggested action", () => {
  const ticket = { reference: "T-1", subject: "Broken", severity: "high" as const, openedAt: daysAgo(3) };
  const rhythm = { purchaseDays: 5, firstPurchaseAt: daysAgo(120), lastPurchaseAt: daysAgo(40) };
  const playbook = (rest: Partial<CardFacts>, about: Partial<Customer> = {}) => {
    const advice = advise(facts(rest, about), NOW);
    return advice.kind === "act" ? advice.playbook : advice.because;
  };

  it("solves an open ticket before anything else", () => {
    expect(playbook({ openTicket: ticket, ...rhythm }, { renewsOn: "2026-12-20" })).toBe("solve-ticket");
  });

  it("waits a week for an answer after a contact", () => {
    expect(playbook({ lastTouch: touched(6) }, { renewsOn: "2026-12-20" })).toContain("Contacted 6 days ago");
    expect(playbook({ lastTouch: touched(7) }, { renewsOn: "2026-12-20" })).toBe("call-about-renewal");
  });

  it.each([
    ["2026-12-09", "call-about-renewal"],
    ["2027-02-07", "call-about-renewal"],
    ["2027-02-08", "All is well: no contact is due."],
    ["2026-12-08", "All is well: no contact is due."],
  ])("calls about a renewal on %s: %s", (renewsOn, expected) => {
    expect(playbook({ lastTouch: touched(10) }, { renewsOn })).toBe(expected);
  });

  it("breaks a silence beyond half again the usual gap, and only where there is a rhythm", () => {
    const lastTouch = touched(10);
    expect(playbook({ lastTouch, ...rhythm })).toBe("break-silence");
    expect(playbook({ lastTouch, ...rhythm, lastPurchaseAt: daysAgo(30) })).toContain("All is well");
    expect(playbook({ lastTouch, ...rhythm, purchaseDays: 2 })).toContain("All is well");
  });

  it("asks for a contact a month, and says thanks for a fresh purchase", () => {
    expect(playbook({})).toBe("monthly-contact");
    expect(playbook({ lastTouch: touched(30) })).toBe("monthly-contact");
    expect(playbook({ lastTouch: touched(29) })).toContain("All is well");
    expect(playbook({ lastTouch: touched(20), lastPurchaseAt: daysAgo(2) })).toBe("thank");
    expect(playbook({ lastTouch: touched(20), lastPurchaseAt: daysAgo(8) })).toContain("All is well");
  });

  it("leaves a snoozed customer and one whose contract ended alone", () => {
    expect(playbook({}, { snoozedUntil: new Date(NOW.getTime() + 1) })).toContain("Snoozed");
    expect(playbook({}, { snoozedUntil: NOW })).toBe("monthly-contact");
    expect(playbook({}, { endedOn: "2026-12-01" })).toContain("ended");
  });

  it("names the same occasion until something changes", () => {
    const occasion = (rest: Partial<CardFacts>, now = NOW) => {
      const advice = advise(facts(rest, { renewsOn: "2027-01-20" }), now);
      return advice.kind === "act" ? advice.occasion : null;
    };
    expect(occasion({}, NOW)).toBe(occasion({}, daysAgo(5)));
    expect(occasion({})).not.toBe(occasion({ lastTouch: touched(10) }));
  });
});
