import type { CostBudget } from "../../domain/costs/budget.ts";
import type { RecurringCost } from "../../domain/costs/recurring.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../../domain/customer-records.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import { insertRecurring, makeDueEntries } from "../costs/recurring-costs.ts";
import { noteIn } from "../database/audit.ts";
import { arrayOf, bool, date, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
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

    /** How far the source's customers have lived; null where there are none, or others too. */
    life: (source: string): Promise<DemoLife | null> => readLife(database.pool, source),

    /** Whom people have reached since a moment, by a touch or by saying so under a nudge. */
    contactsSince: (source: string, since: Date): Promise<DemoContact[]> =>
      CONTACTS_SINCE.all(database.pool, { source, since }),

    /**
     * Writes what has happened since, everything or nothing. Rows that are there stay, but for what changes in time:
     * when a ticket was answered and solved, when a contract renews and ends.
     * @param since up to when the customers had lived when the rows were made
     * @returns false, and changes nothing, where somebody else has let them live on meanwhile
     */
    liveOn: (rows: LaterRows, { since, until }: { since: Date; until: Date }): Promise<boolean> =>
      inTransaction(database, async (client) => {
        await LOCK.run(client);
        const life = await readLife(client, rows.source);
        if (life?.livedUntil.getTime() !== since.getTime()) return false;
        await addAll(client, rows, until);
        return true;
      }),
  };
}

/** What the demo began with, and the moment up to which it is told. */
export type DemoLife = {
  readonly startedAt: Date;
  readonly livedUntil: Date;
  /** So many were there at the start. */
  readonly customers: number;
};

export type DemoContact = { readonly customer: string; readonly at: Date };
export type LaterRows = Pick<DemoRows, "source" | "files" | "costs" | "budgets">;

async function readLife(client: Queryable, source: string): Promise<DemoLife | null> {
  const { mine, others } = await PRESENT.one(client, { source });
  if (!mine || others) return null;
  const [life] = await LIFE.all(client, { source });
  return life
    ? { startedAt: life.started_at, livedUntil: life.lived_until, customers: life.customers }
    : null;
}

/** The audit log knows when the rows were written and how far they were told; a demo made anew begins anew. */
const LIFE = statement({
  name: "imports/demo-rows: life",
  sql: `
  SELECT loaded.at AS started_at,
    GREATEST(loaded.at, (SELECT max(lived.at) FROM audit_events lived
      WHERE lived.action = 'demo.lived' AND lived.id > loaded.id)) AS lived_until,
    (SELECT count(*) FROM customers WHERE source = :source AND created_at <= loaded.at)::int AS customers
  FROM audit_events loaded WHERE loaded.action = 'demo.loaded' ORDER BY loaded.id DESC LIMIT 1`,
  parameters: { source: text },
  row: { started_at: timestamptz, lived_until: timestamptz, customers: int4 },
});

/** A touch told later than it was counts from when it was told: what has happened in between has happened. */
const CONTACTS_SINCE = statement({
  name: "imports/demo-rows: contacts since",
  sql: `
  SELECT c.external_id AS customer, GREATEST(t.at, t.logged_at) AS at
  FROM touches t JOIN customers c ON c.id = t.customer_id
  WHERE c.source = :source AND t.source <> :source AND t.logged_at >= :since
    AND t.outcome IN ('reached', 'promised', 'resolved')
  UNION ALL
  SELECT c.external_id, s.settled_at FROM suggestions s JOIN customers c ON c.id = s.customer_id
  WHERE c.source = :source AND s.status = 'reached_out' AND s.settled_at >= :since`,
  parameters: { source: text, since: timestamptz },
  row: { customer: text, at: timestamptz },
});

async function addAll(client: Queryable, rows: LaterRows, at: Date): Promise<void> {
  await TELL_TODAY.run(client, { today: utcDayOf(at) });
  const { source, files } = rows;
  const known = await customerIds(client, source);
  const newcomers = files.filter(({ profile }) => !known.has(profile.externalId));
  await CUSTOMERS.add(client, newcomers);
  await dateCustomers(client, source, newcomers, at);
  const profiles = files.map(({ profile }) => profile);
  await CHANGE_DAYS.run(client, {
    ...{ source, at },
    changedIds: profiles.map(({ externalId }) => externalId),
    renewsOn: profiles.map(({ renewsOn }) => renewsOn),
    endedOn: profiles.map(({ endedOn }) => endedOn),
  });
  const owned = ownedRows(files, await customerIds(client, source));
  await CONTACTS.add(client, owned("contacts"));
  await ACTIVITIES.add(client, owned("activities"));
  await TICKETS.add(client, owned("tickets"));
  await FEEDBACK.add(client, owned("feedback"));
  await TOUCHES.add(client, owned("touches"));
  await COSTS.add(client, rows.costs);
  await BUDGETS.add(
    client,
    rows.budgets.map((row) => ({ ...row, by: WRITER, at })),
  );
  await noteIn(client, { at, actor: WRITER, action: "demo.lived", customerId: null, details: {} });
}

/** Everything else of a customer who is there may have been changed by people. */
const CHANGE_DAYS = statement({
  name: "imports/demo-rows: change days of contracts",
  sql: `
  UPDATE customers c SET renews_on = given.renews_on, ended_on = given.ended_on, updated_at = :at
  FROM unnest(:changedIds::text[], :renewsOn::date[], :endedOn::date[]) AS given (external_id, renews_on, ended_on)
  WHERE c.source = :source AND c.external_id = given.external_id
    AND (c.renews_on, c.ended_on) IS DISTINCT FROM (given.renews_on, given.ended_on)`,
  parameters: {
    source: text,
    at: timestamptz,
    changedIds: arrayOf(text),
    renewsOn: arrayOf(nullable(date)),
    endedOn: arrayOf(nullable(date)),
  },
});

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
  await TELL_TODAY.run(client, { today: utcDayOf(at) });
  await POST_AT_ONCE.run(client);
  const { source } = rows;
  await MEMBERS.write(client, rows.members);
  await CUSTOMERS.write(client, rows.files);
  await dateCustomers(client, source, rows.files, at);
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
  await makeDueEntries(client, utcDayOf(at), change);
}

const utcDayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The demo's clock may be ahead of the database's: a contract that ends is told when the demo says so. */
const TELL_TODAY = statement({
  name: "imports/demo-rows: tell today",
  sql: "SELECT set_config('mainstay.today', :today::date::text, true) AS told_on",
  parameters: { today: date },
  row: { told_on: text },
});

/** Nobody has to set up a demo first: it posts as an installation from before that had to be said. */
const POST_AT_ONCE = statement({
  name: "imports/demo-rows: post at once",
  sql: "DELETE FROM workspace_setup WHERE posting_since IS NULL",
});

/** By the demo's clock: those of its start are told by it from those who came later. */
async function dateCustomers(
  client: Queryable,
  source: string,
  files: readonly SearchableFile[],
  at: Date,
): Promise<void> {
  const externalIds = files.map(({ profile }) => profile.externalId);
  await DATE_CUSTOMERS.run(client, { source, externalIds, at });
}

const DATE_CUSTOMERS = statement({
  name: "imports/demo-rows: date customers",
  sql: `UPDATE customers SET created_at = :at, updated_at = :at
    WHERE source = :source AND external_id = ANY (:externalIds)`,
  parameters: { source: text, externalIds: arrayOf(text), at: timestamptz },
});

const ANALYZE = statement({
  name: "imports/demo-rows: analyze",
  sql: `ANALYZE customers, contracts, contract_prices, relationship_ends, activities, tickets, feedback, touches`,
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
