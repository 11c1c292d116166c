import type { Database } from "../../src/store/database/database.ts";

/** How long the database takes to add up the ledger, the best of three: what a figure's time is held against. */
export async function plainSumSeconds({ pool }: Database): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    await pool.query("SELECT sum(amount_minor) FROM cost_entries");
    best = Math.min(best, performance.now() - startedAt);
  }
  return best / 1000;
}
