import { expect, it } from "vitest";
import { mainReason } from "../../../../src/domain/outreach/main-reason.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { reasonPhrase } from "../../../../src/domain/risk/scores/reasons.ts";
import type { ScoreFacts } from "../../../../src/domain/risk/scores/score-facts.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const spends = { feature: "revenueMinor90d", value: 900_000, typical: 100_000, contribution: 0.8 } as const;
const reasons = [{ ...spends, contribution: -0.9 }, spends, { ...spends, value: 1 }];
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
const reasonOf = (given: ScoreFacts | null, direction: "raises" | "lowers", withMoney = true) =>
  mainReason(cardFactsOf({ score: given }), direction, withMoney);

it("is the strongest that pulls the way that is asked about", () => {
  expect(reasonOf(score(), "raises")).toEqual(reasonPhrase(spends, { currency: "EUR" }));
  expect(reasonOf(score(), "lowers")).toEqual(reasonPhrase(reasons[0]!, { currency: "EUR" }));
});

it("names no amount to whom money is not shown", () => {
  expect(reasonOf(score(), "raises", false)).toEqual(reasonPhrase(spends, { currency: null }));
});

it("is why reasons cannot be told, where they cannot", () => {
  expect(reasonOf(score({ unexplained: "data-changed" }), "raises")).toEqual(
    phrase("unexplained.data-changed"),
  );
});

it("is none where nothing pulls that way, or there is no score", () => {
  expect(reasonOf(score({ reasons: [spends] }), "lowers")).toBeNull();
  expect(reasonOf(null, "raises")).toBeNull();
});
