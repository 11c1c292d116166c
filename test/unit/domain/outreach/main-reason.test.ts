import { expect, it } from "vitest";
import { mainReason } from "../../../../src/domain/outreach/main-reason.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { ScoreFacts } from "../../../../src/domain/risk/scores/score-facts.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const tickets = { feature: "openTickets", value: 3, typical: 0, contribution: 0.8 } as const;
const touched = { feature: "daysSinceLastTouch", value: 5, typical: 30, contribution: -0.9 } as const;
const reasons = [touched, tickets, { ...tickets, feature: "tickets90d", contribution: 0.1 }];
const score = (given: Partial<ScoreFacts> = {}): ScoreFacts => ({
  asOf: new Date("2026-11-23T04:00:00Z"),
  probability: 0.7,
  bounds: null,
  silence: null,
  reasons,
  levers: [],
  model: null,
  ...given,
});
const reasonOf = (given: ScoreFacts | null, direction: "raises" | "lowers") =>
  mainReason(cardFactsOf({ score: given }), direction);

it("is the strongest that pulls the way that is asked about", () => {
  expect(reasonOf(score(), "raises")).toEqual(phrase("because.open-tickets", { n: 3 }));
  expect(reasonOf(score(), "lowers")).toEqual(phrase("because.in-touch", { days: 5 }));
});

it("is why reasons cannot be told, where they cannot", () => {
  expect(reasonOf(score({ unexplained: "data-changed" }), "raises")).toEqual(
    phrase("unexplained.data-changed"),
  );
});

it("is none where nothing pulls that way, or there is no score", () => {
  expect(reasonOf(score({ reasons: [tickets] }), "lowers")).toBeNull();
  expect(reasonOf(null, "raises")).toBeNull();
});
