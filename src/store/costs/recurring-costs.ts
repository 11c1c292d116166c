import type { Day } from "../../domain/calendar.ts";
import { type LedgerRefusal, mayAdd } from "../../domain/costs/closing.ts";
import { dueEntries, type RecurringCost } from "../../domain/costs/recurring.ts";
import { noteIn } from "../database/audit.ts";
import { date, int4, int8, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { ENTRIES, ENTRY_COLUMNS, ENTRY_PARAMETERS, entryValues } from "./cost-rows.ts";
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
        const cost = await END.first(client, { id, untilDay });
        if (!cost) return { kind: "unknown" };
        const later = await LATER_ENTRIES.all(client, { id, untilDay });
        const details = { cost: id, untilDay };
        await noteIn(client, { ...eventOf(change), action: "recurring.ended", details });
        return { kind: "ended", cost, entriesAfter: later.map((row) => row.id) };
      }),

    /** In the order they were created. */
    list: (): Promise<RecurringCost[]> => LIST.all(database.pool),

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
  client: Queryable,
  cost: Omit<RecurringCost, "id">,
  change: Change,
): Promise<RecurringCost> {
  return CREATE.one(client, { ...cost, ...change });
}

/** Makes due entries inside a transaction that keeps the ledger from being closed, or closes it. */
export async function makeDueEntries(client: Queryable, day: Day, change: Change): Promise<number> {
  let made = 0;
  for (const cost of await DUE.all(client, { day })) made += await makeEntriesOf(client, cost, day, change);
  return made;
}

async function makeEntriesOf(
  client: Queryable,
  cost: RecurringCost,
  day: Day,
  change: Change,
): Promise<number> {
  const rows = await MAKE.all(client, {
    ...entryValues(dueEntries(cost, day)),
    recurringId: cost.id,
    ...change,
  });
  if (rows.length === 0) return 0;
  const details = { cost: cost.id, entries: rows.map(({ id }) => id) };
  await noteIn(client, { ...eventOf(change), action: "recurring.entries-made", details });
  return rows.length;
}

const MAKE = statement({
  name: "costs/recurring-costs: make entries",
  sql: `
  INSERT INTO cost_entries (${ENTRY_COLUMNS}, recurring_id, created_by, created_at)
  SELECT row.*, :recurringId::int, :by, :at::timestamptz FROM ${ENTRIES}
  ON CONFLICT (source, external_id) DO NOTHING RETURNING id`,
  parameters: { ...ENTRY_PARAMETERS, recurringId: int4, by: text, at: timestamptz },
  row: { id: int4 },
});

const LATER_ENTRIES = statement({
  name: "costs/recurring-costs: later entries",
  sql: "SELECT id FROM cost_entries WHERE recurring_id = :id AND from_day > :untilDay::date ORDER BY id",
  parameters: { id: int4, untilDay: date },
  row: { id: int4 },
});

const FIELDS = `id, every, category, subcategory, kind, amount_minor AS "amountMinor", currency,
  to_char(from_day, 'YYYY-MM-DD') AS "fromDay", to_char(until_day, 'YYYY-MM-DD') AS "untilDay",
  applies_to AS "appliesTo", driver, note`;

const ROW = {
  id: int4,
  every: textOf<RecurringCost["every"]>(),
  category: textOf<RecurringCost["category"]>(),
  subcategory: nullable(textOf<NonNullable<RecurringCost["subcategory"]>>()),
  kind: textOf<RecurringCost["kind"]>(),
  amountMinor: int8,
  currency: text,
  fromDay: text,
  untilDay: nullable(text),
  appliesTo: text,
  driver: textOf<RecurringCost["driver"]>(),
  note: nullable(text),
};

const LIST = statement({
  name: "costs/recurring-costs: list",
  sql: `SELECT ${FIELDS} FROM recurring_costs ORDER BY id`,
  row: ROW,
});

const DUE = statement({
  name: "costs/recurring-costs: due",
  sql: `SELECT ${FIELDS} FROM recurring_costs WHERE from_day <= :day::date ORDER BY id FOR UPDATE`,
  parameters: { day: date },
  row: ROW,
});

const CREATE = statement({
  name: "costs/recurring-costs: create",
  sql: `
  INSERT INTO recurring_costs (every, category, subcategory, kind, amount_minor, currency, from_day, until_day,
    applies_to, driver, note, created_by, created_at)
  VALUES (:every, :category, :subcategory, :kind, :amountMinor, :currency, :fromDay, :untilDay, :appliesTo, :driver,
    :note, :by, :at)
  RETURNING ${FIELDS}`,
  parameters: {
    every: text,
    category: text,
    subcategory: nullable(text),
    kind: text,
    amountMinor: int8,
    currency: text,
    fromDay: date,
    untilDay: nullable(date),
    appliesTo: text,
    driver: text,
    note: nullable(text),
    by: text,
    at: timestamptz,
  },
  row: ROW,
});

const END = statement({
  name: "costs/recurring-costs: end",
  sql: `UPDATE recurring_costs SET until_day = :untilDay WHERE id = :id RETURNING ${FIELDS}`,
  parameters: { id: int4, untilDay: date },
  row: ROW,
});

function eventOf({ by, at }: Change) {
  return { at, actor: by, customerId: null };
}
