import { describe, expect, it } from "vitest";
import type { AnswerCount } from "../../../../../src/domain/value/metrics/satisfaction.ts";
import { answerTrace, type TracedAnswer } from "../../../../../src/domain/value/trace/answer-trace.ts";
import { type TracedTicket, ticketTrace } from "../../../../../src/domain/value/trace/ticket-trace.ts";
import { textOf } from "../../../../../src/words/text.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const customer = { customerId: 7, externalId: "a", name: "北京科技" };
const say = (given: Parameters<typeof textOf>[0] | null | undefined) => given && textOf(given, "en");

describe("the answers behind a figure", () => {
  const given = (kind: AnswerCount["kind"], scaleMax: number, ...scores: number[]): TracedAnswer[] =>
    scores.map((score, place) => ({
      ...{ id: `${scaleMax}-${place}`, customer, kind, score, scaleMax, day: "2026-02-01" },
    }));

  it("of the NPS count one up or down, or not at all, and leave out other scales", () => {
    const answers = [...given("nps", 10, 10, 9, 8, 6), ...given("nps", 5, 5)];
    const trace = answerTrace("nps", Q1, "EUR", answers);
    expect(trace.rows.map(({ amount, over }) => [amount, over])).toEqual([
      ...[
        [1, 1],
        [1, 1],
        [0, 1],
        [-1, 1],
      ],
      [null, null],
    ]);
    expect(say(trace.rows[3]?.what)).toBe("Answer 6 of 10: a detractor");
    expect(say(trace.rows[4]?.share)).toBe("not counted: not on the scale up to 10");
    expect(say(trace.closing)).toBe("4 rows add up to 1 of 4: 25.0 points.");
  });

  it("of CSAT are satisfied from four fifths of their own scale on", () => {
    const trace = answerTrace("csat", Q1, "EUR", [...given("csat", 5, 4, 3), ...given("csat", 10, 8, 7)]);
    expect(trace.rows.map(({ amount }) => amount)).toEqual([1, 0, 1, 0]);
    expect(say(trace.closing)).toBe("4 rows add up to 2 of 4: 50.0 %.");
  });

  it("of CES are those on its scale, whose answers are averaged", () => {
    const both = [...given("ces", 7, 7, 2), ...given("ces", 5, 5)];
    expect(say(answerTrace("ces-7", Q1, "EUR", both).closing)).toBe(
      "2 rows add up to 9 and 2: 9 ÷ 2 = 4.50.",
    );
    expect(say(answerTrace("ces", Q1, "EUR", both.slice(0, 2)).closing)).toContain("= 4.50.");
    const several = answerTrace("ces", Q1, "EUR", both);
    expect(say(several.closing)).toMatch(/n\/a: answers were given on several scales.*ces-5, ces-7/);
    expect(several.rows.map(({ amount }) => amount)).toEqual([null, null, null]);
  });

  it("are none where nobody answered", () => {
    expect(say(answerTrace("nps", Q1, "EUR", []).closing)).toBe(
      "There is nothing to divide by, so the figure is n/a.",
    );
  });
});

describe("the tickets behind a time", () => {
  const ticket = (id: string, reply: number | null): TracedTicket => ({
    ...{ id, customer, day: "2026-02-01" },
    minutes: { "first-reply-time": reply, "resolution-time": null },
  });
  const tickets = [ticket("slow", 600), ticket("open", null), ticket("quick", 30), ticket("usual", 120)];

  it("come with the quickest first, and those still waiting last, not counted", () => {
    const trace = ticketTrace("first-reply-time-median", Q1, "EUR", tickets);
    expect(trace.rows.map(({ id, amount }) => [id, amount])).toEqual([
      ["quick", 0.5],
      ["usual", 2],
      ["slow", 10],
      ["open", null],
    ]);
    expect(trace.amount).toBe(2);
    expect(say(trace.closing)).toBe("3 tickets, the quickest first: 50 % took up to 2.0 hours.");
    expect(say(trace.rows[3]?.share)).toBe("not counted: no reply by the end of the period");
  });

  it("lie around the ninth decile as the metric has it", () => {
    expect(ticketTrace("first-reply-time-p90", Q1, "EUR", tickets).amount).toBeCloseTo(8.4, 9);
  });

  it("say why there is no time", () => {
    expect(say(ticketTrace("resolution-time-median", Q1, "EUR", tickets).closing)).toContain("n/a");
    expect(say(ticketTrace("resolution-time-p90", Q1, "EUR", []).closing)).toBe(
      "The figure is n/a: no tickets were opened in the period.",
    );
  });
});
