import { describe, expect, it } from "vitest";
import { FEATURES, type FeatureName } from "../../../../../src/domain/risk/features.ts";
import { changedRows } from "../../../../../src/domain/risk/scores/changed-rows.ts";
import {
  leverPhrase,
  leverQuestions,
  strongestLevers,
} from "../../../../../src/domain/risk/scores/levers.ts";

import { textOf } from "../../../../../src/words/text.ts";

type Numbers = Partial<Record<FeatureName, number>>;
/** Contacted a month ago, no ticket open, never a delivery. */
const calm: Numbers = { daysSinceLastTouch: 30, touches90d: 1, openTickets: 0, purchaseDays90d: 3 };
const questions = (values: Numbers) => leverQuestions((name) => values[name] ?? Number.NaN);
const asked = (values: Numbers) => questions(values).map(({ steps }) => steps.join("+"));

describe("plausible steps", () => {
  it.each([
    ["a contact, a week after the last", { ...calm, daysSinceLastTouch: 7 }, ["contact"]],
    ["no contact within a week", { ...calm, daysSinceLastTouch: 6 }, []],
    ["a first contact", { ...calm, daysSinceLastTouch: Number.NaN, touches90d: 0 }, ["contact"]],
    ["an open ticket", { ...calm, daysSinceLastTouch: 0, openTickets: 2 }, ["solve-ticket"]],
    [
      "a delivery where the last ones of the customer have not come",
      { ...calm, daysSinceLastTouch: 0, deliveryDays90d: 0 },
      ["follow-up-delivery"],
    ],
    ["no delivery without a purchase", { ...calm, deliveryDays90d: 0, purchaseDays90d: 0 }, ["contact"]],
    ["no delivery where some came", { ...calm, deliveryDays90d: 1 }, ["contact"]],
    ["each two of them", { ...calm, openTickets: 1 }, ["contact", "solve-ticket", "contact+solve-ticket"]],
  ])("are %s", (_, values, expected) => expect(asked(values)).toEqual(expected));

  it("change what the step changes at once, and nothing else", () => {
    expect(questions({ ...calm, openTickets: 2, deliveryDays90d: 0 }).map(({ changes }) => changes)).toEqual([
      { daysSinceLastTouch: 0, touches90d: 2 },
      { openTickets: 1 },
      { deliveryDays90d: 1 },
      { daysSinceLastTouch: 0, touches90d: 2, openTickets: 1 },
      { daysSinceLastTouch: 0, touches90d: 2, deliveryDays90d: 1 },
      { openTickets: 1, deliveryDays90d: 1 },
    ]);
  });

  it("move every feature of contacts, tickets and deliveries, save those that a step leaves as they are", () => {
    const moved = new Set(
      questions({ ...calm, openTickets: 1, deliveryDays90d: 0 }).flatMap(({ changes }) =>
        Object.keys(changes),
      ),
    );
    const groups = ["touches", "tickets", "deliveries"];
    const concerned = FEATURES.filter(({ group }) => groups.includes(group)).map(({ name }) => name);
    // A ticket that is solved was opened all the same.
    expect(concerned.filter((name) => !moved.has(name))).toEqual(["tickets90d"]);
    expect([...moved].filter((name) => !concerned.some((own) => own === name))).toEqual([]);
  });
});

describe("the strongest steps", () => {
  const contact = { steps: ["contact" as const], probability: 0.48 };
  const ticket = { steps: ["solve-ticket" as const], probability: 0.55 };
  const both = { steps: ["contact" as const, "solve-ticket" as const], probability: 0.4 };

  it("lower the probability by a point at least", () => {
    expect(strongestLevers(0.62, [ticket, contact, both])).toEqual([both, contact, ticket]);
    expect(strongestLevers(0.5, [ticket, contact])).toEqual([contact]);
    expect(strongestLevers(0.489, [contact])).toEqual([]);
    expect(strongestLevers(0.2, [contact, ticket, both])).toEqual([]);
  });

  it("are two together only where both add to it, and of several the best", () => {
    expect(strongestLevers(0.62, [contact, ticket, { ...both, probability: 0.475 }])).toEqual([
      contact,
      ticket,
    ]);
    const delivery = { steps: ["follow-up-delivery" as const], probability: 0.6 };
    const third = { steps: ["contact" as const, "follow-up-delivery" as const], probability: 0.45 };
    expect(strongestLevers(0.62, [contact, ticket, delivery, both, third])).toEqual([both, contact, ticket]);
  });

  it("have words", () => {
    expect(textOf(leverPhrase(contact), "en")).toBe("One contact this week");
    expect(textOf(leverPhrase(both), "en")).toBe("One contact this week and one open ticket solved");
  });
});

describe("changed rows", () => {
  it("are the table's own but for the changes", () => {
    const values = Float64Array.of(1, Number.NaN, 3);
    const asOf = new Date("2026-06-01T00:00:00Z");
    const columns = [
      { kind: "number", name: "openTickets", values },
      { kind: "category", name: "plan", values: ["a", "b", "c"] },
    ] as const;
    const wanted = [
      { row: 2, changes: { openTickets: 2 } },
      { row: 1, changes: {} },
      { row: 2, changes: { touches90d: 9 } },
    ];
    expect(changedRows({ rows: 3, columns, asOf }, wanted)).toEqual({
      rows: 3,
      asOf,
      columns: [
        { kind: "number", name: "openTickets", values: Float64Array.of(2, Number.NaN, 3) },
        { kind: "category", name: "plan", values: ["c", "b", "c"] },
      ],
    });
    expect(values).toEqual(Float64Array.of(1, Number.NaN, 3));
  });
});
