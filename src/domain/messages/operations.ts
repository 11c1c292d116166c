import type { Day } from "../calendar.ts";
import type { HealthCheck } from "../health-check.ts";
import type { KeptImport } from "../imports/imports.ts";
import type { Part } from "../part.ts";
import type { Phrase } from "../phrase.ts";
import type { ModelVersion } from "../risk/versions/model-version.ts";

/** A system that is pulled from, with the last moment at which it gave something. */
export type SourceStand = {
  readonly name: string;
  /** As people know it; null: this version has no such kind. */
  readonly title: string | null;
  /** Null: it was not pulled yet. */
  readonly pulledAt: Date | null;
  readonly failures: ReadonlyArray<{ readonly what: Phrase; readonly since: Date }>;
};

/** A job whose newest run failed. */
export type FailedJob = {
  readonly job: string;
  readonly at: Date;
  /** As it was thrown, for whoever looks after the bot; null: it left none. */
  readonly error: string | null;
  /** Nobody tries again. */
  readonly isLast: boolean;
};

/** What a job missed lately, while nothing ran. */
export type MissedJob = { readonly job: string; readonly periods: number; readonly lastDay: Day };

/** What jobs failed at, and what they missed. */
export type JobTrouble = {
  readonly failed: readonly FailedJob[];
  readonly missed: readonly MissedJob[];
};

/** Which version serves, the newer one that does not, and what a roll-back would let serve again. */
export type ModelStand = {
  /** Null: nothing was trained yet. */
  readonly champion: ModelVersion | null;
  readonly candidate: ModelVersion | null;
  readonly before: number | null;
};

/** How the bot is doing, as a role sees it: managers whether all is well, operations everything. */
export type Operations =
  | { readonly kind: "glance"; readonly checks: Part<readonly HealthCheck[]> }
  | {
      readonly kind: "all";
      readonly checks: Part<readonly HealthCheck[]>;
      readonly sources: Part<readonly SourceStand[]>;
      readonly jobs: Part<JobTrouble>;
      readonly model: Part<ModelStand>;
      readonly imports: Part<readonly KeptImport[]>;
    };

export type AllOperations = Extract<Operations, { kind: "all" }>;

/** Of each list; the command line has all of it. Chosen by the product. */
export const OPERATIONS_LISTED = 5;

/** The newest version, where it is newer than what serves. */
export const candidateAfter = (
  newest: ModelVersion | null,
  champion: ModelVersion | null,
): ModelVersion | null =>
  newest !== null && newest.id !== champion?.id && newest.trainedAt >= (champion?.trainedAt ?? new Date(0))
    ? newest
    : null;

/** What each job missed, all its time zones together; those that missed something last come first. */
export function missedByJob(
  missed: ReadonlyArray<{ readonly job: string; readonly periods: number; readonly lastDay: Day }>,
): MissedJob[] {
  const byJob = new Map<string, MissedJob>();
  for (const { job, periods, lastDay } of missed) {
    const before = byJob.get(job);
    byJob.set(job, {
      job,
      periods: (before?.periods ?? 0) + periods,
      lastDay: before !== undefined && before.lastDay > lastDay ? before.lastDay : lastDay,
    });
  }
  return [...byJob.values()].sort((a, b) => (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0));
}
