import { expect, it } from "vitest";
import type { CardRisk } from "../../../../../src/domain/risk/scores/card-risk.ts";
import { riskTrend, type WeeklyScore } from "../../../../../src/domain/risk/scores/risk-trend.ts";

const scored: CardRisk = {
  kind: "scored",
  probability: 0.6,
  bounds: null,
  change: null,
  horizonDays: 90,
  serves: "network",
  scoredAt: new Date("2026-12-09T02:00:00Z"),
  stale: false,
};
const week = (probability: number, modelId = 1): WeeklyScore => ({ probability, modelId });

it("goes from the first score there is to the newest, with its gaps", () => {
  expect(riskTrend([null, week(0.3), null, week(0.4), week(0.6)], scored)).toEqual({
    values: [0.3, null, 0.4, 0.6],
    before: 0.3,
    after: 0.6,
    weeks: 3,
    modelChanged: false,
  });
});

it.each([
  ["no score", []],
  ["one score", [null, null, week(0.6)]],
  ["a newest week without a score", [week(0.3), week(0.6), null]],
])("is nothing where there is %s", (_, weekly) => expect(riskTrend(weekly, scored)).toBeNull());

it("is nothing of a customer whose risk is not shown", () => {
  expect(riskTrend([week(0.3), week(0.6)], { kind: "ended", on: "2026-12-01" })).toBeNull();
});

it("says that the model changed on the way, also where it changed back", () => {
  expect(riskTrend([week(0.3, 1), week(0.4, 2), week(0.6, 1)], scored)?.modelChanged).toBe(true);
});
