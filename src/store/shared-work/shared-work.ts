import { deserialize, serialize } from "node:v8";
import { evenIfStopped } from "../database/stoppable.ts";
import { type PeopleFirst, peopleFirst } from "./people-first.ts";
import type { NewSharedRun, SharedRun, SharedRunStore } from "./shared-runs.ts";
import { type RangeSteps, takeAllRanges, takeRanges } from "./take-ranges.ts";

export type { NewSharedRun, SharedRange } from "./shared-runs.ts";
export type { RangeSteps } from "./take-ranges.ts";

export type LeadOptions = { readonly onProgress?: ((done: number, total: number) => void) | undefined };

/** What a run came to. */
export type Led<Settings, Result> = {
  /** As whoever began it gave them. */
  readonly settings: Settings;
  /** One a range, in their order. */
  readonly results: readonly Result[];
};

export type HelpOptions = {
  /** Runs that this process could not help with: they are left to those who can. */
  readonly except?: ReadonlySet<number> | undefined;
  readonly stop?: AbortSignal | undefined;
};

export type HelpResult =
  | { readonly kind: "nothing-to-do" }
  | { readonly kind: "helped"; readonly run: SharedRun; readonly ranges: number }
  | { readonly kind: "failed"; readonly run: SharedRun; readonly error: unknown };

/** Takes ranges until none is left to take. @returns how many */
export type TakeRanges = <Inputs, Result>(steps: RangeSteps<Inputs, Result>) => Promise<number>;

const keepAll = (_place: number, result: unknown) => serialize(result);

export type SharedWork = ReturnType<typeof sharedWork>;

/**
 * Work in ranges of customers, which one process leads and others help with (docs/decisions/2026-11-30-shared-work.md).
 * @param people whom this process serves beside it; nobody unless given
 */
export function sharedWork(runs: SharedRunStore, people: Pick<PeopleFirst, "rests"> = peopleFirst()) {
  return {
    /**
     * Begins a run, or joins the one of the same topic, takes ranges itself, and waits for those that others have taken.
     * @param stepsFor what is done with a range, by the settings of whoever began the run
     */
    async lead<Settings, Inputs, Result>(
      begun: NewSharedRun<Settings>,
      stepsFor: (settings: Settings) => RangeSteps<Inputs, Result>,
      { onProgress }: LeadOptions = {},
    ): Promise<Led<Settings, Result>> {
      const run = await runs.begin(begun);
      const own = new Map<number, Result>();
      // Another leader needs them as well; the only one need not send its own to the server and back.
      const keepOwn = (place: number, result: Result) => {
        own.set(place, result);
        return null;
      };
      const keep = begun.topic === null ? keepOwn : keepAll;
      try {
        await takeAllRanges(runs, run, stepsFor(run.settings), { keep, people, onProgress });
        return { settings: run.settings, results: await gathered(runs, run, own) };
      } finally {
        await evenIfStopped(() => runs.end(run.id)).catch(() => {}); // Its time runs out by itself.
      }
    },

    /**
     * Takes ranges of a run of a kind that another process leads until none is left. Who leads it takes over what fails here,
     * so that a failure is its own to tell.
     * @param work makes ready what the settings ask for, has ranges taken, and puts it away; null: it has not what that takes
     */
    async help<Settings>(
      kind: string,
      work: (settings: Settings, take: TakeRanges) => Promise<number | null>,
      { except = new Set(), stop }: HelpOptions = {},
    ): Promise<HelpResult> {
      const run = await runs.toHelp(kind, except);
      if (run === null) return { kind: "nothing-to-do" };
      const take: TakeRanges = (steps) =>
        takeRanges(runs, { runId: run.id, leads: false }, steps, { keep: keepAll, people, stop });
      try {
        const ranges = await work(run.settings as Settings, take);
        return ranges === null ? { kind: "nothing-to-do" } : { kind: "helped", run, ranges };
      } catch (error) {
        return { kind: "failed", run, error };
      }
    },
  };
}

/** What the leader did itself, and what others left with their ranges. */
async function gathered<Result>(
  runs: SharedRunStore,
  { id, total }: SharedRun,
  own: ReadonlyMap<number, Result>,
): Promise<Result[]> {
  const results = new Map(own);
  if (own.size < total)
    for (
      let page = await runs.results(id, 0);
      page.length > 0;
      page = await runs.results(id, page.at(-1)?.place ?? 0)
    )
      for (const { place, result } of page) results.set(place, deserialize(result) as Result);
  if (results.size !== total) throw new Error(`Run ${id} has ${results.size} results of ${total} ranges.`);
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
