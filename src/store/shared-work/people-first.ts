import { AsyncLocalStorage } from "node:async_hooks";

export type PeopleFirst = {
  /** Does what somebody asked for and waits for. */
  serve<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Whether somebody who asked less than ten seconds ago waits for an answer. */
  isAnybodyServed(): boolean;
  /** For work in pieces: @returns to be awaited between two of them */
  rests(): () => Promise<void>;
};

/** By a clock that nobody sets, in milliseconds. */
export type Timing = {
  readonly nowMs: () => number;
  /** @returns what takes it back */
  readonly after: (ms: number, then: () => void) => () => void;
};

/** Chosen: work goes on at no less than a fifth of its speed, however many people ask and for however long. */
const RESTS_TIMES = 4;
/** Chosen: what takes longer is long work itself, an import perhaps, and for its sake nothing has to rest. */
const SERVED_MS = 10_000;

const OF_THE_PROCESS: Timing = {
  nowMs: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Leaves the processor to people: while somebody who asked less than ten seconds ago waits for an answer, work that nobody waits for
 * rests after each piece, until nobody does any more, or four times as long as the piece took. What is done for a person never rests.
 */
export function peopleFirst({ nowMs, after }: Timing = OF_THE_PROCESS): PeopleFirst {
  const isForPerson = new AsyncLocalStorage<true>();
  const servedSince = new Set<{ readonly ms: number }>();
  const resting = new Set<() => void>();
  const isAnybodyServed = () => [...servedSince].some(({ ms }) => nowMs() - ms < SERVED_MS);

  function rest(mostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        takeBack();
        resting.delete(end);
        resolve();
      };
      const takeBack = after(mostMs, end);
      resting.add(end);
    });
  }

  return {
    isAnybodyServed,

    async serve(work) {
      const served = { ms: nowMs() };
      servedSince.add(served);
      try {
        return await isForPerson.run(true, work);
      } finally {
        servedSince.delete(served);
        if (!isAnybodyServed()) for (const end of resting) end();
      }
    },

    rests() {
      let beganMs = nowMs();
      return async () => {
        const tookMs = nowMs() - beganMs;
        if (tookMs > 0 && isForPerson.getStore() === undefined && isAnybodyServed())
          await rest(RESTS_TIMES * tookMs);
        beganMs = nowMs();
      };
    },
  };
}
