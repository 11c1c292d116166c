import { int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ProcessFigures = Awaited<ReturnType<typeof readProcessFigures>>;
export type JobHistory = ProcessFigures["jobs"][number];

/** What waits, what failed and what ran last, for whoever watches the process. Reads by indexes and few rows alone. */
export async function readProcessFigures(db: Queryable, now: Date) {
  const { failed, ...outbox } = await OUTBOX.one(db, { now });
  return {
    outbox,
    /** Messages that nobody tries again unless told to. */
    deadLetters: failed,
    inbox: await INBOX.one(db),
    scoredUpTo: (await SCORES.one(db)).at,
    jobs: await JOBS.all(db),
  };
}

/** A message in posting has been tried and is not settled. What waits on purpose, for quiet hours or a token, is later. */
const OUTBOX = statement({
  name: "jobs/process-figures: outbox",
  sql: `
  SELECT
    count(*) FILTER (WHERE status = 'pending' AND next_attempt_at <= :now)::int AS due,
    count(*) FILTER (WHERE status = 'held' OR status = 'pending' AND next_attempt_at > :now)::int AS later,
    count(*) FILTER (WHERE status = 'posting')::int AS posting,
    count(*) FILTER (WHERE status = 'failed')::int AS failed,
    min(created_at) FILTER (WHERE status <> 'failed') AS "oldestAt",
    min(next_attempt_at) FILTER (WHERE status IN ('pending', 'posting')) AS "dueSince"
  FROM outbox WHERE status IN ('pending', 'posting', 'held', 'failed')`,
  parameters: { now: timestamptz },
  row: {
    due: int4,
    later: int4,
    posting: int4,
    failed: int4,
    oldestAt: nullable(timestamptz),
    dueSince: nullable(timestamptz),
  },
});

const INBOX = statement({
  name: "jobs/process-figures: inbox",
  sql: `
  SELECT count(*)::int AS waiting, min(handled_at) AS "oldestAt",
    (SELECT count(*)::int FROM handled_requests WHERE gave_up_at IS NOT NULL) AS "givenUp"
  FROM handled_requests WHERE claimed_until IS NOT NULL`,
  row: { waiting: int4, oldestAt: nullable(timestamptz), givenUp: int4 },
});

const SCORES = statement({
  name: "jobs/process-figures: scores",
  sql: "SELECT max(as_of) AS at FROM scores",
  row: { at: nullable(timestamptz) },
});

/** A period ends with its time zone: "2026-W47 Europe/Berlin". */
const JOBS = statement({
  name: "jobs/process-figures: jobs",
  sql: `
  SELECT job, substring(period from '[^ ]+$') AS "timeZone", min(started_at) AS "firstAt",
    max(started_at) FILTER (WHERE status IN ('done', 'skipped')) AS "servedAt"
  FROM job_runs GROUP BY 1, 2`,
  row: { job: text, timeZone: text, firstAt: timestamptz, servedAt: nullable(timestamptz) },
});
