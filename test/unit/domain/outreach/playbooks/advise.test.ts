import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import { advise } from "../../../../../src/domain/outreach/playbooks/advise.ts";
import { PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const touched = (days: number) => ({
  at: daysAgo(days),
  channel: "phone" as const,
  outcome: "reached" as const,
  memberName: null,
});

describe("advice", () => {
  const ticket = { reference: "T-1", subject: "Broken", severity: "high" as const, openedAt: daysAgo(3) };
  const purchases = { days: 5, firstAt: daysAgo(120), lastAt: daysAgo(40) };
  const bought = (lastAt: Date) => ({ purchases: { days: 1, firstAt: lastAt, lastAt } });
  const playbook = (rest: Partial<AllFacts>, about: Partial<Customer> = {}) => {
    const advice = advise(cardFactsOf(rest, about), NOW);
    return advice.kind === "act" ? advice.playbook : advice.because;
  };

  it("solves an open ticket before anything else", () => {
    expect(playbook({ openTicket: ticket, purchases }, { renewsOn: "2026-12-20" })).toBe("solve-ticket");
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
      const advice = advise(cardFactsOf(rest, { renewsOn: "2027-01-20" }), now);
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

  it("has a name of its own for every playbook", () => {
    expect(new Set(PLAYBOOKS.map(({ name }) => name)).size).toBe(PLAYBOOKS.length);
  });
});
