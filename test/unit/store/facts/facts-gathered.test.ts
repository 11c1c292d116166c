import { describe, expect, it } from "vitest";
import type { Facts } from "../../../../src/domain/outreach/facts.ts";
import { sendUnlessStopped, untilStopped } from "../../../../src/store/database/stoppable.ts";
import { factsOfOne, MOST_TOGETHER } from "../../../../src/store/facts/facts-gathered.ts";

const NOON = new Date("2026-12-09T12:00:00Z");
const after = (ms: number) => new Date(NOON.getTime() + ms);

/** Knows of everybody but customer 13 when they were asked about, and notes what was read together. */
function reading() {
  const batches: Array<{ ids: readonly number[]; at: number }> = [];
  const read = factsOfOne<"customer">(async (_keys, ids, now) => {
    batches.push({ ids, at: now.getTime() - NOON.getTime() });
    await sendUnlessStopped({} as never, "", async () => {});
    const known = ids.filter((id) => id !== 13);
    return new Map(known.map((id) => [id, { customer: { id, at: now } } as unknown as Facts<"customer">]));
  });
  return { batches, ask: (customerId: number, ms = 0) => read(["customer"], customerId, after(ms)) };
}

describe("facts of one customer", () => {
  it("are read at once, and of several together who are asked for meanwhile", async () => {
    const { ask, batches } = reading();
    const found = await Promise.all([ask(1), ask(2), ask(13), ask(3)]);
    expect(found.map((facts) => facts?.customer.id)).toEqual([1, 2, undefined, 3]);
    expect(batches.map(({ ids }) => ids)).toEqual([[1], [2, 13, 3]]);
  });

  it("are as of the latest moment that any of those asked for, so that nobody misses what was just done", async () => {
    const { ask, batches } = reading();
    await Promise.all([ask(1), ask(2, 5), ask(3, 999), ask(4, 7)]);
    expect(batches.slice(1)).toEqual([{ ids: [2, 3, 4], at: 999 }]);
  });

  it("are as of their own moment where somebody has moved the clock in between", async () => {
    const { ask, batches } = reading();
    await Promise.all([ask(1), ask(2, 0), ask(3, 86_400_000), ask(4, 86_399_001)]);
    expect(batches.slice(1)).toEqual([
      { ids: [3, 4], at: 86_400_000 },
      { ids: [2], at: 0 },
    ]);
  });

  it("are read anew for who asks again about the same customer", async () => {
    const { ask, batches } = reading();
    await Promise.all([ask(1), ask(2, 1), ask(2, 2)]);
    expect(batches.map(({ at }) => at)).toEqual([0, 1, 2]);
  });

  it("are of no more customers at once than the plan that is kept is for", async () => {
    const { ask, batches } = reading();
    await Promise.all(Array.from({ length: 14 }, (_, place) => ask(100 + place)));
    expect(batches.map(({ ids }) => ids.length)).toEqual([1, MOST_TOGETHER, 3]);
  });

  it("are told to all others where one of those who asked wants them no more", async () => {
    const { ask } = reading();
    const stop = new AbortController();
    stop.abort();
    const stopped = { signal: stop.signal, cancel: async () => {} };
    const asked = await Promise.all([untilStopped(stopped, () => ask(1)), ask(2)]);
    expect(asked.map((facts) => facts?.customer.id)).toEqual([1, 2]);
  });
});
