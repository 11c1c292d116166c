import { daysAfter } from "../../domain/clock.ts";
import { int4, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type JobRunStore = ReturnType<typeof jobRunStore>;

/** One job's work for one period, e.g. `digest-weekly` for `2026-W47 Europe/Berlin`. */
export type JobPeriod = { readonly job: string; readonly period: string };
/** `attempt` proves the claim: finishing with an older one does nothing. */
export type JobClaim = JobPeriod & { readonly attempt: number };
export type JobRunStatus = "running" | "done" | "skipped" | "failed";

export type JobRun = JobPeriod & {
  readonly status: JobRunStatus;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly claimedUntil: Date;
  readonly finishedAt: Date | null;
  readonly outcome: unknown;
};

/** Long enough to see what went wrong last month. Chosen. */
const HOURLY_KEPT_DAYS = 30;
/** A year and what it is compared with. Chosen. */
const OTHERS_KEPT_DAYS = 400;

/** One row per job and period: the claim that makes a job run once, and its record. */
export function jobRunStore({ pool, prisma }: Database) {
  return {
    /**
     * Claims a period: a new one, a failed one whose retry is due, or one whose runner died.
     * @returns null where it is done, taken, or was tried `maxAttempts` times
     */
    async claim(
      { job, period }: JobPeriod,
      now: Date,
      claimedUntil: Date,
      maxAttempts: number,
    ): Promise<JobClaim | null> {
      const claimed = await CLAIM.first(pool, { job, period, now, claimedUntil, maxAttempts });
      return claimed && { job, period, attempt: claimed.attempts };
    },

    /** Keeps a long run's claim alive. @returns false where it was lost */
    async extend({ job, period, attempt }: JobClaim, claimedUntil: Date): Promise<boolean> {
      const { count } = await prisma.jobRun.updateMany({
        where: { job, period, attempts: attempt, status: "running" },
        data: { claimedUntil },
      });
      return count === 1;
    },

    /** @returns false where the claim was lost */
    finish: (claim: JobClaim, status: "done" | "skipped", outcome: unknown, at: Date) =>
      settle(claim, status, outcome, at, at),

    /** Keeps the failure; the period can be claimed again from `retryAt`. @returns false where the claim was lost */
    fail: (claim: JobClaim, error: string, at: Date, retryAt: Date) =>
      settle(claim, "failed", { error }, at, retryAt),

    /** Settles as failed what its runner left behind on its last attempt. @returns those runs */
    failAbandoned: (now: Date, maxAttempts: number): Promise<JobPeriod[]> =>
      FAIL_ABANDONED.all(pool, { now, maxAttempts }),

    /** What the job's last finished run with something to show recorded; null before the first one. */
    async lastFigures(job: string): Promise<Readonly<Record<string, unknown>> | null> {
      return (await LAST_FIGURES.first(pool, { job }))?.figures ?? null;
    },

    /** When the job last did what it is for; null before the first time. */
    async lastDoneAt(job: string): Promise<Date | null> {
      return (await LAST_DONE.one(pool, { job })).at;
    },

    /**
     * Forgets runs of hourly jobs after 30 days and those of the others after 400, except the newest of each job and the
     * newest that was done: what a job did last is asked for however long ago that was. @returns how many
     */
    forgetOld: (now: Date): Promise<number> =>
      FORGET.run(pool, {
        hourlyBefore: daysAfter(now, -HOURLY_KEPT_DAYS),
        othersBefore: daysAfter(now, -OTHERS_KEPT_DAYS),
      }),

    /** The newest runs of all jobs, newest first. */
    async recent(limit: number): Promise<JobRun[]> {
      const rows = await prisma.jobRun.findMany({
        orderBy: [{ startedAt: "desc" }, { job: "asc" }, { period: "asc" }],
        take: limit,
      });
      return rows.map(({ status, ...row }) => ({ ...row, status: status as JobRunStatus }));
    },
  };

  async function settle(
    claim: JobClaim,
    status: JobRunStatus,
    outcome: unknown,
    finishedAt: Date,
    claimedUntil: Date,
  ): Promise<boolean> {
    return (await SETTLE.run(pool, { ...claim, status, outcome, finishedAt, claimedUntil })) === 1;
  }
}

const CLAIM = statement({
  name: "jobs/job-runs: claim",
  sql: `
  INSERT INTO job_runs (job, period, status, started_at, claimed_until) VALUES (:job, :period, 'running', :now, :claimedUntil)
  ON CONFLICT (job, period) DO UPDATE
    SET status = 'running', attempts = job_runs.attempts + 1, started_at = :now,
        claimed_until = :claimedUntil,
        finished_at = NULL, outcome = NULL
    WHERE job_runs.status IN ('running', 'failed') AND job_runs.claimed_until <= :now
      AND job_runs.attempts < :maxAttempts
  RETURNING attempts`,
  parameters: { job: text, period: text, now: timestamptz, claimedUntil: timestamptz, maxAttempts: int4 },
  row: { attempts: int4 },
});

const SETTLE = statement({
  name: "jobs/job-runs: settle",
  sql: `
  UPDATE job_runs SET status = :status, outcome = :outcome, finished_at = :finishedAt, claimed_until = :claimedUntil
  WHERE job = :job AND period = :period AND attempts = :attempt AND status = 'running'`,
  parameters: {
    job: text,
    period: text,
    attempt: int4,
    status: text,
    outcome: json(),
    finishedAt: timestamptz,
    claimedUntil: timestamptz,
  },
});

const FAIL_ABANDONED = statement({
  name: "jobs/job-runs: fail abandoned",
  sql: `
  UPDATE job_runs SET status = 'failed', finished_at = :now,
    outcome = '{"error": "The process stopped during the last attempt."}'
  WHERE status = 'running' AND claimed_until <= :now AND attempts >= :maxAttempts RETURNING job, period`,
  parameters: { now: timestamptz, maxAttempts: int4 },
  row: { job: text, period: text },
});

const LAST_FIGURES = statement({
  name: "jobs/job-runs: last figures",
  sql: `
  SELECT outcome->'figures' AS figures FROM job_runs
  WHERE job = :job AND status = 'done' ORDER BY started_at DESC LIMIT 1`,
  parameters: { job: text },
  row: { figures: nullable(json<Record<string, unknown>>()) },
});

const LAST_DONE = statement({
  name: "jobs/job-runs: last done",
  sql: "SELECT max(finished_at) AS at FROM job_runs WHERE job = :job AND status = 'done'",
  parameters: { job: text },
  row: { at: nullable(timestamptz) },
});

/** The period of an hourly job begins with the day and the hour: "2026-11-29T10 UTC". */
const FORGET = statement({
  name: "jobs/job-runs: forget",
  sql: `
  DELETE FROM job_runs
  WHERE (started_at < :othersBefore
      OR (started_at < :hourlyBefore AND period ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d '))
    AND (job, period) NOT IN (
      SELECT DISTINCT ON (job) job, period FROM job_runs ORDER BY job, started_at DESC, period DESC)
    AND (job, period) NOT IN (
      SELECT DISTINCT ON (job) job, period FROM job_runs WHERE status = 'done'
      ORDER BY job, started_at DESC, period DESC)`,
  parameters: { hourlyBefore: timestamptz, othersBefore: timestamptz },
});
