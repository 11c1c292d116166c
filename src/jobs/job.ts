import type { DuePeriod, Schedule } from "./due.ts";

/** How a run ended when nothing broke. A failure is thrown, and neither of these. */
export type JobOutcome =
  | { readonly kind: "done"; readonly figures: Readonly<Record<string, unknown>> }
  /** There was nothing to do, and why. */
  | { readonly kind: "skipped"; readonly because: string };

/** Something the bot does by the clock. It may run late, twice or on two machines and must still be right. */
export type Job = {
  readonly name: string;
  readonly schedule: Schedule;
  /** Where its clock hangs: it runs once per period in each of these time zones. */
  readonly timeZones: () => Promise<readonly string[]>;
  readonly run: (due: DuePeriod) => Promise<JobOutcome>;
};
