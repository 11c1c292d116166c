import type { ActivityKind } from "../../../domain/activity.ts";
import type {
  KeptPointsEntry,
  PointsActivity,
  PointsEntry,
} from "../../../domain/value/loyalty/points-entry.ts";
import type { LoyaltyProgramme, StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import {
  arrayOf,
  bool,
  date,
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../../database/column-kinds.ts";
import type { Queryable } from "../../database/database.ts";
import { statement } from "../../database/statement.ts";

/** Lets nobody else write these customers' points until the transaction ends; in their order, so that nobody waits in a ring. */
export async function lockAccounts(client: Queryable, customerIds: readonly number[]): Promise<void> {
  await LOCK.all(client, { customerIds });
}

const LOCK = statement({
  name: "value/loyalty/loyalty-sql: lock accounts",
  sql: `
  SELECT pg_advisory_xact_lock(hashtext('mainstay.loyalty'), id)::text AS locked
  FROM (SELECT DISTINCT id FROM unnest(:customerIds::int[]) AS id ORDER BY id) accounts`,
  parameters: { customerIds: arrayOf(int4) },
  row: { locked: nullable(text) },
});

/** Every programme that was stated, oldest first. */
export async function readProgrammes(client: Queryable): Promise<StatedProgramme[]> {
  const rows = await PROGRAMMES.all(client);
  return rows.map(({ id, validFrom, rules }) => ({ ...rules, id, validFrom }));
}

const PROGRAMMES = statement({
  name: "value/loyalty/loyalty-sql: programmes",
  sql: `SELECT id, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", rules FROM loyalty_programmes
    ORDER BY valid_from, id`,
  row: { id: int4, validFrom: text, rules: json<LoyaltyProgramme>() },
});

export const STATE_PROGRAMME = statement({
  name: "value/loyalty/loyalty-sql: state programme",
  sql: `INSERT INTO loyalty_programmes (valid_from, rules, set_by, set_at)
    VALUES (:validFrom, :rules, :by, :at) RETURNING id`,
  parameters: { validFrom: date, rules: json<LoyaltyProgramme>(), by: text, at: timestamptz },
  row: { id: int4 },
});

export const ALL_ARE_DUE = statement({
  name: "value/loyalty/loyalty-sql: all are due",
  sql: "INSERT INTO loyalty_due (customer_id) SELECT id FROM customers ORDER BY id",
});

export type OwnActivity = PointsActivity & { readonly customerId: number };

/** What may earn or take back, from a day on up to now, in the order in which it happened. */
export const ACTIVITIES = statement({
  name: "value/loyalty/loyalty-sql: activities",
  sql: `
  SELECT customer_id AS "customerId", source, external_id AS "externalId", kind, at,
    to_char(at AT TIME ZONE :timeZone, 'YYYY-MM-DD') AS day, amount_minor AS "amountMinor", currency, document
  FROM activities
  WHERE customer_id = ANY (:customerIds::int[]) AND kind IN ('order', 'payment', 'refund') AND amount_minor > 0
    AND currency IS NOT NULL AND at >= (:fromDay::date)::timestamp AT TIME ZONE :timeZone AND at <= :now
  ORDER BY customer_id, at, kind = 'refund', source, external_id`,
  parameters: { customerIds: arrayOf(int4), timeZone: text, fromDay: date, now: timestamptz },
  row: {
    customerId: int4,
    source: text,
    externalId: text,
    kind: textOf<ActivityKind>(),
    at: timestamptz,
    day: text,
    amountMinor: int8,
    currency: text,
    document: nullable(text),
  },
});

const ENTRY_ROW = {
  customerId: int4,
  key: text,
  kind: textOf<PointsEntry["kind"]>(),
  points: int8,
  day: text,
  lot: nullable(text),
  expiresOn: nullable(text),
  source: nullable(text),
  externalId: nullable(text),
  happenedAt: nullable(timestamptz),
  document: nullable(text),
  programmeId: nullable(int4),
  reason: nullable(text),
  by: text,
  at: timestamptz,
};

/** In the order in which they were booked. */
export const ENTRIES = statement({
  name: "value/loyalty/loyalty-sql: entries",
  sql: `
  SELECT customer_id AS "customerId", key, kind, points, to_char(day, 'YYYY-MM-DD') AS day, lot,
    to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", source, external_id AS "externalId",
    happened_at AS "happenedAt", document, programme_id AS "programmeId", reason, by, at
  FROM loyalty_entries WHERE customer_id = ANY (:customerIds::int[]) ORDER BY customer_id, id`,
  parameters: { customerIds: arrayOf(int4) },
  row: ENTRY_ROW,
});

export function entryFrom(row: ValuesOf<typeof ENTRY_ROW>): KeptPointsEntry {
  const { key, kind, points, day, lot, expiresOn, reason, by, at } = row;
  const { source, externalId, happenedAt, document, programmeId } = row;
  const cause =
    source === null || externalId === null || happenedAt === null || programmeId === null
      ? null
      : { source, externalId, happenedAt, document, programmeId };
  return { key, kind, points, day, lot, expiresOn, cause, reason, by, at };
}

/** An entry that is there by now stays as it is. */
export const ADD_ENTRIES = statement({
  name: "value/loyalty/loyalty-sql: add entries",
  sql: `
  INSERT INTO loyalty_entries (customer_id, key, kind, points, day, lot, expires_on, source, external_id, happened_at,
    document, programme_id, reason, by, at)
  SELECT made.*, :by, :at
  FROM unnest(:customerIds::int[], :keys::text[], :kinds::text[], :points::bigint[], :days::date[], :lots::text[],
    :expiresOn::date[], :sources::text[], :externalIds::text[], :happenedAt::timestamptz[], :documents::text[],
    :programmeIds::int[], :reasons::text[]) AS made
  ON CONFLICT (key) DO NOTHING`,
  parameters: {
    customerIds: arrayOf(int4),
    keys: arrayOf(text),
    kinds: arrayOf(text),
    points: arrayOf(int8),
    days: arrayOf(date),
    lots: arrayOf(nullable(text)),
    expiresOn: arrayOf(nullable(date)),
    sources: arrayOf(nullable(text)),
    externalIds: arrayOf(nullable(text)),
    happenedAt: arrayOf(nullable(timestamptz)),
    documents: arrayOf(nullable(text)),
    programmeIds: arrayOf(nullable(int4)),
    reasons: arrayOf(nullable(text)),
    by: text,
    at: timestamptz,
  },
});

export type OwnEntry = { readonly customerId: number; readonly entry: PointsEntry };

export function entryValues(made: readonly OwnEntry[]) {
  const entries = made.map(({ entry }) => entry);
  const causes = entries.map(({ cause }) => cause);
  return {
    customerIds: made.map(({ customerId }) => customerId),
    keys: entries.map(({ key }) => key),
    kinds: entries.map(({ kind }) => kind),
    points: entries.map(({ points }) => points),
    days: entries.map(({ day }) => day),
    lots: entries.map(({ lot }) => lot),
    expiresOn: entries.map(({ expiresOn }) => expiresOn),
    sources: causes.map((cause) => cause?.source ?? null),
    externalIds: causes.map((cause) => cause?.externalId ?? null),
    happenedAt: causes.map((cause) => cause?.happenedAt ?? null),
    documents: causes.map((cause) => cause?.document ?? null),
    programmeIds: causes.map((cause) => cause?.programmeId ?? null),
    reasons: entries.map(({ reason }) => reason),
  };
}

export const IS_BOOKED = statement({
  name: "value/loyalty/loyalty-sql: is booked",
  sql: "SELECT EXISTS (SELECT FROM loyalty_entries WHERE key = :key) AS booked",
  parameters: { key: text },
  row: { booked: bool },
});
