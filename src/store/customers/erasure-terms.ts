import { normaliseName } from "../../domain/customers/customer-name.ts";
import type { ErasableKey } from "../../domain/customers/erasure/erasable-key.ts";
import type { KnownBy } from "../../domain/customers/erasure/erased-terms.ts";
import { arrayOf, int4, nullable, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { FAMILY_SQL } from "./personal-tables.ts";

/** Whom an erasure is about: a customer with those joined into them, or one of their contacts. */
export type ErasedPerson = {
  readonly customers: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly knownBy: KnownBy;
  /** By which files name them. */
  readonly keys: readonly ErasableKey[];
  /** The customer's own ids in their systems, as a line of a file has them; none of a contact. */
  readonly lineIds: ReadonlyArray<{ readonly source: string; readonly id: string }>;
};

/** Everything by which a customer, those joined into them and all their contacts are known. */
export async function erasedCustomer(client: Queryable, customerId: number): Promise<ErasedPerson> {
  const customers = await CUSTOMERS.all(client, { customerId });
  const contacts = await CONTACTS.all(client, { customerId, contactId: null });
  const mentions = await MENTIONS.all(client, { customerId });
  const emails = customers.flatMap(({ externalId }) => (externalId.includes("@") ? [externalId] : []));
  const people = ofContacts(contacts);
  return {
    customers: customers.map(({ id, name }) => ({ id, name })),
    knownBy: {
      names: [...customers.flatMap(namesOf), ...people.knownBy.names, ...told(mentions, "author")],
      emails: [...people.knownBy.emails, ...emails],
      phones: people.knownBy.phones,
      addresses: [...told(customers, "domain"), ...told(mentions, "url")],
    },
    keys: [
      ...people.keys,
      ...customers.map(({ source, externalId: key }) => ({ kind: "customer" as const, source, key })),
    ],
    lineIds: customers.map(({ source, externalId: id }) => ({ source, id })),
  };
}

/** Everything by which one contact is known. */
export async function erasedContact(
  client: Queryable,
  customerId: number,
  contactId: number,
): Promise<ErasedPerson> {
  const contacts = await CONTACTS.all(client, { customerId, contactId });
  const customers = await CUSTOMERS.all(client, { customerId });
  return {
    customers: customers.map(({ id, name }) => ({ id, name })),
    ...ofContacts(contacts),
    lineIds: [],
  };
}

type ContactRow = Awaited<ReturnType<typeof CONTACTS.all>>[number];

function ofContacts(contacts: readonly ContactRow[]): Pick<ErasedPerson, "knownBy" | "keys"> {
  const emails = told(contacts, "email");
  const keys = contacts.map(({ source, externalId: key }) => ({ kind: "contact" as const, source, key }));
  return {
    knownBy: {
      names: contacts.map(({ name }) => name),
      emails: [...emails, ...told(contacts, "externalId").filter((id) => id.includes("@"))],
      phones: told(contacts, "phone"),
      addresses: [],
    },
    keys: [...keys, ...emails.map((key) => ({ kind: "e-mail" as const, key }))],
  };
}

function told<Key extends string>(
  rows: ReadonlyArray<Readonly<Partial<Record<Key, string | null>>>>,
  key: Key,
): string[] {
  return rows.flatMap((row) => row[key] ?? []);
}

type CustomerRow = Awaited<ReturnType<typeof CUSTOMERS.all>>[number];

/** Also without a legal form, as people write it: those beginnings of the name by which look-ups find them. */
function namesOf({ name, aliases, searchKeys }: CustomerRow): string[] {
  const full = [name, ...(aliases ?? "").split("|")];
  const short = full.flatMap((each) => {
    const words = each.trim().split(/\s+/);
    return words
      .slice(1)
      .map((_, place) => words.slice(0, place + 1).join(" "))
      .filter((beginning) => searchKeys.includes(normaliseName(beginning)));
  });
  return [...full, ...short];
}

const CUSTOMERS = statement({
  name: "customers/erasure-terms: customers",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT c.id, c.source, c.external_id AS "externalId", c.name, c.domain, c.attributes->>'aliases' AS aliases,
    COALESCE(c.search_keys, '{}') AS "searchKeys"
  FROM customers c WHERE c.id IN (SELECT id FROM family) ORDER BY c.id`,
  parameters: { customerId: int4 },
  row: {
    id: int4,
    source: text,
    externalId: text,
    name: text,
    domain: nullable(text),
    aliases: nullable(text),
    searchKeys: arrayOf(text),
  },
});

const CONTACTS = statement({
  name: "customers/erasure-terms: contacts",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT t.source, t.external_id AS "externalId", t.name, t.email, t.phone FROM contacts t
  WHERE t.customer_id IN (SELECT id FROM family) AND (:contactId::int IS NULL OR t.id = :contactId::int) ORDER BY t.id`,
  parameters: { customerId: int4, contactId: nullable(int4) },
  row: { source: text, externalId: text, name: text, email: nullable(text), phone: nullable(text) },
});

const MENTIONS = statement({
  name: "customers/erasure-terms: mentions",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT t.author, t.url FROM mentions t WHERE t.customer_id IN (SELECT id FROM family) ORDER BY t.id`,
  parameters: { customerId: int4 },
  row: { author: nullable(text), url: nullable(text) },
});
