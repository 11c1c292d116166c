import type pg from "pg";
import type { Database } from "../database.ts";
import { compareRows, copyRows, type Progress, ROWS_AT_ONCE } from "./copy-rows.ts";
import { PARTS_ASIDE, readLayout, WHOLE_ASIDE } from "./layout.ts";
import { COPY, dropParts, isAlike, makeParts, OLD } from "./make-parts.ts";
import { endMirror } from "./mirror.ts";
import { PartitionRefused } from "./partition-refused.ts";
import { partsForWhole, wholeForParts } from "./swap.ts";
import { withinLockTimeout } from "./within-lock-timeout.ts";

/** What is being done, and how far it is. */
export type Told = (step: "copying" | "comparing", ...progress: Parameters<Progress>) => void;

/** While it waits for the activities everybody behind it waits, too: a card takes that much longer at most. */
const WAITS_MS = 500;
/** The lock that whoever works at the parts holds: any number but those of other locks. */
export const PARTS_TURN = 20_261_130;

/**
 * Divides the activities into parts by a hash of the customer, while everything goes on. Killed at any point it goes on from there
 * when it is called again; what stands aside is kept until `dropOld`.
 * @returns how many rows were compared; null where they are in parts already
 * @throws PartitionRefused
 */
export const partition = (
  database: Database,
  told: Told,
  rowsAtOnce: number = ROWS_AT_ONCE,
): Promise<number | null> =>
  inTurn(database, async (client) => {
    const layout = await readLayout(client);
    if (layout.parts > 1) return null;
    const isStale = layout.aside === "copy" && !(await isAlike(client, COPY, true));
    if (isStale) await withinLockTimeout(client, WAITS_MS, () => dropParts(client));
    if (isStale || layout.aside === null) await withinLockTimeout(client, WAITS_MS, () => makeParts(client));
    await copyRows(client, rowsAtOnce, (...progress) => told("copying", ...progress));
    // A table in parts is never analysed by itself, and the features read an index alone only where its rows are known to be visible.
    await client.query(`VACUUM (ANALYZE) ${PARTS_ASIDE}`);
    const compared = await compareRows(client, PARTS_ASIDE, (...progress) => told("comparing", ...progress));
    await withinLockTimeout(client, WAITS_MS, () => partsForWhole(client));
    return compared;
  });

/** Goes back to one table: a copy is dropped; a table in parts gives way to the old one, which has followed it, once both are equal. */
export const undoPartition = (database: Database, told: Told): Promise<void> =>
  inTurn(database, async (client) => {
    const { parts, aside } = await readLayout(client);
    if (parts > 1) {
      if (aside !== "old" || !(await isAlike(client, OLD, false))) throw new PartitionRefused("no-way-back");
      await compareRows(client, WHOLE_ASIDE, (...progress) => told("comparing", ...progress));
    }
    await withinLockTimeout(client, WAITS_MS, async () => {
      if (parts > 1) await wholeForParts(client);
      await dropParts(client);
    });
  });

/** Lets the old table go, and with it the way back. */
export const dropOld = (database: Database): Promise<void> =>
  inTurn(database, async (client) => {
    if ((await readLayout(client)).aside !== "old") throw new PartitionRefused("no-old");
    await withinLockTimeout(client, WAITS_MS, () => dropAside(client)).catch(refuseIfNeeded);
  });

/** What stands beside the activities and would no longer be true of other contents is gone. */
export async function dropAside(client: pg.PoolClient): Promise<void> {
  const { aside } = await readLayout(client);
  if (aside === "copy") await dropParts(client);
  if (aside !== "old") return;
  await endMirror(client);
  await client.query(`DROP TABLE ${WHOLE_ASIDE}`);
}

const OTHERS_DEPEND = "2BP01";

function refuseIfNeeded(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === OTHERS_DEPEND)
    throw new PartitionRefused("needed-elsewhere", { detail: "detail" in error ? String(error.detail) : "" });
  throw error;
}

/** On a connection of its own, without the pool's limits: one call at a time, and the turn of a killed one ends with its connection. */
async function inTurn<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  if (database.kind !== "server") throw new PartitionRefused("embedded");
  const pool = database.openPool(1);
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ ours: boolean }>("SELECT pg_try_advisory_lock($1) AS ours", [
      PARTS_TURN,
    ]);
    if (!rows[0]?.ours) throw new PartitionRefused("in-use");
    return await work(client);
  } finally {
    client.release(true);
    await pool.end();
  }
}
