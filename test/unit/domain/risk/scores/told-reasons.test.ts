import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import type { Reason } from "../../../../../src/domain/risk/scores/reasons.ts";
import type { ScoreFacts } from "../../../../../src/domain/risk/scores/score-facts.ts";
import { reasonPhrases, strongestToldReason } from "../../../../../src/domain/risk/scores/told-reasons.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { A_CUSTOMER } from "../../../../support/card-facts.ts";

const reason = (feature: string, value: number, contribution: number, companions = {}): Reason => ({
  ...{ feature, value, typical: null, contribution, companions },
});
const silent = reason("daysSinceLastPurchase", 101, 0.9, { meanGapDays: 13 });
const tickets = reason("openTickets", 3, 0.5);
const loyal = reason("daysSinceFirstPurchase", 2200, -0.7, { daysSinceLastPurchase: 101 });
const touched = reason("touches90d", 4, -0.2);
const senseless = reason("purchaseDaysTotal", 23, 2);
const REASONS = [senseless, tickets, silent, touched, loyal];

const facts = (probability: number | null, reasons = REASONS, customer: Customer = A_CUSTOMER) => {
  const score: ScoreFacts = {
    ...{ asOf: new Date("2026-12-09T12:00:00Z"), probability, bounds: null, silence: null },
    ...{ reasons, levers: [], model: null },
  };
  return { customer, score };
};
const told = (...given: Parameters<typeof facts>) =>
  reasonPhrases(facts(...given)).map((sentence) => textOf(sentence, "en"));

const SILENT = "Silent for 101 days, usually buys every 13 days";
const IN_TOUCH = "We have been in touch 4 times in the last 90 days";

describe("the reasons that are told", () => {
  it("are those that raise a high risk, strongest first", () => {
    expect(told(0.5)).toEqual([SILENT, "3 tickets open"]);
    expect(told(0.9, [touched])).toEqual([]);
  });

  it("are those that lower a low one and then one that raises it, each with its direction", () => {
    expect(told(0.24, [silent, tickets, touched])).toEqual([
      `${IN_TOUCH} (speaks for staying)`,
      `${SILENT} (speaks for leaving)`,
    ]);
    expect(told(0.1, [touched])).toEqual([IN_TOUCH]);
    expect(told(0.1, [tickets])).toEqual(["3 tickets open (speaks for leaving)"]);
  });

  it("are both in between, strongest first, each with its direction", () => {
    expect(told(0.25, [tickets, silent, touched])).toEqual([
      `${SILENT} (speaks for leaving)`,
      "3 tickets open (speaks for leaving)",
      `${IN_TOUCH} (speaks for staying)`,
    ]);
  });

  it("are none without a probability or a sentence", () => {
    expect(told(null)).toEqual([]);
    expect(told(0.9, [senseless])).toEqual([]);
    expect(reasonPhrases({ customer: A_CUSTOMER, score: null })).toEqual([]);
  });

  it("do not say twice that nobody buys", () => {
    const none = reason("purchaseDays90d", 0, 1, { purchaseDaysPrevious90d: 7 });
    expect(told(0.9, [none])).toEqual(["No purchase in the last 90 days, 7 in the 90 before"]);
    expect(told(0.9, [none, silent])).toEqual([SILENT]);
  });

  it("know a customer under contract", () => {
    const contract = { ...A_CUSTOMER, startedOn: "2025-01-01", monthlyRevenueMinor: 420_000 } as const;
    const spent = reason("revenueMinorPrevious90d", 0, -2, { revenueMinor90d: 0 });
    expect(told(0.9, [silent, tickets], contract)).toEqual(["3 tickets open"]);
    expect(told(0.1, [spent], contract)).toEqual([]);
  });

  it("are kept of old without what a sentence is made of, and told only where one can be made", () => {
    const old = [
      reason("revenueMinorPrevious90d", 0, -1),
      reason("purchaseDaysFading30d", 0, 1),
      reason("lastCsatShare", 0.4, 0.6),
      tickets,
    ];
    expect(told(0.9, old)).toEqual(["Was not satisfied when last asked", "3 tickets open"]);
  });
});

describe("the reason a message names", () => {
  const named = (direction: "raises" | "lowers", reasons = REASONS) => {
    const sentence = strongestToldReason(facts(0.6, reasons), direction);
    return sentence && textOf(sentence, "en");
  };

  it("is the strongest that can be said in its direction", () => {
    expect(named("raises")).toBe(SILENT);
    expect(named("lowers")).toBe("Customer for 6 years");
    expect(named("lowers", [loyal, touched].reverse())).toBe("Customer for 6 years");
    expect(named("lowers", [silent, senseless])).toBeNull();
  });
});
