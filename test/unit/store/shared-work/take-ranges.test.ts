import { describe, expect, it } from "vitest";
import type { RangeClaim, SharedRunStore } from "../../../../src/store/shared-work/shared-runs.ts";
import { takeRanges } from "../../../../src/store/shared-work/take-ranges.ts";

const PART = { runId: 1, leads: true };

/** A run of some ranges of one customer each, and what is done with them, in its order. */
function world(ranges: number) {
  const happened: string[] = [];
  let claimed = 0;
  const note = (what: string, place: number) => void happened.push(`${what} ${place}`);
  const runs = {
    async claim(): Promise<RangeClaim | null> {
      if (claimed === ranges) return null;
      claimed += 1;
      note("claimed", claimed);
      return { place: claimed, attempt: 1, fromCustomerId: claimed, toCustomerId: claimed };
    },
    async settle(_run: number, { place }: RangeClaim) {
      note("settled", place);
      return { done: place, total: ranges };
    },
    renew: async () => {},
    release: async () => {},
  } as unknown as SharedRunStore;
  const steps = {
    atOnce: 1,
    read: async ({ fromCustomerId: place }: { fromCustomerId: number }) => {
      note("read", place);
      return place;
    },
    work: async (place: number) => place,
  };
  return { happened, runs, steps, note };
}

describe("ranges", () => {
  it("are taken after a rest each, and nothing is claimed or worked on meanwhile", async () => {
    const { happened, runs, steps, note } = world(3);
    let rested = 0;
    const rests = () => async () => {
      rested += 1;
      note("resting", rested);
      await Promise.resolve();
      note("rested", rested);
    };
    const taken = await takeRanges(runs, PART, steps, { keep: () => null, people: { rests } });
    expect(taken).toBe(3);
    expect(happened).toEqual([
      ...["claimed 1", "read 1", "resting 1", "rested 1"],
      ...["claimed 2", "read 2", "settled 1", "resting 2", "rested 2"],
      ...["claimed 3", "read 3", "settled 2", "resting 3", "rested 3", "settled 3"],
    ]);
  });
});
