import type pg from "pg";

/**
 * Has a new connection plan each kept statement for all values at once. Left to itself PostgreSQL plans for the values at hand five
 * times first, and what does not know the setting does so still.
 */
export async function planForAll(client: pg.ClientBase): Promise<void> {
  await client.query("SET plan_cache_mode = force_generic_plan").catch(() => {});
}
