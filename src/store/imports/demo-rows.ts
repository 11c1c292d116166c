import type { CostBudget } from "../../domain/costs/budget.ts";
import type { RecurringCost } from "../../domain/costs/recurring.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../../domain/customer-records.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import { insertRecurring, makeDueEntries } from "../costs/recurring-costs.ts";
import { noteIn } from "../database/audit.ts";
import { bool, int4, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  ACTIVITIES,
  BUDGETS,
  CONTACTS,
  COSTS,
  CUSTOMERS,
  FEEDBACK,
  HOURLY_COSTS,
  MEMBERS,
  type Owned,
  RATES,
  type SearchableFile,
  TICKETS,
  TOUCHES,
} from "./demo-tables.ts";

/** Whose customers the store holds: of the source asked for, of others only, or none at all. */
export type CustomersPresent = "of-source" | "of-others" | "none";

export type DemoRows = {
  readonly source: string;
  readonly members: readonly Member[];
  readonly files: readonly SearchableFile[];
  readonly costs: readonly CostRecord[];
  readonly recurringCosts: ReadonlyArray<Omit<RecurringCost, "id">>;
  readonly hourlyCosts: readonly HourlyCost[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly budgets: readonly CostBudget[];
};

export type DemoRowsStore = ReturnType<typeof demoRowsStore>;

/** Writes a whole customer file into an empty store. */
export function demoRowsStore(database: Pick<Database, "pool">) {
  return {
    customersPresent: (source: string): Promise<CustomersPresent> => customersPresent(database.pool, source),

    /**
     * Writes everything or nothing, and only where there are no customers yet; two processes that start at once
     * write once.
     * @param at when the rows were written, for the audit log
     * @returns what was there before: rows were written only for "none"
     */
    writeWhenEmpty: (rows: DemoRows, at: Date): Promise<CustomersPresent> =>
      inTransaction(database, async (client) => {
        await LOCK.run(client);
        const present = await customersPresent(client, rows.source);
        if (present === "none") await writeAll(client, rows, at);
        return present;
      }),

    /**
     * Writes everything in place of what the store holds of the source, scores and suggestions included; models stay.
     * @param at when the rows were written, for the audit log
     * @returns false, and changes nothing, where there are customers of other sources
     */
    replace: (rows: DemoRows, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        await LOCK.run(client);
        const { others } = await PRESENT.one(client, { source: rows.source });
        if (others) return false;
        await CLEAR.run(client);
        await writeAll(client, rows, at);
        return true;
      }),
  };
}

async function customersPresent(client: Queryable, source: string): Promise<CustomersPresent> {
  const { mine, others } = await PRESENT.one(client, { source });
  if (mine) return "of-source";
  return others ? "of-others" : "none";
}

const LOCK = statement({
  name: "imports/demo-rows: lock",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.demo-rows'))::text AS locked",
  row: { locked: text },
});

const PRESENT = statement({
  name: "imports/demo-rows: customers present",
  sql: `
  SELECT EXISTS (SELECT 1 FROM customers WHERE source = :source) AS mine,
    EXISTS (SELECT 1 FROM customers WHERE source <> :source) AS others`,
  parameters: { source: text },
  row: { mine: bool, others: bool },
});

/** Numbers begin anew, so that the rows are those that an empty store would get. */
const CLEAR = statement({
  name: "imports/demo-rows: clear",
  sql: `TRUNCATE customers, activities, source_days, cost_entries, recurring_costs, hourly_costs, exchange_rates,
  cost_budgets RESTART IDENTITY CASCADE`,
});

async function writeAll(client: Queryable, rows: DemoRows, at: Date): Promise<void> {
  const { source } = rows;
  await MEMBERS.write(client, rows.members);
  await CUSTOMERS.write(client, rows.files);
  await DATE_CUSTOMERS.run(client, { source, at });
  const owned = ownedRows(rows.files, await customerIds(client, source));
  await CONTACTS.write(client, owned("contacts"));
  await ACTIVITIES.write(client, owned("activities"));
  await TICKETS.write(client, owned("tickets"));
  await FEEDBACK.write(client, owned("feedback"));
  await TOUCHES.write(client, owned("touches"));
  await COSTS.write(client, rows.costs);
  await writeLedger(client, rows, at);
  await noteIn(client, { at, actor: WRITER, action: "demo.loaded", customerId: null, details: {} });
  // Without statistics the first queries would be planned for empty tables.
  await ANALYZE.run(client);
}

async function writeLedger(client: Queryable, rows: DemoRows, at: Date): Promise<void> {
  const change = { by: WRITER, at };
  const set = <Row>(list: readonly Row[]) => list.map((row) => ({ ...row, ...change }));
  await HOURLY_COSTS.write(client, set(rows.hourlyCosts));
  await RATES.write(client, set(rows.exchangeRates));
  await BUDGETS.write(client, set(rows.budgets));
  for (const cost of rows.recurringCosts) await insertRecurring(client, cost, change);
  await makeDueEntries(client, at.toISOString().slice(0, 10), change);
}

const DATE_CUSTOMERS = statement({
  name: "imports/demo-rows: date customers",
  sql: "UPDATE customers SET created_at = :at, updated_at = :at WHERE source = :source",
  parameters: { source: text, at: timestamptz },
});

const ANALYZE = statement({
  name: "imports/demo-rows: analyze",
  sql: "ANALYZE customers, activities, tickets, feedback, touches",
});

const IDS = statement({
  name: "imports/demo-rows: ids",
  sql: "SELECT id, external_id FROM customers WHERE source = :source",
  parameters: { source: text },
  row: { id: int4, external_id: text },
});

const WRITER = "mainstay";

async function customerIds(client: Queryable, source: string): Promise<ReadonlyMap<string, number>> {
  const rows = await IDS.all(client, { source });
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}

type RecordLists = Pick<CustomerFile, "contacts" | "activities" | "tickets" | "feedback" | "touches">;

function ownedRows(files: readonly SearchableFile[], ids: ReadonlyMap<string, number>) {
  return <Key extends keyof RecordLists>(key: Key): Owned<RecordLists[Key][number]>[] =>
    files.flatMap((file) => {
      const customerId = ids.get(file.profile.externalId);
      return file[key].map((record) => ({ ...record, customerId }));
    });
}
