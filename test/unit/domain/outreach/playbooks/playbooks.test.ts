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
    ["check-in", {}, phrase("check-in.action"), phrase("check-in.reason"), "2026-12:never"],
  ] as ReadonlyArray<[string, Partial<AllFacts>, object, object, string]>)(
    "%s: %#",
    (key, facts, action, reason, occasion) => {
      expect(due(key, facts)).toEqual({ action, reason, occasion });
    },
  );

  it("call-about-renewal, from two months before up to the day itself", () => {
    expect(due("call-about-renewal", {}, { renewsOn: "2026-12-19" })).toEqual({
      action: phrase("call-about-renewal.action"),
      reason: phrase("call-about-renewal.reason", { days: 10 }),
      occasion: "2026-12-19:never",
    });
    expect(due("call-about-renewal")).toBeNull();
  });
});

describe("a contact since", () => {
  it.each([
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
