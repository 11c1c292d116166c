import type { Database } from "../../src/store/database/database.ts";

/** How long the database takes to add up the ledger, the best of three: what a figure's time is held against. */
export const plainSumSeconds = (database: Database): Promise<number> =>
  bestOfThree(database, "SELECT sum(amount_minor) FROM cost_entries");

/**
 * Nine figures of everybody in one pass over the activities, the best of three: what a scoring's time is held against. The whole row is
 * counted, or the planner would leave the figures out.
 */
export const plainFiguresSeconds = (database: Database): Promise<number> =>
  bestOfThree(
    database,
    `SELECT count(figures) FROM (
      SELECT customer_id, count(*), min(at), max(at), sum(amount_minor), max(amount_minor), sum(quantity),
        count(*) FILTER (WHERE kind = 'order'), count(*) FILTER (WHERE kind = 'refund'), avg(amount_minor)
      FROM activities GROUP BY customer_id
    ) AS figures`,
  );

async function bestOfThree({ pool }: Database, query: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    await pool.query(query);
    best = Math.min(best, performance.now() - startedAt);
  }
  return best / 1000;
}
