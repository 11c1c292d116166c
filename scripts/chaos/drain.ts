import { setTimeout as sleep } from "node:timers/promises";
import { moveClock, type World } from "./world.ts";

/** What is left to do, and when the next of it may be begun; null: nothing waits for a time. */
type Left = { readonly left: number; readonly due: number; readonly next: Date | null };

/** Where the database does not answer. */
const UNKNOWN: Left = { left: 1, due: 1, next: null };

const ASK_EVERY_MS = 250;
/** A post that gets no answer is given up after ten seconds. */
const BEYOND_A_POST_MS = 15_000;
/** A process asks for what was left behind every ten seconds, and a post may take ten. */
const NOTHING_HAPPENS_MS = 45_000;

const WHAT_IS_LEFT = `
  WITH waiting AS (
    SELECT greatest(next_attempt_at, claimed_until) AS at FROM outbox WHERE status IN ('pending', 'posting', 'held')
    UNION ALL SELECT claimed_until FROM handled_requests WHERE body IS NOT NULL AND attempts < 3
  )
  SELECT count(*)::int AS left, count(*) FILTER (WHERE at <= $1)::int AS due, min(at) FILTER (WHERE at > $1) AS next FROM waiting`;

async function whatIsLeft({ database, sandbox }: World): Promise<Left> {
  const { rows } = await database.pool.query<Left>(WHAT_IS_LEFT, [sandbox.clock()]);
  return rows[0] ?? UNKNOWN;
}

/**
 * Lets the running bot do what is due, and moves the clock to what comes next, until nothing is left or nothing happens
 * any more.
 * @param untilOnly waits only for what is due now, and moves no clock
 * @returns whether nothing is left
 */
export async function drain(world: World, { untilOnly = false, longestMs = 180_000 } = {}): Promise<boolean> {
  const end = Date.now() + longestMs;
  let progress = { left: Number.POSITIVE_INFINITY, at: Date.now() };
  while (Date.now() < end) {
    const { due, left, next } = await whatIsLeft(world).catch(() => UNKNOWN);
    if (left === 0 || (untilOnly && due === 0)) return true;
    if (left < progress.left) progress = { left, at: Date.now() };
    // What is due may wait for what is not, such as an earlier message to the same person.
    const isIdle = due === 0 || Date.now() - progress.at > BEYOND_A_POST_MS;
    if (isIdle && next !== null && !untilOnly) {
      await moveClock(world, Math.max(0, next.getTime() - world.sandbox.clock().getTime()) + 1_000);
      progress = { left, at: Date.now() };
    } else if (Date.now() - progress.at > NOTHING_HAPPENS_MS) return false;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}
