import type pg from "pg";
import type { Day } from "../../domain/calendar.ts";

type Client = Pick<pg.PoolClient, "query">;

/** The same name as in the trigger that guards `cost_entries`. */
const LOCK = "hashtext('mainstay.cost-ledger')";

/** Lets nobody close the ledger until this transaction ends; other writers go on. Before the transaction's first row. */
export async function keepLedgerOpen(client: Client): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock_shared(${LOCK})`);
}

/** Waits for every writer, and keeps them waiting until this transaction ends. */
export async function holdLedger(client: Client): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
}

/** The last closed day; null while none is. */
export async function readClosedThrough(client: Client): Promise<Day | null> {
  const { rows } = await client.query<{ day: Day | null }>(
    "SELECT to_char(max(through_day), 'YYYY-MM-DD') AS day FROM cost_closings",
  );
  return rows[0]?.day ?? null;
}

/** What the guard of `cost_entries` raises. */
const CLOSED_PERIOD = "MS001";

/** Whether the guard refused a write that would have changed closed days. */
export function isClosedPeriod(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === CLOSED_PERIOD;
}
