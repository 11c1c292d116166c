import type { Day } from "../../domain/calendar.ts";
import { nullable, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** The same name as in the trigger that guards `cost_entries`. */
const LOCK = "hashtext('mainstay.cost-ledger')";

/** Lets nobody close the ledger until this transaction ends; other writers go on. Before the transaction's first row. */
export async function keepLedgerOpen(client: Queryable): Promise<void> {
  await KEEP_OPEN.run(client);
}

/** Waits for every writer, and keeps them waiting until this transaction ends. */
export async function holdLedger(client: Queryable): Promise<void> {
  await HOLD.run(client);
}

/** The last closed day; null while none is. */
export async function readClosedThrough(client: Queryable): Promise<Day | null> {
  return (await CLOSED_THROUGH.one(client)).day;
}

/** A lock gives back a column of nothing. */
const locked = { locked: nullable(text) };

const KEEP_OPEN = statement({
  name: "costs/ledger-lock: keep open",
  sql: `SELECT pg_advisory_xact_lock_shared(${LOCK})::text AS locked`,
  row: locked,
});

const HOLD = statement({
  name: "costs/ledger-lock: hold",
  sql: `SELECT pg_advisory_xact_lock(${LOCK})::text AS locked`,
  row: locked,
});

const CLOSED_THROUGH = statement({
  name: "costs/ledger-lock: closed through",
  sql: "SELECT to_char(max(through_day), 'YYYY-MM-DD') AS day FROM cost_closings",
  row: { day: nullable(text) },
});

/** What the guard of `cost_entries` raises. */
const CLOSED_PERIOD = "MS001";

/** Whether the guard refused a write that would have changed closed days. */
export function isClosedPeriod(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === CLOSED_PERIOD;
}
