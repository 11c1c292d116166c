import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../src/domain/customer.ts";
import { customerCard } from "../../../../src/domain/outreach/customer-card.ts";
import { endingOf } from "../../../../src/domain/outreach/ending.ts";
import type { AllFacts } from "../../../../src/domain/outreach/facts.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const at = (day: string) => new Date(`${day}T12:00:00Z`);

const touched = (day: string): Partial<AllFacts> => ({
  lastTouch: { at: at(day), channel: "phone", outcome: "reached", memberName: null },
});
const bought = (day: string): Partial<AllFacts> => ({
  purchases: { days: 3, firstAt: at("2026-01-01"), lastAt: at(day) },
});
const risk = (probability: number | null, day = "2026-11-30"): Partial<AllFacts> => ({
  score: {
    ...{ asOf: at(day), probability, bounds: null, levers: [], model: null },
    silence: probability === null ? phrase("no-score.unknown") : null,
    reasons: [{ feature: "openTickets", value: 1, typical: 0, contribution: 1 }],
  },
});
const ended = (known: Partial<AllFacts> = {}, on = "2026-11-30", about: Partial<Customer> = {}) =>
  endingOf(cardFactsOf({ ...touched("2026-11-25"), ...known }, { endedOn: on, ...about }), on, NOW);
const why = (...given: Parameters<typeof ended>) => ended(...given).why;

describe("why a customer left", () => {
  it("is said not to be known where it is not", () => expect(why()).toEqual([phrase("ended.unknown")]));

  it("is a contract that was not renewed, or was ended before", () => {
    expect(why({}, "2026-11-30", { renewsOn: "2026-11-30" })).toEqual([phrase("ended.not-renewed")]);
    expect(why({}, "2026-11-30", { renewsOn: "2026-12-12" })).toEqual([
      phrase("ended.cancelled", { days: 12 }),
    ]);
  });

  it.each(["end_reason", "Churn Reason", "cancellation-reason"])("is what the file says in %s", (column) => {
    expect(why({}, "2026-11-30", { attributes: { [column]: " too expensive " } })).toEqual([
      phrase("ended.said", { reason: "too expensive" }),
    ]);
    expect(why({}, "2026-11-30", { attributes: { [column]: " " } })).toEqual([phrase("ended.unknown")]);
  });

  it("is a complaint that was open then, and none that came later", () => {
    const ticket = (day: string) =>
      ({ openTicket: { reference: "T-7", subject: "Late", severity: "high", openedAt: at(day) } }) as const;
    expect(why(ticket("2026-11-30"))).toEqual([
      phrase("ended.ticket", { reference: "T-7", subject: "Late" }),
    ]);
    expect(why(ticket("2026-12-01"))).toEqual([phrase("ended.unknown")]);
  });

  it("is a payment that failed before, the last of them", () => {
    const failedPayments = [at("2026-12-05"), at("2026-11-20")];
    expect(why({ failedPayments })).toEqual([phrase("ended.payment-failed", { day: { day: "2026-11-20" } })]);
  });

  it("is a silence of 90 days, as of then", () => {
    expect(why(bought("2026-09-01"))).toEqual([phrase("ended.silent", { days: 90 })]);
    expect(why(bought("2026-09-02"))).toEqual([phrase("ended.unknown")]);
  });

  it("is a month in which nobody was in touch, as of then", () => {
    expect(why(touched("2026-10-31"))).toEqual([phrase("ended.not-contacted", { days: 30 })]);
    expect(why(touched("2026-11-01"))).toEqual([phrase("ended.unknown")]);
    expect(why(touched("2026-12-08"))).toEqual([phrase("ended.unknown")]);
    expect(why({ lastTouch: null })).toEqual([phrase("ended.never-contacted")]);
  });

  it("comes after a doubt whether they left at all", () => {
    expect(why({ ...bought("2026-12-02"), ...touched("2026-10-01") })).toEqual([
      phrase("ended.bought-since", { day: { day: "2026-12-02" } }),
      phrase("ended.not-contacted", { days: 60 }),
    ]);
  });
});

describe("what is left to do", () => {
  const actionOf = (probability: number | null, on: string) => {
    const { advice } = ended(risk(probability), on);
    return advice.kind === "act" ? advice.action.code : advice.because.code;
  };
  it.each([
    ["asks why of a loss that nobody saw coming", 0.49, "2026-11-09", "ended.post-mortem"],
    ["wins back where it was foreseen", 0.5, "2026-11-09", "ended.win-back"],
    ["wins back where there was no figure", null, "2026-11-09", "ended.win-back"],
    ["wins back after a month", 0.2, "2026-11-08", "ended.win-back"],
    ["wins back for a year", 0.2, "2025-12-09", "ended.win-back"],
    ["leaves it at that afterwards", 0.2, "2025-12-08", "ended.leave"],
  ])("%s", (_, probability, on, code) => expect(actionOf(probability, on)).toBe(code));

  it("waits a week for the answer of who was asked since", () => {
    const adviceAfter = (day: string) => ended(touched(day)).advice;
    expect(adviceAfter("2026-12-03")).toEqual({
      kind: "nothing",
      because: phrase("advice.contacted", { days: 6 }),
    });
    expect(adviceAfter("2026-12-02")).toMatchObject({ kind: "act" });
    expect(ended(touched("2026-12-03"), "2026-12-04").advice).toMatchObject({ kind: "act" });
  });

  it("tells the risk that was believed in", () => {
    expect(ended(risk(0.22)).advice).toMatchObject({
      reason: phrase("ended.post-mortem.reason", { risk: phrase("risk.percent", { percent: 22 }) }),
    });
  });
});

describe("the card of a customer who has left", () => {
  const card = (known: Partial<AllFacts>, endedOn: string | null) =>
    customerCard(cardFactsOf(known, { endedOn }), "everyone", "channel", NOW);

  it("has the last figure with what was seen then, and no live reasons, trend or usage", () => {
    const weekly = [
      { probability: 0.3, modelId: 1 },
      { probability: 0.2, modelId: 1 },
    ];
    const shown = card({ ...risk(0.7), weeklyScores: weekly, weeklyUsage: [5, 4] }, "2026-12-09");
    expect(shown).toMatchObject({ reasons: [], trend: null, usage: null, ending: { daysAgo: 0 } });
    expect(shown.ending?.lastRisk).toMatchObject({ probability: 0.7, at: at("2026-11-30") });
    expect(shown.ending?.lastRisk?.reasons).toHaveLength(1);
  });

  it("is no other where the end is still to come", () => {
    expect(card(risk(0.7), "2026-12-10").ending).toBeNull();
    expect(card(risk(0.7), null).ending).toBeNull();
  });
});
