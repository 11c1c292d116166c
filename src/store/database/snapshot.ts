import type { Database, Queryable } from "./database.ts";

/**
 * Millions of rows are joined to lists whose size no statistics know: left alone, the planner sorts them all for merge
 * joins, which takes several times as long as hashing the lists. Only until the transaction ends.
 */
const SETTINGS = "SET LOCAL work_mem = '64MB'; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off";

/**
 * Reads in several queries what was kept at one moment. On a server that is one transaction on one connection; the
 * embedded database has one session for all, which a transaction would keep from everybody else until its end, so there
 * each query sees what is kept by then.
 */
export async function onOneSnapshot<T>(
  database: Pick<Database, "kind" | "pool">,
  read: (db: Queryable) => Promise<T>,
): Promise<T> {
  if (database.kind !== "server") return read(database.pool);
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(SETTINGS);
    return await read(client);
  } finally {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
  }
}
