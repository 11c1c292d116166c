import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import {
  casesToKeep,
  evaluatePlaybooks,
  type PassedOver,
} from "../../../../../src/domain/outreach/playbooks/evaluate.ts";
import { PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { HIGH_RISK } from "../../../../../src/domain/risk/bands.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const touched = (days: number) => ({
  at: daysAgo(days),
  channel: "phone" as const,
  outcome: "reached" as const,
  memberName: null,
});

const A_SCORE = {
  probability: 0.5,
  bounds: null,
  asOf: NOW,
  model: null,
  silence: null,
  reasons: [],
  levers: [],
} as const;

describe("advice", () => {
  const ticket = { reference: "T-1", subject: "Broken", severity: "high" as const, openedAt: daysAgo(3) };
  const purchases = { days: 5, firstAt: daysAgo(120), lastAt: daysAgo(40) };
  const bought = (lastAt: Date) => ({ purchases: { days: 2, firstAt: daysAgo(90), lastAt } });
  const playbook = (rest: Partial<AllFacts>, about: Partial<Customer> = {}) => {
    const { advice } = evaluatePlaybooks(cardFactsOf(rest, about), NOW, "card");
    if (advice.kind === "wait") return `wait until ${advice.until}, then ${textOf(advice.action, "en")}`;
    return advice.kind === "act" ? advice.playbook : textOf(advice.because, "en");
  };

  it("solves an open ticket before anything else", () => {
    expect(playbook({ openTicket: ticket, purchases }, { renewsOn: "2026-12-20" })).toBe("solve-ticket");
  });

  it("is what an open nudge about them says, where nothing presses more", () => {
    const renewal = { renewsOn: "2026-12-20" };
    const openNudge = { playbook: "break-silence" };
    expect(playbook({ purchases }, renewal)).toBe("call-about-renewal");
    expect(playbook({ purchases, openNudge }, renewal)).toBe("break-silence");
    expect(playbook({ purchases, openNudge, openTicket: ticket }, renewal)).toBe("solve-ticket");
    // What it said no longer applies, or is only for where nothing else can be said.
    expect(playbook({ openNudge }, renewal)).toBe("call-about-renewal");
    expect(playbook({ purchases, openNudge: { playbook: "check-in" } }, renewal)).toBe("call-about-renewal");
  });

  it("tells nobody of silence where data have stopped, and unasked only what rests on known days", () => {
    const resting = { source: "test", lastDay: "2026-12-01", usualGapDays: 1, stopped: true };
    const given = { resting, purchases, lastTouch: touched(60), score: A_SCORE };
    const unasked = (rest: Partial<AllFacts>, about: Partial<Customer> = {}) => {
      const { advice } = evaluatePlaybooks(cardFactsOf({ ...given, ...rest }, about), NOW, "nudge");
      return advice.kind === "act" ? advice.playbook : advice.kind;
    };
    expect(unasked({})).toBe("nothing");
    expect(unasked({ openTicket: ticket })).toBe("solve-ticket");
    expect(unasked({}, { renewsOn: "2026-12-20" })).toBe("call-about-renewal");
    expect(unasked({ resting: { ...resting, stopped: false } })).toBe("break-silence");
    expect(unasked({ resting: null })).toBe("break-silence");
    // A card that is asked for still says what a rep can do.
    expect(playbook(given)).toBe("monthly-contact");
  });

  it("keeps an open ticket the advice, however recent the last contact", () => {
    for (const days of [0, 1, 6])
      expect(playbook({ openTicket: ticket, lastTouch: touched(days) })).toBe("solve-ticket");
  });

  it("waits a week for an answer after a contact, and says what is due then", () => {
    expect(playbook({ lastTouch: touched(6) }, { renewsOn: "2026-12-20" })).toBe(
      "wait until 2026-12-10, then Call and settle what is still open about the renewal",
    );
    expect(playbook({ lastTouch: touched(6) })).toContain("Contacted 6 days ago");
    expect(playbook({ lastTouch: touched(7) }, { renewsOn: "2026-12-20" })).toBe("call-about-renewal");
  });

  it.each([
    ["2026-12-09", "call-about-renewal"],
    ["2027-02-07", "call-about-renewal"],
    ["2027-02-08", "All is well: no contact is due."],
    ["2026-12-08", "All is well: no contact is due."],
  ])("calls about a renewal on %s: %s", (renewsOn, expected) => {
    expect(playbook({ lastTouch: touched(15) }, { renewsOn })).toBe(expected);
  });

  it("breaks a silence beyond half again the usual gap, and only where there is a rhythm", () => {
    const lastTouch = touched(10);
    expect(playbook({ lastTouch, purchases })).toBe("break-silence");
    expect(playbook({ lastTouch, purchases: { ...purchases, lastAt: daysAgo(30) } })).toContain(
      "All is well",
    );
    expect(playbook({ lastTouch, purchases: { ...purchases, days: 2 } })).toContain("All is well");
  });

  it("asks for a contact a month, and says thanks for a fresh purchase", () => {
    expect(playbook({})).toBe("monthly-contact");
    expect(playbook({ lastTouch: touched(30) })).toBe("monthly-contact");
    expect(playbook({ lastTouch: touched(29) })).toContain("All is well");
    expect(playbook({ lastTouch: touched(20), ...bought(daysAgo(2)) })).toBe("thank");
    expect(playbook({ lastTouch: touched(20), ...bought(daysAgo(8)) })).toContain("All is well");
  });

  it("leaves a snoozed customer and one whose contract ended alone", () => {
    expect(playbook({}, { snoozedUntil: new Date(NOW.getTime() + 1) })).toContain("Snoozed");
    expect(playbook({}, { snoozedUntil: NOW })).toBe("monthly-contact");
    expect(playbook({}, { endedOn: "2026-12-01" })).toContain("ended");
  });

  it("names the same occasion until something changes", () => {
    const occasion = (rest: Partial<AllFacts>, now = NOW) => {
      const { advice } = evaluatePlaybooks(cardFactsOf(rest, { renewsOn: "2027-01-20" }), now, "card");
      return advice.kind === "act" ? advice.occasion : null;
    };
    expect(occasion({}, NOW)).toBe(occasion({}, daysAgo(5)));
    expect(occasion({})).not.toBe(occasion({ lastTouch: touched(10) }));
  });

  it("asks whether a fix works while it is fresh, until somebody did, also right after another contact", () => {
    const solvedTicket = { reference: "T-2", subject: "Late", solvedAt: daysAgo(1) };
    expect(playbook({ solvedTicket, lastTouch: touched(2) })).toBe("confirm-fix");
    expect(playbook({ solvedTicket, lastTouch: touched(0) })).toContain("Contacted today");
    const old = { ...solvedTicket, solvedAt: daysAgo(8) };
    expect(playbook({ solvedTicket: old, lastTouch: touched(20) })).toContain("All is well");
  });

  it.each([
    [1, "All is well: no contact is due."],
    [2, "follow-up-delivery"],
    [7, "follow-up-delivery"],
    [8, "All is well: no contact is due."],
  ])("follows up a delivery of %i days ago: %s", (age, expected) => {
    expect(playbook({ lastDeliveryAt: daysAgo(age), lastTouch: touched(20) })).toBe(expected);
  });

  it("has a key of its own for every playbook, and the urgent ones first", () => {
    expect(new Set(PLAYBOOKS.map(({ key }) => key)).size).toBe(PLAYBOOKS.length);
    const order = PLAYBOOKS.map(({ priority }) => ["urgent", "due", "last"].indexOf(priority));
    expect(order).toEqual(order.toSorted());
  });

  it("checks in on whom it tells unasked, and on cards at high risk, where nothing else applies", () => {
    const quiet = cardFactsOf({ lastTouch: touched(10) });
    const nudged = (facts: AllFacts) => evaluatePlaybooks(facts, NOW, "nudge").advice;
    expect(nudged(quiet)).toMatchObject({ playbook: "check-in", occasion: "2026-12:2026-11-29" });
    expect(nudged(cardFactsOf({ lastTouch: touched(30) }))).toMatchObject({ playbook: "monthly-contact" });
    expect(playbook({ lastTouch: touched(10) })).toContain("All is well");
    const atRisk = (probability: number) => ({ score: { ...A_SCORE, probability } });
    expect(playbook({ lastTouch: touched(10), ...atRisk(HIGH_RISK) })).toBe("check-in");
    expect(playbook({ lastTouch: touched(10), ...atRisk(HIGH_RISK - 0.01) })).toContain("All is well");
    expect(playbook({ lastTouch: touched(2), ...atRisk(0.9) })).toContain("then Get in touch");
  });
});

describe("the playbooks that applied", () => {
  const all = cardFactsOf(
    {
      openTicket: { reference: "T-1", subject: "Broken", severity: "high", openedAt: daysAgo(3) },
      lastDeliveryAt: daysAgo(3),
    },
    { renewsOn: "2026-12-20" },
  );
  const cases = (facts: AllFacts, heldBack: PassedOver | null = null) =>
    Object.fromEntries(
      evaluatePlaybooks(facts, NOW, "nudge", heldBack).cases.map((one) => [one.playbook, one.passedOver]),
    );

  it("are all there, each with why it was not what was suggested", () => {
    expect(cases(all)).toEqual({
      "solve-ticket": null,
      "call-about-renewal": "another-first",
      "follow-up-delivery": "another-first",
      "monthly-contact": "another-first",
      "check-in": "another-first",
    });
  });

  it("wait for an answer to a contact, unless they are urgent or the last there is", () => {
    // The last step before the renewal began a day after the contact.
    const renewing = { ...all, customer: { ...all.customer, renewsOn: "2026-12-22" } };
    expect(cases({ ...renewing, openTicket: null, lastTouch: touched(2) })).toEqual({
      "call-about-renewal": "recently-contacted",
      "check-in": null,
    });
  });

  it.each(["cooldown", "over-budget"] as const)("are all held back by: %s", (because) => {
    expect(new Set(Object.values(cases(all, because)))).toEqual(new Set([because]));
    expect(evaluatePlaybooks(all, NOW, "nudge", because).advice.kind).toBe("nothing");
  });

  it("are held back by a snooze, and none where the contract has ended", () => {
    const about = (given: Partial<Customer>) => ({ ...all, customer: { ...all.customer, ...given } });
    const snoozed = about({ snoozedUntil: new Date(NOW.getTime() + 1) });
    expect(new Set(Object.values(cases(snoozed, "cooldown")))).toEqual(new Set(["snoozed"]));
    expect(cases(about({ endedOn: "2026-12-09" }))).toEqual({});
  });

  it("are chosen for no customer of whom nothing may be said, and say why", () => {
    const reason = (facts: AllFacts, heldBack: PassedOver | null = null) => {
      const { advice } = evaluatePlaybooks(facts, NOW, "card", heldBack);
      return advice.kind === "nothing" ? advice.because.code : advice.kind === "act" && advice.playbook;
    };
    const of = (given: Partial<Customer>) => ({ ...all, customer: { ...all.customer, ...given } });
    expect(reason(of({ endedOn: "2026-12-09" }))).toBe("advice.ended");
    expect(reason(of({ snoozedUntil: new Date(NOW.getTime() + 1) }))).toBe("advice.snoozed");
    expect(reason(all, "cooldown")).toBe("advice.nothing-due");
    expect(reason({ ...all, lastTouch: touched(6) }, "cooldown")).toBe("advice.contacted");
  });

  it("lead to the suggestion only where they were chosen", () => {
    const kept = casesToKeep(
      evaluatePlaybooks(all, NOW, "card").cases,
      { customerId: 1, kind: "card", at: NOW },
      "card:1",
    );
    expect(
      kept.filter(({ suggestionKey }) => suggestionKey !== null).map(({ playbook: key }) => key),
    ).toEqual(["solve-ticket"]);
  });
});
