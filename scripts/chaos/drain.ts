import { setTimeout as sleep } from "node:timers/promises";
import { missingDigests } from "./seen.ts";
import { leap, reachDatabase, type World } from "./world.ts";

/** What is left to do, and when the next of it may be begun; null: nothing waits for a time. */
type Left = { readonly left: number; readonly due: number; readonly next: Date | null };

/** Where the database does not answer. */
const UNKNOWN: Left = { left: 1, due: 1, next: null };

const ASK_EVERY_MS = 250;
/** A post that gets no answer is given up after ten seconds. */
const BEYOND_A_POST_MS = 15_000;
/** A process asks which jobs are due once a minute; a busy machine skips minutes. Only a run with something stuck waits for it. */
const NOTHING_HAPPENS_MS = 400_000;
/** Thousands of messages are posted one a second to each recipient. */
const LONGEST_MS = 1_800_000;

const WHAT_IS_LEFT = `
  WITH waiting AS (
    SELECT greatest(next_attempt_at, claimed_until) AS at FROM outbox WHERE status IN ('pending', 'posting', 'held')
    UNION ALL SELECT claimed_until FROM handled_requests WHERE body IS NOT NULL AND gave_up_at IS NULL
    UNION ALL SELECT claimed_until FROM job_runs WHERE status = 'running'
  )
  SELECT count(*)::int AS left, count(*) FILTER (WHERE at <= $1)::int AS due, min(at) FILTER (WHERE at > $1) AS next FROM waiting`;

async function whatIsLeft(world: World): Promise<Left> {
  await reachDatabase(world);
  const { database, sandbox } = world;
  const { rows } = await database.pool.query<Left>(WHAT_IS_LEFT, [sandbox.clock()]);
  return rows[0] ?? UNKNOWN;
}

/**
 * Lets the running bot do what is due, and moves the clock to what comes next, until nothing is left or nothing happens
 * any more.
 * @param untilOnly waits only for what is due now, and moves no clock
 * @returns whether nothing is left
 */
export async function drain(
  world: World,
  { untilOnly = false, longestMs = LONGEST_MS } = {},
): Promise<boolean> {
  const end = Date.now() + longestMs;
  let progress = { left: Number.POSITIVE_INFINITY, at: Date.now() };
  while (Date.now() < end) {
    const { due, left, next } = await whatIsLeft(world).catch(() => UNKNOWN);
    if (left === 0 || (untilOnly && due === 0)) return true;
    if (left < progress.left) progress = { left, at: Date.now() };
    // What is due may wait for what is not, such as an earlier message to the same person.
    const isIdle = due === 0 || Date.now() - progress.at > BEYOND_A_POST_MS;
    if (isIdle && next !== null && !untilOnly) {
      await leap(world, Math.max(0, next.getTime() - world.sandbox.clock().getTime()) + 1_000);
      progress = { left, at: Date.now() };
    } else if (Date.now() - progress.at > NOTHING_HAPPENS_MS) return false;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}

const RECOVERED =
  "SELECT count(*)::int AS left FROM handled_requests WHERE body IS NOT NULL AND attempts < 3";

/** Waits until the requests that others began are done, for so long. */
export async function recovered(world: World, longestMs: number): Promise<void> {
  const end = Date.now() + longestMs;
  while (Date.now() < end) {
    const { rows } = await world.database.pool.query<{ left: number }>(RECOVERED);
    if (rows[0]?.left === 0) return;
    await sleep(ASK_EVERY_MS);
  }
}

/** Jobs are asked for once a minute; what was begun and left is begun again then. A busy machine takes its time. */
const JOBS_WITHIN_MS = 300_000;

/**
 * Waits until the first week's digest is made: a job does that, which may not have had its turn yet. Where three processes in a row
 * were ended at the digest, or at the scoring that it waits for, nobody takes that up: an operator has it done again.
 */
export async function digestsMade(world: World): Promise<void> {
  const end = Date.now() + JOBS_WITHIN_MS;
  while (Date.now() < end && (await missingDigests(world)) > 0) {
    await retryGivenUp(world);
    await sleep(1_000);
  }
}

const DIGEST_HANGS_ON = ["score-daily", "digest-weekly"];
const JOBS_GIVEN_UP = `
  SELECT DISTINCT job FROM job_runs WHERE job = ANY($1) AND status = 'failed' AND (outcome->>'isLast')::boolean`;

async function retryGivenUp({ database, store, sandbox, retried }: World): Promise<void> {
  const { rows } = await database.pool.query<{ job: string }>(JOBS_GIVEN_UP, [DIGEST_HANGS_ON]);
  for (const { job } of rows) {
    await store.jobRuns.retry(job, sandbox.clock());
    retried.push(`${job} was given up, and done again as an operator would`);
  }
}
