import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import { PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const touched = (at: Date) => ({ at, channel: "phone", outcome: "reached", memberName: null }) as const;
const before = (at: Date) => touched(new Date(at.getTime() - 1));
const after = (at: Date) => touched(new Date(at.getTime() + 1));

const due = (key: string, rest: Partial<AllFacts> = {}, about: Partial<Customer> = {}) => {
  const playbook = PLAYBOOKS.find((one) => one.key === key);
  if (playbook === undefined) throw new Error(`There is no playbook ${key}.`);
  return playbook.eligible(cardFactsOf(rest, about), NOW, "nudge");
};
const ticket = { reference: "T-1", subject: "Broken", severity: "high", openedAt: daysAgo(3) } as const;
const solvedTicket = { reference: "T-2", subject: "Late", solvedAt: daysAgo(2) };
const unansweredTicket = { reference: "T-3", subject: "No sound", openedAt: daysAgo(2) };
const answer = (kind: "nps" | "csat" | "ces" | "thumbs", score: number, scaleMax: number, days = 2) => ({
  lastAnswers: [{ kind, score, scaleMax, at: daysAgo(days) }],
});
const scored = (probability: number, earlier: number, apartDays = 7, models = [1, 1]): Partial<AllFacts> => ({
  score: { ...A_SCORE, probability, asOf: NOW, model: { ...A_MODEL, id: models[0]! } },
  earlierScore: { probability: earlier, asOf: daysAgo(apartDays), modelId: models[1]! },
});
const A_SCORE = { bounds: null, silence: null, reasons: [], levers: [] };
const A_MODEL = { serves: "network", trainedAt: daysAgo(30), horizonDays: 90, heldOut: null } as const;
const loyal = (missing: number): Partial<AllFacts> => ({
  loyalty: {
    ...{ balance: 0, expiresNext: null, today: "2026-12-09", rates: [] },
    tiers: { currency: "EUR", levels: [{ name: "金卡", fromMinor: 100_000 }] },
  },
  purchases: { days: 4, firstAt: daysAgo(200), lastAt: daysAgo(20) },
  revenue12Months: [{ minor: 100_000 - missing, currency: "EUR" }],
});
const rhythm = { days: 3, firstAt: daysAgo(60), lastAt: daysAgo(40) };

describe("what a playbook says, and on which occasion", () => {
  it.each([
    [
      "solve-ticket",
      { openTicket: ticket },
      phrase("solve-ticket.action", { reference: "T-1" }),
      phrase("solve-ticket.reason", { subject: "Broken", days: 3 }),
      "T-1:untouched",
    ],
    [
      "settle-payment",
      { failedPayments: [daysAgo(2), daysAgo(9)] },
      phrase("settle-payment.action"),
      phrase("settle-payment.reason", { days: 2 }),
      "2026-12-07",
    ],
    [
      "confirm-fix",
      { solvedTicket },
      phrase("confirm-fix.action"),
      phrase("confirm-fix.reason", { subject: "Late", days: 2 }),
      "T-2",
    ],
    [
      "thank",
      { purchases: { days: 1, firstAt: daysAgo(4), lastAt: daysAgo(4) } },
      phrase("thank.action"),
      phrase("thank.reason", { days: 4 }),
      "2026-12-05",
    ],
    [
      "follow-up-delivery",
      { lastDeliveryAt: daysAgo(3) },
      phrase("follow-up-delivery.action"),
      phrase("follow-up-delivery.reason", { days: 3 }),
      "2026-12-06",
    ],
    [
      "break-silence",
      { purchases: rhythm, lastTouch: touched(daysAgo(8)) },
      phrase("break-silence.action"),
      phrase("break-silence.reason", { silent: 40, usual: 10 }),
      "2026-10-30:2026-12-01",
    ],
    [
      "monthly-contact",
      {},
      phrase("monthly-contact.action"),
      phrase("monthly-contact.never"),
      "never:2026-12",
    ],
    [
      "monthly-contact",
      { lastTouch: touched(daysAgo(31)) },
      phrase("monthly-contact.action"),
      phrase("monthly-contact.reason", { days: 31 }),
      "2026-11-08",
    ],
    [
      "reply-to-ticket",
      { unansweredTicket },
      phrase("reply-to-ticket.action", { reference: "T-3" }),
      phrase("reply-to-ticket.reason", { subject: "No sound", days: 2 }),
      "T-3:never",
    ],
    [
      "close-the-loop",
      answer("nps", 4, 10),
      phrase("close-the-loop.action"),
      phrase("close-the-loop.reason", { kind: "nps", score: 4, scale: 10, days: 2 }),
      "nps:2026-12-07",
    ],
    [
      "ask-referral",
      answer("nps", 9, 10),
      phrase("ask-referral.action"),
      phrase("ask-referral.reason", { score: 9, days: 2 }),
      "2026-12-07",
    ],
    [
      "answer-mention",
      { openMention: { network: "X", author: "a", text: "…", at: daysAgo(1) } },
      phrase("answer-mention.action", { network: "X" }),
      phrase("answer-mention.reason", { days: 1 }),
      "2026-12-08",
    ],
    [
      "usage-drop",
      { weeklyUsage: [10, 10, 10, 10, 7, 7, 6, 6] },
      phrase("usage-drop.action"),
      phrase("usage-drop.reason", { percent: 35 }),
      "2026-12:never",
    ],
    [
      "risk-jump",
      scored(0.45, 0.3),
      phrase("risk-jump.action"),
      phrase("risk-jump.reason", { points: 15 }),
      "2026-12-09:never",
    ],
    [
      "vip-cooling",
      { ...scored(0.4, 0.3), valueTier: { tier: "top", asOf: daysAgo(1) } },
      phrase("vip-cooling.action"),
      phrase("vip-cooling.reason", { points: 10 }),
      "2026-12:never",
    ],
    [
      "congratulate",
      { birthdays: [{ name: "王芳", birthday: "1980-12-09" }] },
      phrase("congratulate.action", { name: "王芳" }),
      phrase("congratulate.reason", { days: 0 }),
      "王芳:2026-12-09",
    ],
    [
      "anniversary",
      { purchases: { days: 9, firstAt: new Date("2024-12-08T10:00:00Z"), lastAt: daysAgo(3) } },
      phrase("anniversary.action"),
      phrase("anniversary.reason", { years: 2, days: 1 }),
      "2026-12-08",
    ],
    [
      "welcome",
      { purchases: { days: 1, firstAt: daysAgo(5), lastAt: daysAgo(5) } },
      phrase("welcome.action"),
      phrase("welcome.reason", { days: 5 }),
      "2026-12-04",
    ],
    [
      "tier-in-reach",
      loyal(20_000),
      phrase("tier-in-reach.action", { tier: "金卡" }),
      phrase("tier-in-reach.reason", { tier: "金卡" }),
      "金卡:2026-12",
    ],
    ["check-in", {}, phrase("check-in.action"), phrase("check-in.reason"), "2026-12:never"],
  ] as ReadonlyArray<[string, Partial<AllFacts>, object, object, string]>)(
    "%s: %#",
    (key, facts, action, reason, occasion) => {
      const { since: _, ...said } = due(key, facts) ?? {};
      expect(said).toEqual({ action, reason, occasion });
    },
  );

  it.each([
    ["2027-02-07", 60, "call-about-renewal.action.early", 60],
    ["2027-01-09", 31, "call-about-renewal.action.early", 60],
    ["2027-01-08", 30, "call-about-renewal.action", 30],
    ["2026-12-24", 15, "call-about-renewal.action", 30],
    ["2026-12-23", 14, "call-about-renewal.action.last", 14],
    ["2026-12-09", 0, "call-about-renewal.action.last", 14],
  ])("call-about-renewal, of %s in three steps, each an occasion", (renewsOn, days, action, step) => {
    expect(due("call-about-renewal", {}, { renewsOn })).toEqual({
      action: phrase(action),
      reason: phrase("call-about-renewal.reason", { days }),
      occasion: `${renewsOn}:${step}`,
    });
  });

  it("call-about-renewal, not again where somebody was in touch since the step began", () => {
    const asked = (days: number) =>
      due("call-about-renewal", { lastTouch: touched(daysAgo(days)) }, { renewsOn: "2026-12-19" });
    // The last step began on 5 December.
    expect(asked(4)).toBeNull();
    expect(asked(5)).not.toBeNull();
  });

  it("call-about-renewal, nothing where nothing is renewed", () => {
    expect(due("call-about-renewal")).toBeNull();
  });
});

describe("a contact since", () => {
  it.each([
    ["reply-to-ticket", daysAgo(2), { unansweredTicket }],
    ["close-the-loop", daysAgo(2), answer("csat", 1, 5)],
    ["ask-referral", daysAgo(2), answer("nps", 10, 10)],
    [
      "answer-mention",
      daysAgo(1),
      { openMention: { network: "X", author: null, text: "…", at: daysAgo(1) } },
    ],
    ["welcome", daysAgo(5), { purchases: { days: 1, firstAt: daysAgo(5), lastAt: daysAgo(5) } }],
    ["settle-payment", daysAgo(2), { failedPayments: [daysAgo(2), daysAgo(9)] }],
    ["confirm-fix", daysAgo(2), { solvedTicket }],
    ["thank", daysAgo(4), { purchases: { days: 1, firstAt: daysAgo(4), lastAt: daysAgo(4) } }],
    ["follow-up-delivery", daysAgo(3), { lastDeliveryAt: daysAgo(3) }],
  ] as ReadonlyArray<[string, Date, Partial<AllFacts>]>)("has done what %s asks for", (key, at, facts) => {
    expect(due(key, { ...facts, lastTouch: after(at) })).toBeNull();
    expect(due(key, { ...facts, lastTouch: before(at) })).not.toBeNull();
    expect(due(key, { ...facts, lastTouch: touched(at) })).not.toBeNull();
  });

  it("leaves an open ticket the advice, and makes it another occasion", () => {
    const occasion = (at: Date) => due("solve-ticket", { openTicket: ticket, lastTouch: touched(at) });
    expect(occasion(NOW)).toMatchObject({ occasion: "T-1:2026-12-09" });
    expect(occasion(daysAgo(1))).toMatchObject({ occasion: "T-1:2026-12-08" });
    expect(occasion(daysAgo(4))).toMatchObject({ occasion: "T-1:untouched" });
  });
});

describe("a silence", () => {
  const silent = (days: number, given: Partial<typeof rhythm> = {}) =>
    due("break-silence", { purchases: { ...rhythm, ...given, lastAt: daysAgo(days) } }) !== null;

  it("needs three purchase days to be one", () => {
    expect(silent(40)).toBe(true);
    expect(silent(40, { days: 2 })).toBe(false);
  });

  it("begins beyond half again the usual gap, and never before a week", () => {
    // Ten days from purchase to purchase: 15 days are no silence, 16 are.
    expect(silent(15, { firstAt: daysAgo(35) })).toBe(false);
    expect(silent(16, { firstAt: daysAgo(36) })).toBe(true);
    // Daily buyers.
    expect(silent(6, { firstAt: daysAgo(8) })).toBe(false);
    expect(silent(7, { firstAt: daysAgo(9) })).toBe(true);
  });
});

describe("does not fire", () => {
  const stopped = { resting: { stopped: true } as AllFacts["resting"] & object };
  it.each([
    ["reply-to-ticket", "on the day it came", { unansweredTicket: { ...unansweredTicket, openedAt: NOW } }],
    ["close-the-loop", "of a good answer", answer("nps", 7, 10)],
    ["close-the-loop", "of effort, whose scale says nothing", answer("ces", 1, 7)],
    ["close-the-loop", "after two weeks", answer("csat", 1, 5, 15)],
    ["ask-referral", "of a lukewarm answer", answer("nps", 8, 10)],
    ["ask-referral", "of satisfaction", answer("csat", 5, 5)],
    ["ask-referral", "while a ticket is open", { ...answer("nps", 10, 10), openTicket: ticket }],
    ["ask-referral", "after a month", answer("nps", 10, 10, 31)],
    ["usage-drop", "for a dip", { weeklyUsage: [10, 10, 10, 10, 7, 7, 7, 7] }],
    ["usage-drop", "where nothing was used", { weeklyUsage: [0, 0, 0, 0, 0, 0, 0, 0] }],
    ["usage-drop", "where data have stopped", { weeklyUsage: [10, 10, 10, 10, 0, 0, 0, 0], ...stopped }],
    ["risk-jump", "for fourteen points", scored(0.44, 0.3)],
    ["risk-jump", "at a low risk", scored(0.24, 0.02)],
    ["risk-jump", "between scores a month apart", scored(0.6, 0.3, 30)],
    ["risk-jump", "where another model said it", scored(0.6, 0.3, 7, [2, 1])],
    ["risk-jump", "where data have stopped", { ...scored(0.6, 0.3), ...stopped }],
    ["vip-cooling", "of others", { ...scored(0.4, 0.2), valueTier: { tier: "middle", asOf: NOW } }],
    [
      "vip-cooling",
      "where somebody has just been in touch",
      { ...scored(0.4, 0.2), valueTier: { tier: "top", asOf: NOW }, lastTouch: touched(daysAgo(13)) },
    ],
    ["congratulate", "on another day", { birthdays: [{ name: "Eva", birthday: "1980-12-11" }] }],
    ["anniversary", "in the first year", { purchases: { days: 1, firstAt: NOW, lastAt: NOW } }],
    [
      "anniversary",
      "after three days",
      { purchases: { days: 2, firstAt: new Date("2025-12-06"), lastAt: NOW } },
    ],
    [
      "welcome",
      "before they have tried it",
      { purchases: { days: 1, firstAt: daysAgo(2), lastAt: daysAgo(2) } },
    ],
    [
      "welcome",
      "after a second purchase",
      { purchases: { days: 2, firstAt: daysAgo(5), lastAt: daysAgo(4) } },
    ],
    ["tier-in-reach", "beyond one order", loyal(30_000)],
    ["tier-in-reach", "at the top", loyal(0)],
    ["tier-in-reach", "twice a month", { ...loyal(20_000), lastTouch: touched(daysAgo(8)) }],
  ] as ReadonlyArray<[string, string, Partial<AllFacts>]>)("%s %s", (key, _when, facts) => {
    expect(due(key, facts)).toBeNull();
  });
});

describe("a birthday", () => {
  const at = (day: string, birthday: string) =>
    PLAYBOOKS.find(({ key }) => key === "congratulate")!.eligible(
      cardFactsOf({ birthdays: [{ name: "Eva", birthday }] }),
      new Date(`${day}T23:59:00Z`),
      "card",
    );

  it("is told the day before, on the day and the day after, over the end of a year too", () => {
    const days = ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"];
    expect(days.map((day) => at(day, "1979-01-01")?.reason.parameters.days)).toEqual([
      ...[undefined, 1, 0, -1, undefined],
    ]);
  });

  it("on 29 February is on 1 March where the year has none", () => {
    expect(at("2027-03-01", "1980-02-29")?.reason.parameters).toEqual({ days: 0 });
    expect(at("2028-02-29", "1980-02-29")?.reason.parameters).toEqual({ days: 0 });
    expect(at("2028-03-01", "1980-02-29")?.reason.parameters).toEqual({ days: -1 });
  });
});
