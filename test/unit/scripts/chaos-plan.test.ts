import { describe, expect, it } from "vitest";
import { FAULTS, planRounds, SHORT_KINDS } from "../../../scripts/chaos/plan.ts";
import { randomStream } from "../../../src/demo/random.ts";

const plan = (rounds: number, seed = 1) => planRounds(rounds, randomStream(seed), { kills: 2 });

describe("the plan of a run", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(plan(20)).toEqual(plan(20));
    expect(plan(20, 2)).not.toEqual(plan(20));
  });

  it("has every kind in it, two at a time", () => {
    const rounds = plan(FAULTS.length);
    expect(new Set(rounds.flatMap(({ faults }) => faults))).toEqual(new Set(FAULTS));
    for (const { faults } of rounds) expect(new Set(faults).size).toBe(2);
  });

  it("brings along the world that a kind needs, and the processes", () => {
    for (const { world, faults, instances } of plan(200)) {
      expect(faults.some((fault) => fault.startsWith("socket")) ? "socket" : world).toBe(world);
      expect(faults.some((fault) => fault.startsWith("replay")) ? "http" : world).toBe(world);
      expect(faults.some((fault) => fault.startsWith("embedded"))).toBe(world === "embedded");
      const wanted = faults.includes("three-instances") ? 3 : faults.includes("two-instances") ? 2 : 1;
      expect(instances).toBe(wanted);
    }
  });

  it("deals only from the kinds that are wanted", () => {
    const kinds = ["kill", "hang"] as const;
    const rounds = planRounds(5, randomStream(1), { kills: 0, kinds });
    expect(new Set(rounds.flatMap(({ faults }) => faults))).toEqual(new Set(kinds));
  });

  it.each([1, 2, 3, 20_261_129])(
    "deals each kind of the short form in half as many rounds: seed %d",
    (seed) => {
      const rounds = planRounds(Math.ceil(SHORT_KINDS.length / 2), randomStream(seed), {
        kills: 0,
        kinds: SHORT_KINDS,
      });
      expect(new Set(rounds.flatMap(({ faults }) => faults))).toEqual(new Set(SHORT_KINDS));
    },
  );
});
