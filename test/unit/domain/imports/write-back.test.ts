import { expect, it } from "vitest";
import { faultsOfFields, tellsAmount, toWriteBack } from "../../../../src/domain/imports/write-back.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-11-29T08:00:00Z");
const reasons = [
  { feature: "openTickets", value: 3, typical: 0, contribution: 0.8 },
  { feature: "daysSinceLastTouch", value: 5, typical: 30, contribution: -0.9 },
] as const;

/** Scored when it is the next day already in Taipei. */
const factsOf = (probability: number | null) => ({
  ...cardFactsOf({
    score: {
      ...{ asOf: new Date("2026-11-28T20:00:00Z"), probability, bounds: null, silence: null },
      ...{ reasons, levers: [], model: null },
    },
  }),
});

it("writes the risk with what raises it, and under a low one what speaks for staying; the day is the team's", () => {
  expect(toWriteBack(factsOf(0.5), NOW, "Asia/Taipei")).toEqual({
    ...{ score: 50, band: "high", as_of: "2026-11-29", reason: phrase("because.open-tickets", { n: 3 }) },
    step: expect.objectContaining({ code: expect.any(String) }),
  });
  expect(toWriteBack(factsOf(0.249), NOW, "UTC")).toMatchObject({
    ...{ score: 25, band: "low", as_of: "2026-11-28", reason: { code: "because.in-touch" } },
  });
  expect(toWriteBack(factsOf(0.25), NOW, "UTC")?.band).toBe("medium");
  expect(toWriteBack(factsOf(null), NOW, "UTC")).toBeNull();
});

it("knows an amount however deep it stands in a phrase", () => {
  const amount = phrase("money.about", { amount: { minor: 100, currency: "EUR" } });
  expect(tellsAmount(amount)).toBe(true);
  expect(tellsAmount(phrase("outer", { inner: phrase("middle", { amount }) }))).toBe(true);
  expect(tellsAmount(phrase("plain", { days: 3, name: "Dana", on: { day: "2026-11-29" } }))).toBe(false);
});

it("says which fields are not there, and which cannot hold what is written into them", () => {
  const there = new Map([
    ["score", "number"],
    ["note", "string"],
    ["when", "date"],
  ]);
  const kinds = { number: ["number", "string"], text: ["string"] };
  const faults = (fields: Parameters<typeof faultsOfFields>[0]) => faultsOfFields(fields, there, kinds);
  expect(faults({ score: "score", reason: "note", band: undefined })).toEqual([]);
  expect(faults({ score: "note", step: "gone", band: "score", as_of: "when" })).toEqual([
    { field: "gone", is: "missing" },
    { field: "score", is: "of-another-kind" },
    { field: "when", is: "of-another-kind" },
  ]);
});
