import {
  ERASED,
  erasedName,
  withoutCustomers,
  withoutWords,
} from "../../domain/customers/erasure/erased-values.ts";
import { FAMILY_SQL, THEIR_MESSAGE } from "../customers/personal-tables.ts";
import { arrayOf, exactInt8, int4, json, jsonText, nullable } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ErasedInMessages = {
  /** Messages that said something of them. */
  readonly messages: number;
  readonly suggestions: number;
  readonly joins: number;
};

/** Takes out of messages, suggestions and joins what they say of a customer and of those joined into them. */
export async function eraseInMessages(
  client: Queryable,
  customerId: number,
  ids: readonly number[],
): Promise<ErasedInMessages> {
  const told = await MESSAGES.all(client, { customerId });
  const family = new Set(ids);
  const messages = told.map(({ message }) => JSON.stringify(withoutCustomers(message, family, erasedName)));
  await WRITE_MESSAGES.run(client, { ids: told.map(({ id }) => id), messages });
  return {
    messages: told.length,
    suggestions: await eraseSuggestions(client, customerId),
    joins: await eraseJoins(client, customerId),
  };
}

async function eraseSuggestions(client: Queryable, customerId: number): Promise<number> {
  const found = await SUGGESTIONS.all(client, { customerId });
  const without = (value: unknown) => (value === null ? null : JSON.stringify(withoutWords(value, ERASED)));
  return WRITE_SUGGESTIONS.run(client, {
    ids: found.map(({ id }) => id),
    actions: found.map(({ action }) => JSON.stringify(withoutWords(action, ERASED))),
    reasons: found.map(({ reason }) => JSON.stringify(withoutWords(reason, ERASED))),
    pressing: found.map(({ morePressing }) => without(morePressing)),
  });
}

async function eraseJoins(client: Queryable, customerId: number): Promise<number> {
  const found = await JOINS.all(client, { customerId });
  const whys = found.map(({ why }) => JSON.stringify(withoutWords(why, ERASED)));
  return WRITE_JOINS.run(client, { ids: found.map(({ id }) => id), whys });
}

const OWN = { customerId: int4 };

const MESSAGES = statement({
  name: "messages/erasure-in-messages: messages",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT o.id, o.message FROM outbox o WHERE o.key IN (${THEIR_MESSAGE}) ORDER BY o.id FOR UPDATE`,
  parameters: OWN,
  row: { id: exactInt8, message: json() },
});

const WRITE_MESSAGES = statement({
  name: "messages/erasure-in-messages: write messages",
  sql: `
  UPDATE outbox SET message = given.message FROM unnest(:ids::bigint[], :messages::jsonb[]) AS given (id, message)
  WHERE outbox.id = given.id`,
  parameters: { ids: arrayOf(exactInt8), messages: arrayOf(jsonText) },
});

const SUGGESTIONS = statement({
  name: "messages/erasure-in-messages: suggestions",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT s.id, s.action, s.reason, s.more_pressing AS "morePressing" FROM suggestions s
  WHERE s.customer_id IN (SELECT id FROM family) ORDER BY s.id FOR UPDATE`,
  parameters: OWN,
  row: { id: int4, action: json(), reason: json(), morePressing: nullable(json()) },
});

const WRITE_SUGGESTIONS = statement({
  name: "messages/erasure-in-messages: write suggestions",
  sql: `
  UPDATE suggestions s SET action = given.action, reason = given.reason, more_pressing = given.more_pressing
  FROM unnest(:ids::int[], :actions::jsonb[], :reasons::jsonb[], :pressing::jsonb[])
    AS given (id, action, reason, more_pressing)
  WHERE s.id = given.id`,
  parameters: {
    ids: arrayOf(int4),
    actions: arrayOf(jsonText),
    reasons: arrayOf(jsonText),
    pressing: arrayOf(nullable(jsonText)),
  },
});

const JOINS = statement({
  name: "messages/erasure-in-messages: joins",
  sql: `
  WITH ${FAMILY_SQL}
  SELECT j.customer_id AS id, j.why FROM customer_joins j
  WHERE j.customer_id IN (SELECT id FROM family) OR j.into_id IN (SELECT id FROM family) ORDER BY 1`,
  parameters: OWN,
  row: { id: int4, why: json() },
});

const WRITE_JOINS = statement({
  name: "messages/erasure-in-messages: write joins",
  sql: `
  UPDATE customer_joins j SET why = given.why FROM unnest(:ids::int[], :whys::jsonb[]) AS given (id, why)
  WHERE j.customer_id = given.id`,
  parameters: { ids: arrayOf(int4), whys: arrayOf(jsonText) },
});
