import type { Queryable } from "./cost-sql.ts";
import type { Database } from "./database.ts";

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
    await client.query("SET LOCAL work_mem = '64MB'");
    return await read(client);
  } finally {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
  }
}
