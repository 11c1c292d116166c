import type { Day } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import { bool, int4, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { missedPeriodStore } from "./missed-periods.ts";

export type JobRunStore = ReturnType<typeof jobRunStore>;

/** One job's work for one period, e.g. `digest-weekly` for `2026-W47 Europe/Berlin`. */
export type JobPeriod = { readonly job: string; readonly period: string };
/** `attempt` proves the claim: finishing with an older one does nothing. */
export type JobClaim = JobPeriod & { readonly attempt: number };
export type JobRunStatus = "running" | "done" | "skipped" | "failed";

export type JobFailing = { readonly error: string /** Nobody tries again. */; readonly isLast: boolean };

export type UnsettledRun = JobPeriod & {
  readonly status: JobRunStatus;
  readonly attempts: number;
  /** Of the last attempt; null: it left none. */
  readonly error: string | null;
};

/** A daily job's run for a day. */
export type RunOfDay = { readonly day: Day; readonly status: JobRunStatus; readonly isLast: boolean };

export type NewestRun = JobPeriod & {
  readonly timeZone: string;
  readonly status: JobRunStatus;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Why it failed; null: it did not, or left no reason. */
  readonly error: string | null;
  /** It failed, and nobody tries again. */
  readonly isLast: boolean;
};

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

/** One row per job and period: the claim that makes a job run once, and its record. Beside them what was missed. */
export function jobRunStore(database: Database) {
  const { pool, prisma } = database;
  const missed = missedPeriodStore(database);
  return {
    ...missed,

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

    /**
     * Keeps the failure; the period can be claimed again from `retryAt`, unless it was the last attempt.
     * @returns false where the claim was lost
     */
    fail: (claim: JobClaim, { error, isLast }: JobFailing, at: Date, retryAt: Date) =>
      settle(claim, "failed", { error, ...(isLast && { isLast }) }, at, retryAt),

    /** Runs that nobody holds any more and that are not done: their runner died, or a retry is due. */
    unsettled: (now: Date): Promise<UnsettledRun[]> => UNSETTLED.all(pool, { now }),

    /** Settles such a run as failed for good. @returns false where somebody else did, or has taken it up again */
    async giveUp({ job, period, attempts }: UnsettledRun, error: string, at: Date): Promise<boolean> {
      return (await GIVE_UP.run(pool, { job, period, attempts, outcome: { error, isLast: true }, at })) === 1;
    },

    /** What became of a period so far; null: nobody has begun it. */
    async statusOf({ job, period }: JobPeriod): Promise<JobRunStatus | null> {
      return (await STATUS.first(pool, { job, period }))?.status ?? null;
    },

    /** What became of a daily job on days from one to another, both included, in order. */
    onDays: (job: string, fromDay: Day, toDay: Day): Promise<RunOfDay[]> =>
      ON_DAYS.all(pool, { job, fromDay, toDay }),

    /** Has a job's newest run claimed again as if it had not been tried. @returns null where it did not fail */
    retry: (job: string, at: Date): Promise<JobPeriod | null> => RETRY.first(pool, { job, at }),

    /** The newest run of each job in each of its time zones. */
    newest: (): Promise<NewestRun[]> => NEWEST.all(pool),

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
     * newest that was done: what a job did last is asked for however long ago that was. What was missed goes after 400
     * days, too. @returns how many
     */
    async forgetOld(now: Date): Promise<number> {
      const othersBefore = daysAfter(now, -OTHERS_KEPT_DAYS);
      const hourlyBefore = daysAfter(now, -HOURLY_KEPT_DAYS);
      const runs = await FORGET.run(pool, { hourlyBefore, othersBefore });
      return runs + (await missed.forgetMissed(othersBefore));
    },

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
      AND job_runs.attempts < :maxAttempts AND NOT coalesce((job_runs.outcome->>'isLast')::boolean, false)
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

const UNSETTLED = statement({
  name: "jobs/job-runs: unsettled",
  sql: `
  SELECT job, period, status, attempts, outcome->>'error' AS error FROM job_runs
  WHERE claimed_until <= :now
    AND (status = 'running' OR (status = 'failed' AND NOT coalesce((outcome->>'isLast')::boolean, false)))
  ORDER BY started_at, job, period`,
  parameters: { now: timestamptz },
  row: { job: text, period: text, status: textOf<JobRunStatus>(), attempts: int4, error: nullable(text) },
});

const GIVE_UP = statement({
  name: "jobs/job-runs: give up",
  sql: `
  UPDATE job_runs SET status = 'failed', outcome = :outcome, finished_at = coalesce(finished_at, :at)
  WHERE job = :job AND period = :period AND attempts = :attempts AND claimed_until <= :at
    AND status IN ('running', 'failed') AND NOT coalesce((outcome->>'isLast')::boolean, false)`,
  parameters: { job: text, period: text, attempts: int4, outcome: json(), at: timestamptz },
});

const STATUS = statement({
  name: "jobs/job-runs: status",
  sql: "SELECT status FROM job_runs WHERE job = :job AND period = :period",
  parameters: { job: text, period: text },
  row: { status: textOf<JobRunStatus>() },
});

/** A run at the bot's start has more in its period than the day and the zone. */
const ON_DAYS = statement({
  name: "jobs/job-runs: on days",
  sql: `
  SELECT split_part(period, ' ', 1) AS day, status, coalesce((outcome->>'isLast')::boolean, false) AS "isLast" FROM job_runs
  WHERE job = :job AND period ~ '^\\d{4}-\\d\\d-\\d\\d [^ ]+$'
    AND split_part(period, ' ', 1) COLLATE "C" BETWEEN :fromDay AND :toDay
  ORDER BY 1`,
  parameters: { job: text, fromDay: text, toDay: text },
  row: { day: text, status: textOf<JobRunStatus>(), isLast: bool },
});

const NEWEST = statement({
  name: "jobs/job-runs: newest",
  sql: `
  SELECT DISTINCT ON (job, "timeZone") job, period, substring(period FROM '[^ ]+$') AS "timeZone", status, attempts,
    started_at AS "startedAt", finished_at AS "finishedAt", outcome->>'error' AS error,
    coalesce((outcome->>'isLast')::boolean, false) AS "isLast"
  FROM job_runs ORDER BY job, "timeZone", started_at DESC, period DESC`,
  row: {
    job: text,
    period: text,
    timeZone: text,
    status: textOf<JobRunStatus>(),
    attempts: int4,
    startedAt: timestamptz,
    finishedAt: nullable(timestamptz),
    error: nullable(text),
    isLast: bool,
  },
});

const RETRY = statement({
  name: "jobs/job-runs: retry",
  sql: `
  UPDATE job_runs SET attempts = 0, claimed_until = least(claimed_until, :at), outcome = outcome - 'isLast'
  WHERE status = 'failed' AND (job, period) = (
    SELECT job, period FROM job_runs WHERE job = :job ORDER BY started_at DESC, period DESC LIMIT 1)
  RETURNING job, period`,
  parameters: { job: text, at: timestamptz },
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
