import type { Database } from "../database/database.ts";

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

/** One row per job and period: the claim that makes a job run once, and its record. */
export function jobRunStore({ pool }: Database) {
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
      const values = [job, period, now, claimedUntil, maxAttempts];
      const { rows } = await pool.query<{ attempts: number }>(CLAIM, values);
      return rows[0] ? { job, period, attempt: rows[0].attempts } : null;
    },

    /** Keeps a long run's claim alive. @returns false where it was lost */
    async extend({ job, period, attempt }: JobClaim, claimedUntil: Date): Promise<boolean> {
      const { rowCount } = await pool.query(
        `UPDATE job_runs SET claimed_until = $4
         WHERE job = $1 AND period = $2 AND attempts = $3 AND status = 'running'`,
        [job, period, attempt, claimedUntil],
      );
      return rowCount === 1;
    },

    /** @returns false where the claim was lost */
    finish: (claim: JobClaim, status: "done" | "skipped", outcome: unknown, at: Date) =>
      settle(claim, status, outcome, at, at),

    /** Keeps the failure; the period can be claimed again from `retryAt`. @returns false where the claim was lost */
    fail: (claim: JobClaim, error: string, at: Date, retryAt: Date) =>
      settle(claim, "failed", { error }, at, retryAt),

    /** Settles as failed what its runner left behind on its last attempt. @returns those runs */
    async failAbandoned(now: Date, maxAttempts: number): Promise<JobPeriod[]> {
      const { rows } = await pool.query<JobPeriod>(
        `UPDATE job_runs SET status = 'failed', finished_at = $1,
           outcome = '{"error": "The process stopped during the last attempt."}'
         WHERE status = 'running' AND claimed_until <= $1 AND attempts >= $2 RETURNING job, period`,
        [now, maxAttempts],
      );
      return rows;
    },

    /** What the job's last finished run with something to show recorded; null before the first one. */
    async lastFigures(job: string): Promise<Readonly<Record<string, unknown>> | null> {
      const { rows } = await pool.query<{ figures: Record<string, unknown> | null }>(
        `SELECT outcome->'figures' AS figures FROM job_runs
         WHERE job = $1 AND status = 'done' ORDER BY started_at DESC LIMIT 1`,
        [job],
      );
      return rows[0]?.figures ?? null;
    },

    /** The newest runs of all jobs, newest first. */
    async recent(limit: number): Promise<JobRun[]> {
      const { rows } = await pool.query<JobRunRow>(
        `SELECT * FROM job_runs ORDER BY started_at DESC, job, period LIMIT $1`,
        [limit],
      );
      return rows.map(jobRunFrom);
    },
  };

  async function settle(
    claim: JobClaim,
    status: JobRunStatus,
    outcome: unknown,
    finishedAt: Date,
    claimedUntil: Date,
  ): Promise<boolean> {
    const { job, period, attempt } = claim;
    const { rowCount } = await pool.query(
      `UPDATE job_runs SET status = $4, outcome = $5, finished_at = $6, claimed_until = $7
       WHERE job = $1 AND period = $2 AND attempts = $3 AND status = 'running'`,
      [job, period, attempt, status, JSON.stringify(outcome), finishedAt, claimedUntil],
    );
    return rowCount === 1;
  }
}

const CLAIM = `
  INSERT INTO job_runs (job, period, status, started_at, claimed_until) VALUES ($1, $2, 'running', $3, $4)
  ON CONFLICT (job, period) DO UPDATE
    SET status = 'running', attempts = job_runs.attempts + 1, started_at = $3, claimed_until = $4,
        finished_at = NULL, outcome = NULL
    WHERE job_runs.status IN ('running', 'failed') AND job_runs.claimed_until <= $3 AND job_runs.attempts < $5
  RETURNING attempts`;

type JobRunRow = {
  job: string;
  period: string;
  status: JobRunStatus;
  attempts: number;
  started_at: Date;
  claimed_until: Date;
  finished_at: Date | null;
  outcome: unknown;
};

function jobRunFrom(row: JobRunRow): JobRun {
  return {
    job: row.job,
    period: row.period,
    status: row.status,
    attempts: row.attempts,
    startedAt: row.started_at,
    claimedUntil: row.claimed_until,
    finishedAt: row.finished_at,
    outcome: row.outcome,
  };
}
