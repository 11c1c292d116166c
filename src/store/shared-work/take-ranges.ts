import { setTimeout as sleep } from "node:timers/promises";
import type { PeopleFirst } from "./people-first.ts";
import type {
  RangeClaim,
  RunPart,
  RunProgress,
  SharedRange,
  SharedRun,
  SharedRunStore,
} from "./shared-runs.ts";

/** What is done with each range: the next one is read while this one is worked on. */
export type RangeSteps<Inputs, Result> = {
  /** How many of them one process reads at once. */
  readonly atOnce: number;
  read(range: SharedRange): Promise<Inputs>;
  work(inputs: Inputs): Promise<Result>;
};

export type TakeRangesOptions<Result> = {
  /** What of a result is kept with its range. */
  readonly keep: (place: number, result: Result) => Buffer | null;
  /** For whom it rests between two ranges. */
  readonly people: Pick<PeopleFirst, "rests">;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Takes no further range once it is aborted. */
  readonly stop?: AbortSignal | undefined;
};

/** A third of the time that a claim lasts. */
const RENEW_MS = 3_000;
/** How often a leader looks whether the others are done, at first and then. Chosen: nobody notices it, and it costs the server nothing. */
const FIRST_LOOK_MS = 10;
const LOOK_MS = 250;

/** Takes ranges until none is left to take, some at once. @returns how many */
export async function takeRanges<Inputs, Result>(
  runs: SharedRunStore,
  part: RunPart,
  steps: RangeSteps<Inputs, Result>,
  { keep, people, onProgress, stop }: TakeRangesOptions<Result>,
): Promise<number> {
  const claims = claimsOf(runs, part);
  let failed = false;
  let taken = 0;
  const claimNext = async () => (failed || stop?.aborted ? null : claims.next());
  const read = async (claim: RangeClaim | null) => claim && { claim, inputs: await steps.read(claim) };
  const workOn = async (claim: RangeClaim, inputs: Inputs) => {
    const result = await steps.work(inputs);
    const { done, total } = await claims.settle(claim, keep(claim.place, result));
    taken += 1;
    onProgress?.(done, total);
  };
  const lane = async (): Promise<void> => {
    const rest = people.rests();
    let current = await read(await claimNext());
    while (current) {
      await rest();
      const claim = await claimNext();
      // The next one is asked for before the thread is at work on this one. Whatever fails first fails the lane, and the other is
      // not left unheard.
      const [next] = await Promise.all([read(claim), workOn(current.claim, current.inputs)]);
      current = next;
    }
  };
  const stopOthers = (error: unknown) => {
    failed = true;
    throw error;
  };
  try {
    await Promise.all(Array.from({ length: steps.atOnce }, () => lane().catch(stopOthers)));
  } finally {
    await claims.end();
  }
  return taken;
}

/** What one process has in its hands of a run; kept until it is settled. */
function claimsOf(runs: SharedRunStore, part: RunPart) {
  const held = new Map<number, RangeClaim>();
  const stopRenewing = renewing(() => runs.renew(part, [...held.values()]));
  return {
    async next(): Promise<RangeClaim | null> {
      const claim = await runs.claim(part);
      if (claim !== null) held.set(claim.place, claim);
      return claim;
    },

    async settle(claim: RangeClaim, result: Buffer | null): Promise<RunProgress> {
      const progress = await runs.settle(part.runId, claim, result);
      held.delete(claim.place);
      return progress;
    },

    async end(): Promise<void> {
      stopRenewing();
      // Where the database is away the claims run out by themselves.
      await runs.release(part.runId, [...held.values()]).catch(() => {});
    },
  };
}

/** Takes ranges until all are settled, those that others hold included: what a killed process held is free after its claim. */
export async function takeAllRanges<Inputs, Result>(
  runs: SharedRunStore,
  run: SharedRun,
  steps: RangeSteps<Inputs, Result>,
  options: TakeRangesOptions<Result>,
): Promise<void> {
  const part = { runId: run.id, leads: true };
  const stopRenewing = renewing(() => runs.renew(part, []));
  try {
    for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(2 * waitMs, LOOK_MS)) {
      if ((await takeRanges(runs, part, steps, options)) > 0) waitMs = FIRST_LOOK_MS;
      const progress = await runs.progress(run.id);
      options.onProgress?.(progress.done, progress.total);
      if (isOver(run, progress)) return;
      await sleep(waitMs);
    }
  } finally {
    stopRenewing();
  }
}

function isOver(run: SharedRun, { done, total }: RunProgress): boolean {
  if (total === run.total) return done === total;
  throw new Error(
    `The ranges of run ${run.id} are gone: the database crashed, or nobody renewed it for an hour.`,
  );
}

/** A renewal that fails is not the work's failure: at worst somebody else does a range once more, with the same result. */
function renewing(renew: () => Promise<void>): () => void {
  const timer = setInterval(() => void renew().catch(() => {}), RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
}
