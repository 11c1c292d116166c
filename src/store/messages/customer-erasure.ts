import { termPatterns, untellingNames } from "../../domain/customers/erasure/erased-terms.ts";
import { ERASED, erasedName } from "../../domain/customers/erasure/erased-values.ts";
import { keepErasedKeys } from "../customers/erased-keys.ts";
import { CLEARINGS, LOOKS, OWN_SEARCHES, REMOVALS, RENAMINGS, SEARCHES } from "../customers/erasure-sql.ts";
import { type ErasedPerson, erasedContact, erasedCustomer } from "../customers/erasure-terms.ts";
import { FAMILY_SQL, THEIR_MESSAGE } from "../customers/personal-tables.ts";
import { noteIn } from "../database/audit.ts";
import { arrayOf, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { eraseInBodies } from "./erasure-in-bodies.ts";
import { eraseInMessages } from "./erasure-in-messages.ts";

export type CustomerErasureStore = ReturnType<typeof customerErasureStore>;

/** What an erasure is asked for. */
export type Erasure = {
  readonly customerId: number;
  /** Null: all of the customer's. */
  readonly contactId: number | null;
  /** False: all of it is tried, counted and taken back. */
  readonly isReal: boolean;
  readonly by: string;
  readonly at: Date;
};

export type Erased = {
  readonly customerIds: readonly number[];
  /** By table, the rows that were changed or removed; those without any are left out. */
  readonly rows: ReadonlyArray<{ readonly table: string; readonly rows: number }>;
  /** Messages that named them and stand in Slack. */
  readonly inSlack: number;
  /** Names that are too short or too plain to be searched for in other rows. */
  readonly notSearched: readonly string[];
  /** Where a name of theirs stands in what is kept: in names of colleagues or products, in ids. */
  readonly stillIn: ReadonlyArray<{ readonly table: string; readonly rows: number }>;
};

/** A contact that something typed fits. */
export type NamedContact = {
  readonly id: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly name: string;
  readonly email: string | null;
  readonly source: string;
  readonly externalId: string;
};

export function customerErasureStore(database: Database) {
  return {
    /** Erases in one transaction, or tries to: nothing of a trial is kept. */
    async erase(erasure: Erasure): Promise<Erased> {
      const trial = new TrialOver();
      try {
        return await inTransaction(database, async (client) => {
          const erased = await eraseWithin(client, erasure);
          if (erasure.isReal) return erased;
          trial.erased = erased;
          throw trial;
        });
      } catch (error) {
        if (error === trial && trial.erased !== null) return trial.erased;
        throw error;
      }
    },

    /** By e-mail in any case, own id, "system:id" or whole name. */
    contactsNamed: (typed: string): Promise<NamedContact[]> =>
      NAMED.all(database.pool, { typed: typed.trim() }),
  };
}

class TrialOver extends Error {
  erased: Erased | null = null;
}

async function eraseWithin(client: Queryable, erasure: Erasure): Promise<Erased> {
  const { customerId, contactId, by, at } = erasure;
  await SAY_ERASING.all(client);
  const isContact = contactId !== null;
  const person = isContact
    ? await erasedContact(client, customerId, contactId)
    : await erasedCustomer(client, customerId);
  await keepErasedKeys(client, person.keys, { customerId, at });
  const counts = new RowCounts();
  const inSlack = await IN_SLACK.one(client, { customerId });
  if (isContact) counts.add("contacts", await REMOVE_CONTACT.run(client, { contactId }));
  else await eraseOwn(client, erasure, person, counts);
  const patterns = termPatterns(person.knownBy);
  await eraseElsewhere(client, erasure, person, counts);
  const details = { rows: counts.total() };
  await noteIn(client, {
    ...{ at, actor: by, action: isContact ? "contact.erased" : "customer.erased" },
    ...{ customerId, details },
  });
  return {
    customerIds: person.customers.map(({ id }) => id),
    rows: counts.list(),
    inSlack: inSlack.messages,
    notSearched: untellingNames(person.knownBy),
    stillIn: await lookInKept(client, patterns.text),
  };
}

class RowCounts {
  readonly #rows = new Map<string, number>();

  add(table: string, rows: number): void {
    if (rows > 0) this.#rows.set(table, (this.#rows.get(table) ?? 0) + rows);
  }

  list = () => [...this.#rows].map(([table, rows]) => ({ table, rows }));
  total = () => this.list().reduce((sum, { rows }) => sum + rows, 0);
}

/** Each change of a customer's attributes leaves what they were here, so this goes when they are empty. */
const GOES_LAST = "known_attributes";

/** What is theirs alone; the customer stays, under a name that says so, and is left in peace. */
async function eraseOwn(
  client: Queryable,
  { customerId, at }: Erasure,
  { customers }: ErasedPerson,
  counts: RowCounts,
): Promise<void> {
  const own = { customerId };
  const [first, last] = [
    REMOVALS.filter(({ table }) => table !== GOES_LAST),
    REMOVALS.filter(({ table }) => table === GOES_LAST),
  ];
  for (const { table, remove } of first) counts.add(table, await remove.run(client, own));
  const ids = customers.map(({ id }) => id);
  const told = await eraseInMessages(client, customerId, ids);
  counts.add("outbox", told.messages);
  counts.add("suggestions", told.suggestions);
  counts.add("customer_joins", told.joins);
  for (const { table, rename } of RENAMINGS) counts.add(table, await rename.run(client, own));
  for (const { table, clear } of CLEARINGS) counts.add(table, await clear.run(client, own));
  for (const { table, remove } of last) counts.add(table, await remove.run(client, own));
  await MARK.run(client, { ids, at });
  await LEAVE_IN_PEACE.run(client, { ids, at });
}

/** Where they are named among others, or in what is kept as it came. */
async function eraseElsewhere(
  client: Queryable,
  { customerId, contactId }: Erasure,
  { customers, knownBy, lineIds }: ErasedPerson,
  counts: RowCounts,
): Promise<void> {
  const patterns = termPatterns(knownBy);
  const customerIds = contactId === null ? customers.map(({ id }) => id) : [];
  const bodies = await eraseInBodies(client, { ...patterns, customerIds, lineIds });
  for (const [table, rows] of Object.entries(bodies)) counts.add(table, rows);
  const name = contactId === null ? erasedName(customerId) : ERASED;
  for (const { table, isJson, search } of SEARCHES)
    for (const pattern of isJson ? patterns.json : patterns.text)
      counts.add(table, await search.run(client, { pattern, name }));
  for (const { table, isJson, search } of OWN_SEARCHES)
    for (const pattern of isJson ? patterns.json : patterns.text)
      counts.add(table, await search.run(client, { customerId, pattern, name }));
}

async function lookInKept(
  client: Queryable,
  patterns: readonly string[],
): Promise<Array<{ readonly table: string; readonly rows: number }>> {
  const counts = new RowCounts();
  for (const { table, look } of LOOKS)
    for (const pattern of patterns) counts.add(table, (await look.one(client, { pattern })).rows);
  return counts.list();
}

/** Until the end of the transaction, rows that never change otherwise may lose their texts. */
const SAY_ERASING = statement({
  name: "messages/customer-erasure: say so",
  sql: "SELECT set_config('mainstay.erasing', 'on', true) AS erasing",
  row: { erasing: text },
});

const IN_SLACK = statement({
  name: "messages/customer-erasure: in Slack",
  sql: `WITH ${FAMILY_SQL} SELECT count(*)::int AS messages FROM outbox o
  WHERE o.status = 'posted' AND o.key IN (${THEIR_MESSAGE})`,
  parameters: { customerId: int4 },
  row: { messages: int4 },
});

const REMOVE_CONTACT = statement({
  name: "messages/customer-erasure: remove a contact",
  sql: "DELETE FROM contacts WHERE id = :contactId",
  parameters: { contactId: int4 },
});

const MARK = statement({
  name: "messages/customer-erasure: mark",
  sql: "UPDATE customers SET erased_at = :at WHERE id = ANY (:ids::int[])",
  parameters: { ids: arrayOf(int4), at: timestamptz },
});

/** Nobody is sent to a customer whose name nobody knows. */
const LEAVE_IN_PEACE = statement({
  name: "messages/customer-erasure: leave in peace",
  sql: `INSERT INTO do_not_disturb (customer_id, status, set_at, decided_at)
  SELECT id, 'quiet', :at::timestamptz, :at::timestamptz FROM unnest(:ids::int[]) AS erased (id)
  ON CONFLICT DO NOTHING`,
  parameters: { ids: arrayOf(int4), at: timestamptz },
});

const NAMED = statement({
  name: "messages/customer-erasure: contacts named",
  sql: `
  SELECT t.id, t.customer_id AS "customerId", c.name AS "customerName", t.name, t.email, t.source,
    t.external_id AS "externalId"
  FROM contacts t JOIN customers c ON c.id = t.customer_id
  WHERE lower(t.email) = lower(:typed::text) OR t.external_id = :typed::text
    OR t.source || ':' || t.external_id = :typed::text OR lower(t.name) = lower(:typed::text)
  ORDER BY t.id LIMIT 20`,
  parameters: { typed: text },
  row: {
    ...{ id: int4, customerId: int4, customerName: text, name: text, email: nullable(text) },
    ...{ source: text, externalId: text },
  },
});
