import type { DuePeriod, Timetable } from "./due.ts";

/** How a run ended when nothing broke. A failure is thrown, and neither of these. */
export type JobOutcome =
  | { readonly kind: "done"; readonly figures: Readonly<Record<string, unknown>> }
  /** There was nothing to do, and why. */
  | { readonly kind: "skipped"; readonly because: string };

/**
 * How it stands with what a job needs first. `met`: it is through, or not due. `awaited`: it is still to come, runs
 * elsewhere, or has failed. `late`: so still, and it is waited for no longer.
 */
export type Need = "met" | "awaited" | "late";

/** Another job that has to be through with what is due of it. */
export type Needed = {
  readonly job: string;
  /** Where somebody cannot wait even so long; left out: everybody can. */
  readonly cannotWait?: () => Promise<readonly string[]>;
};

/** Something the bot does by the clock. It may run late, twice or on two machines and must still be right. */
export type Job = Timetable & {
  readonly name: string;
  /** Where its clock hangs: it runs once per period in each of these time zones. */
  readonly timeZones: () => Promise<readonly string[]>;
  /**
   * Where somebody's turn has come, and nowhere else: then an hour without a run is none that was missed. Left out: its time
   * zones are always the same until a setting changes them.
   */
  readonly isByTurns?: true;
  /** While that is awaited, the job waits; no run of it overtakes the other on another machine either. */
  readonly needs?: Needed;
  /** @param need left out: met */
  readonly run: (due: DuePeriod, need?: Need) => Promise<JobOutcome>;
};
