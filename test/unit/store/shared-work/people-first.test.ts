import { setImmediate as nextRound } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { peopleFirst } from "../../../../src/store/shared-work/people-first.ts";

/** A clock that moves when it is told to, and people who are served until they are told that they were. */
function world() {
  let nowMs = 0;
  let timers: Array<{ atMs: number; then: () => void }> = [];
  const people = peopleFirst({
    nowMs: () => nowMs,
    after(ms, then) {
      const timer = { atMs: nowMs + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  return {
    people,
    timers: () => timers.length,
    async pass(ms: number) {
      nowMs += ms;
      for (const { atMs, then } of timers) if (atMs <= nowMs) then();
      await nextRound();
    },
    /** @returns to be called once they have their answer */
    ask() {
      let answer = () => {};
      void people.serve(() => new Promise<void>((resolve) => (answer = resolve)));
      return async () => {
        answer();
        await nextRound();
      };
    },
  };
}

/** Whether work has gone on after its rest. */
function resting(rest: () => Promise<void>) {
  const seen = { isOver: false };
  void rest().then(() => {
    seen.isOver = true;
  });
  return nextRound().then(() => seen);
}

describe("work that nobody waits for", () => {
  it("goes on at once while nobody asks for anything", async () => {
    const { people, pass } = world();
    const rest = people.rests();
    await pass(100);
    expect(await resting(rest)).toEqual({ isOver: true });
  });

  it("rests until the last who asked is answered", async () => {
    const { people, pass, ask, timers } = world();
    const rest = people.rests();
    const [answerA, answerB] = [ask(), ask()];
    await pass(100);
    const work = await resting(rest);
    await answerA();
    expect(work).toEqual({ isOver: false });
    await answerB();
    expect(work).toEqual({ isOver: true });
    expect(timers()).toBe(0);
  });

  it("rests no longer than four times what the piece before took, however many ask", async () => {
    const { people, pass, ask } = world();
    const rest = people.rests();
    ask();
    for (const tookMs of [100, 10]) {
      await pass(tookMs);
      const work = await resting(rest);
      await pass(4 * tookMs - 1);
      expect(work).toEqual({ isOver: false });
      await pass(1);
      expect(work).toEqual({ isOver: true });
    }
  });

  it("does not rest for who has waited ten seconds: that is long work itself", async () => {
    const { people, pass, ask } = world();
    const rest = people.rests();
    ask();
    await pass(9_999);
    const work = await resting(rest);
    await pass(1);
    const answer = ask();
    await answer();
    expect(work).toEqual({ isOver: true });
    await pass(100);
    expect(await resting(rest)).toEqual({ isOver: true });
  });

  it("does not rest where it is done for a person after all", async () => {
    const { people, pass } = world();
    await people.serve(async () => {
      const rest = people.rests();
      await pass(100);
      expect(await resting(rest)).toEqual({ isOver: true });
    });
  });

  it("goes on where what somebody asked for fails", async () => {
    const { people, pass } = world();
    const rest = people.rests();
    let fail = (_error: Error) => {};
    const served = people.serve(() => new Promise<void>((_, reject) => (fail = reject)));
    await pass(100);
    const work = await resting(rest);
    fail(new Error("no"));
    await expect(served).rejects.toThrow("no");
    await nextRound();
    expect(work).toEqual({ isOver: true });
  });

  it("tells whether somebody waits, for ten seconds at most", async () => {
    const { people, ask, pass } = world();
    expect(people.isAnybodyServed()).toBe(false);
    const answer = ask();
    expect(people.isAnybodyServed()).toBe(true);
    await answer();
    expect(people.isAnybodyServed()).toBe(false);
    ask();
    await pass(9_999);
    expect(people.isAnybodyServed()).toBe(true);
    await pass(1);
    expect(people.isAnybodyServed()).toBe(false);
  });
});
