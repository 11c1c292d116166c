import { describe, expect, it } from "vitest";
import {
  judgedWithinDays,
  type ScoredOverride,
  tallyOf,
  teamTally,
  wasModelRight,
} from "../../../../../src/domain/outreach/overrides/override.ts";

const call = (
  says: ScoredOverride["says"],
  outcome: ScoredOverride["outcome"],
  probability: number | null = null,
): ScoredOverride => ({ says, outcome, probability });

describe("what somebody knows better", () => {
  it("is judged over its own time, and over a month where it is shorter", () => {
    const madeAt = new Date("2026-11-01T12:00:00Z");
    expect(judgedWithinDays({ madeAt, until: new Date("2026-11-05T00:00:00Z") })).toBe(30);
    expect(judgedWithinDays({ madeAt, until: new Date("2026-12-01T12:00:00Z") })).toBe(30);
    expect(judgedWithinDays({ madeAt, until: new Date("2026-12-01T12:01:00Z") })).toBe(31);
  });

  it("counts who was right, and the model where it had a figure", () => {
    const calls = [
      call("stay", "stayed", 0.8),
      call("stay", "left", 0.5),
      call("leave", "left", 0.49),
      call("leave", "stayed", null),
    ];
    expect(tallyOf(calls)).toEqual({ calls: 4, right: 2, modelCalls: 3, modelRight: 1 });
    expect(calls.map(wasModelRight)).toEqual([false, true, false, null]);
    expect(tallyOf([])).toEqual({ calls: 0, right: 0, modelCalls: 0, modelRight: 0 });
  });

  it("is summed for a team of three at least", () => {
    const of = (...people: string[]) => people.map((by) => ({ ...call("stay", "stayed"), by }));
    expect(teamTally(of("U1", "U2", "U1", "U2"))).toBeNull();
    expect(teamTally(of("U1", "U2", "U3"))).toMatchObject({ calls: 3, right: 3 });
  });
});
