import type { SharedRunStore } from "../../src/store/shared-work/shared-runs.ts";

/** The runs of a process that takes so many ranges of each run and no more. */
export function takingAtMost(runs: SharedRunStore, most: number): SharedRunStore {
  let taken = 0;
  return {
    ...runs,
    claim: async (part) => {
      taken += 1;
      return taken > most ? null : runs.claim(part);
    },
  };
}

/** The runs of a process that has begun, and takes its first range once others have done what they do. */
export function takingAfter(runs: SharedRunStore, others: () => Promise<unknown>): SharedRunStore {
  let done: Promise<unknown> | null = null;
  return {
    ...runs,
    claim: async (part) => {
      done ??= others();
      await done;
      return runs.claim(part);
    },
  };
}
