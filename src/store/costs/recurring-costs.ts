import type pg from "pg";
import type { Day } from "../../domain/calendar.ts";
import { type LedgerRefusal, mayAdd } from "../../domain/costs/closing.ts";
import { dueEntries, type RecurringCost } from "../../domain/costs/recurring.ts";
import { noteIn } from "../database/audit.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { ENTRY_COLUMNS, entriesFrom, entryValues } from "./cost-rows.ts";
import { keepLedgerOpen, readClosedThrough } from "./ledger-lock.ts";

export type RecurringCostStore = ReturnType<typeof recurringCostStore>;

type Change = { readonly by: string; readonly at: Date };

export type CreatedRecurring =
  | { readonly kind: "created"; readonly cost: RecurringCost }
  | LedgerRefusal<"closed-period">;

export type EndedRecurring =
  | {
      readonly kind: "ended";
      readonly cost: RecurringCost;
      /** Entries of periods that begin after the end and were made before: each is to be taken back or kept. */
      readonly entriesAfter: readonly number[];
    }
  | { readonly kind: "unknown" };

/** Costs that come back every period, and the entries made of them. */
export function recurringCostStore(database: Database) {
  return {
    create: (cost: Omit<RecurringCost, "id">, change: Change): Promise<CreatedRecurring> =>
      inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const verdict = mayAdd(cost, await readClosedThrough(client));
        if (verdict.kind === "refused") return verdict;
        const created = await insertRecurring(client, cost, change);
        await noteIn(client, {
          ...eventOf(change),
          action: "recurring.created",
          details: { cost: created.id },
        });
        return { kind: "created", cost: created };
      }),

    /** From then on no further period begins after `untilDay`. */
    end: (id: number, untilDay: Day, change: Change): Promise<EndedRecurring> =>
      inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const { rows } = await client.query<RecurringRow>(END, [id, untilDay]);
        if (!rows[0]) return { kind: "unknown" };
        const later = await client.query<{ id: number }>(
          "SELECT id FROM cost_entries WHERE recurring_id = $1 AND from_day > $2::date ORDER BY id",
          [id, untilDay],
        );
        const details = { cost: id, untilDay };
        await noteIn(client, { ...eventOf(change), action: "recurring.ended", details });
        return {
          kind: "ended",
          cost: recurringFrom(rows[0]),
          entriesAfter: later.rows.map((row) => row.id),
        };
      }),

    /** In the order they were created. */
    async list(): Promise<RecurringCost[]> {
      const { rows } = await database.pool.query<RecurringRow>(
        `SELECT ${FIELDS} FROM recurring_costs ORDER BY id`,
      );
      return rows.map(recurringFrom);
    },

    /** Makes the entries of all periods begun by `day` that are not made yet. @returns how many */
    makeDue: (day: Day, change: Change): Promise<number> =>
      inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        return makeDueEntries(client, day, change);
      }),
  };
}

/** Keeps a recurring cost inside a transaction; its entries are made by `makeDueEntries`. */
export async function insertRecurring(
  client: Pick<pg.PoolClient, "query">,
  cost: Omit<RecurringCost, "id">,
  change: Change,
): Promise<RecurringCost> {
  const { rows } = await client.query<RecurringRow>(CREATE, [...valuesOf(cost), change.by, change.at]);
  return recurringFrom(rows[0]);
}

/** Makes due entries inside a transaction that keeps the ledger from being closed, or closes it. */
export async function makeDueEntries(
  client: Pick<pg.PoolClient, "query">,
  day: Day,
  change: Change,
): Promise<number> {
  const { rows } = await client.query<RecurringRow>(
    `SELECT ${FIELDS} FROM recurring_costs WHERE from_day <= $1::date ORDER BY id FOR UPDATE`,
    [day],
  );
  let made = 0;
  for (const cost of rows.map(recurringFrom)) made += await makeEntriesOf(client, cost, day, change);
  return made;
}

async function makeEntriesOf(
  client: Pick<pg.PoolClient, "query">,
  cost: RecurringCost,
  day: Day,
  change: Change,
): Promise<number> {
  const values = [...entryValues(dueEntries(cost, day)), cost.id, change.by, change.at];
  const { rows } = await client.query<{ id: number }>(MAKE, values);
  if (rows.length === 0) return 0;
  const details = { cost: cost.id, entries: rows.map(({ id }) => id) };
  await noteIn(client, { ...eventOf(change), action: "recurring.entries-made", details });
  return rows.length;
}

const MAKE = `
  INSERT INTO cost_entries (${ENTRY_COLUMNS}, recurring_id, created_by, created_at)
  SELECT row.*, $13::int, $14, $15::timestamptz FROM ${entriesFrom(1)}
  ON CONFLICT (source, external_id) DO NOTHING RETURNING id`;

const FIELDS = `id, every, category, subcategory, kind, amount_minor AS "amountMinor", currency,
  to_char(from_day, 'YYYY-MM-DD') AS "fromDay", to_char(until_day, 'YYYY-MM-DD') AS "untilDay",
  applies_to AS "appliesTo", driver, note`;

const CREATE = `
  INSERT INTO recurring_costs (every, category, subcategory, kind, amount_minor, currency, from_day, until_day,
    applies_to, driver, note, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${FIELDS}`;

const END = `UPDATE recurring_costs SET until_day = $2 WHERE id = $1 RETURNING ${FIELDS}`;

type RecurringRow = Omit<RecurringCost, "amountMinor"> & { readonly amountMinor: string };

function recurringFrom(row: RecurringRow | undefined): RecurringCost {
  if (!row) throw new Error("The recurring cost was not kept.");
  return { ...row, amountMinor: Number(row.amountMinor) };
}

function valuesOf(cost: Omit<RecurringCost, "id">): unknown[] {
  const { every, category, subcategory, kind, amountMinor, currency, fromDay, untilDay } = cost;
  const money = [amountMinor, currency, fromDay, untilDay];
  return [every, category, subcategory, kind, ...money, cost.appliesTo, cost.driver, cost.note];
}

function eventOf({ by, at }: Change) {
  return { at, actor: by, customerId: null };
}
