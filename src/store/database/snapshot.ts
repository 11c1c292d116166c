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
  return database.kind === "server" ? inReading(database, [], read) : read(database.pool);
}

/**
 * Reads what another process sees in `onOneSnapshot`, for as long as it is in there. Only on a server.
 * @param name as `exportSnapshot` gave it there
 */
export async function onSnapshotOf<T>(
  database: Pick<Database, "pool">,
  name: string,
  read: (db: Queryable) => Promise<T>,
): Promise<T> {
  // The statement takes no parameter.
  if (!/^[0-9A-F-]+$/.test(name)) throw new RangeError(`"${name}" names no snapshot.`);
  return inReading(database, [`SET TRANSACTION SNAPSHOT '${name}'`], read);
}

/**
 * Names what a transaction sees, so that others on the server can see the same until it ends. No stated statement: in a savepoint, where
 * those are tried out, it is refused.
 */
export async function exportSnapshot(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ name: string }>("SELECT pg_export_snapshot() AS name");
  return rows[0]?.name ?? "";
}

async function inReading<T>(
  { pool }: Pick<Database, "pool">,
  first: readonly string[],
  read: (db: Queryable) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const sql of [...first, SETTINGS]) await client.query(sql);
    return await read(client);
  } finally {
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
  }
}
