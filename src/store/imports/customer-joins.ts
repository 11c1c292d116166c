import type { AuditAction } from "../../domain/audit-action.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Evidence } from "../../domain/customers/joins/decide-join.ts";
import { keptOfTwo } from "../../domain/customers/joins/kept-of-two.ts";
import { holdLedger, readClosedThrough } from "../costs/ledger-lock.ts";
import { noteIn } from "../database/audit.ts";
import { arrayOf, bool, int4, int8, json, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { isInClosedBooksSql, moveRows, moveRowsBack } from "./joined-rows.ts";

export type CustomerJoinStore = ReturnType<typeof customerJoinStore>;

/** Two customers, in either order; of one who is joined, whom they are joined into is meant. */
export type JoinRequest = {
  readonly firstId: number;
  readonly secondId: number;
  /** Slack user id, or what else does it. */
  readonly by: string;
  readonly at: Date;
};

export type Joined =
  | { readonly kind: "joined"; readonly keptId: number; readonly joinedId: number }
  /** They are one already. */
  | { readonly kind: "already"; readonly keptId: number }
  /** Closed books count both: their figures would change. */
  | { readonly kind: "closed"; readonly through: Day }
  /** Points that were redeemed or changed by hand stay booked on each. */
  | { readonly kind: "points" }
  | { readonly kind: "unknown" };

export type Parted =
  | { readonly kind: "apart"; readonly fromId: number; readonly partedId: number }
  | { readonly kind: "not-joined" }
  /** Books were closed that count them as one. */
  | { readonly kind: "closed"; readonly through: Day }
  | { readonly kind: "unknown" };

/** A customer of a system who counts for another. */
export type JoinedCustomer = {
  readonly customerId: number;
  readonly name: string;
  readonly source: string;
  readonly externalId: string;
  readonly headId: number;
  readonly headName: string;
  readonly headSource: string;
  readonly headExternalId: string;
  readonly joinedAt: Date;
  readonly joinedBy: string;
  readonly why: Evidence;
};

export type NamedCustomer = Pick<JoinedCustomer, "customerId" | "name" | "source" | "externalId">;

/** One customer from many systems: joins and how they are taken back. */
export function customerJoinStore(database: Database) {
  const { pool } = database;
  return {
    /** Joins two customers, all or nothing; every writer waits for it. What closed books say stays as it is. */
    join: (request: JoinRequest & { readonly why: Evidence }): Promise<Joined> =>
      inTransaction(database, (client) => join(client, request)),

    /** Takes the newest join between two apart: each has again what was told of it, then and since. */
    part: (request: JoinRequest): Promise<Parted> =>
      inTransaction(database, (client) => part(client, request)),

    /** Who counts for others, the newest join first. */
    list: async (limit: number): Promise<{ readonly joined: JoinedCustomer[]; readonly inAll: number }> => {
      const rows = await LIST.all(pool, { limit });
      return { joined: rows.map(({ inAll: _, ...joined }) => joined), inAll: rows[0]?.inAll ?? 0 };
    },

    /** Customers of any system as somebody names them: an id, "system:id", or what they are called. @param key as `queryKey` writes it */
    named: (typed: string, key: string): Promise<NamedCustomer[]> => NAMED.all(pool, { typed, key }),

    /** Who counts for one customer, in the order of the joins. */
    joinedInto: (customerId: number): Promise<JoinedCustomer[]> => OF_HEAD.all(pool, { customerId }),
  };
}

async function join(client: Queryable, request: JoinRequest & { why: Evidence }): Promise<Joined> {
  await holdLedger(client);
  const heads = await HEADS.all(client, { ids: [request.firstId, request.secondId] });
  const [first, second] = heads;
  if (first === undefined) return { kind: "unknown" };
  if (second === undefined) return isOneFamily(client, request, first.id);
  const kept = keptOfTwo(first, second);
  if (kept.kind === "closed") return { kind: "closed", through: (await readClosedThrough(client)) ?? "" };
  if (kept.kind === "points") return kept;
  const { keptId, joinedId } = kept;
  const { by, at, why } = request;
  await moveRows(client, { keptId, joinedId });
  await JOIN.run(client, { keptId, joinedId });
  await FILL_GAPS.run(client, { ids: [joinedId, keptId] });
  await NOTE_JOIN.run(client, { keptId, joinedId, by, at, why });
  await noteBoth(client, request, "customer.joined", { keptId, joinedId, why });
  return { kind: "joined", keptId, joinedId };
}

/** One head for both ids: they are one already, or one of the two is not there. */
async function isOneFamily(
  client: Queryable,
  { firstId, secondId }: JoinRequest,
  keptId: number,
): Promise<Joined> {
  const { known } = await KNOWN.one(client, { ids: [firstId, secondId] });
  return firstId !== secondId && known === 2 ? { kind: "already", keptId } : { kind: "unknown" };
}

async function part(client: Queryable, request: JoinRequest): Promise<Parted> {
  await holdLedger(client);
  const { firstId, secondId } = request;
  if ((await KNOWN.one(client, { ids: [firstId, secondId] })).known < 2) return { kind: "unknown" };
  const cut = await NEWEST_BETWEEN.first(client, { firstId, secondId });
  if (cut === null) return { kind: "not-joined" };
  const { partedId, headId, members } = cut;
  if ((await CLOSED_MEMBERS.one(client, { headId, members })).found)
    return { kind: "closed", through: (await readClosedThrough(client)) ?? "" };
  // First of all: a trigger keeps what is told of whoever is joined with whom they are joined into.
  await PART.run(client, { partedId, members });
  await moveRowsBack(client, { headId, partedId, members });
  await FILL_GAPS.run(client, { ids: [partedId, headId] });
  await FORGET_JOIN.run(client, { partedId });
  await COUNT_AGAIN.run(client, { partedId });
  await noteBoth(client, request, "customer.parted", { fromId: headId, partedId });
  return { kind: "apart", fromId: headId, partedId };
}

/** On both: whoever looks one of them up finds it. */
async function noteBoth(
  client: Queryable,
  { by, at }: JoinRequest,
  action: AuditAction,
  details: Readonly<Record<string, unknown>> & { readonly joinedId?: number; readonly partedId?: number },
): Promise<void> {
  const ids = [details.keptId ?? details.fromId, details.joinedId ?? details.partedId];
  for (const customerId of ids)
    if (typeof customerId === "number") await noteIn(client, { at, actor: by, action, customerId, details });
}

const HEADS = statement({
  name: "imports/customer-joins: heads",
  sql: `
  SELECT c.id, ${isInClosedBooksSql("c.id")} AS "isInClosedBooks", EXISTS (SELECT FROM loyalty_entries l
      WHERE l.customer_id = c.id AND l.kind IN ('redeemed', 'adjusted')) AS "hasSpentPoints", c.known_from_activities AS "isUnnamed",
    c.owner_email IS NOT NULL AS "hasOwner", EXISTS (SELECT FROM contracts k WHERE k.customer_id = c.id) AS "hasContract"
  FROM customers c WHERE c.id IN (SELECT COALESCE(joined_into, id) FROM customers WHERE id = ANY (:ids::int[]))
  ORDER BY c.id`,
  parameters: { ids: arrayOf(int4) },
  row: {
    id: int4,
    isInClosedBooks: bool,
    hasSpentPoints: bool,
    isUnnamed: bool,
    hasOwner: bool,
    hasContract: bool,
  },
});

const KNOWN = statement({
  name: "imports/customer-joins: known",
  sql: "SELECT count(*)::int AS known FROM customers WHERE id = ANY (:ids::int[])",
  parameters: { ids: arrayOf(int4) },
  row: { known: int4 },
});

const JOIN = statement({
  name: "imports/customer-joins: join",
  sql: "UPDATE customers SET joined_into = :keptId WHERE id = :joinedId OR joined_into = :joinedId",
  parameters: { keptId: int4, joinedId: int4 },
});

/** In this order: who is joined says what is its own before another takes it over. */
const FILL_GAPS = statement({
  name: "imports/customer-joins: fill gaps",
  sql: "SELECT fill_gaps(id)::text AS filled FROM unnest(:ids::int[]) WITH ORDINALITY AS given (id, place) ORDER BY place",
  parameters: { ids: arrayOf(int4) },
  row: { filled: text },
});

const NOTE_JOIN = statement({
  name: "imports/customer-joins: note join",
  sql: `INSERT INTO customer_joins (customer_id, into_id, joined_at, joined_by, why)
    VALUES (:joinedId, :keptId, :at, :by, :why)`,
  parameters: { keptId: int4, joinedId: int4, at: timestamptz, by: text, why: json<Evidence>() },
});

/** Joins of joins of joins: nobody has that many systems, and a circle, which nothing makes, would never end. */
const DEEPEST = 64;

/**
 * The ancestors of both, up to their common head: of those on only one of the two ways, the join that was made
 * last. Of one moment that is the one nearer to the head.
 */
const NEWEST_BETWEEN = statement({
  name: "imports/customer-joins: newest between",
  sql: `
  WITH RECURSIVE ways AS (
    SELECT id AS start, id, 0 AS depth FROM customers WHERE id IN (:firstId, :secondId)
    UNION ALL SELECT w.start, j.into_id, w.depth + 1 FROM ways w JOIN customer_joins j ON j.customer_id = w.id
    WHERE w.depth < ${DEEPEST}
  ), cut AS (
    SELECT j.customer_id, COALESCE(c.joined_into, c.id) AS head_id
    FROM ways w JOIN customer_joins j ON j.customer_id = w.id JOIN customers c ON c.id = w.id
    WHERE NOT EXISTS (SELECT FROM ways o WHERE o.id = w.id AND o.start <> w.start)
      AND (SELECT count(DISTINCT COALESCE(f.joined_into, f.id)) FROM customers f WHERE f.id IN (:firstId, :secondId)) = 1
    ORDER BY j.joined_at DESC, w.depth DESC, j.customer_id DESC LIMIT 1
  ), members AS (
    SELECT customer_id AS id FROM cut
    UNION SELECT j.customer_id FROM members m JOIN customer_joins j ON j.into_id = m.id
  )
  SELECT cut.customer_id AS "partedId", cut.head_id AS "headId", (SELECT array_agg(id ORDER BY id) FROM members) AS members
  FROM cut`,
  parameters: { firstId: int4, secondId: int4 },
  row: { partedId: int4, headId: int4, members: arrayOf(int4) },
});

const CLOSED_MEMBERS = statement({
  name: "imports/customer-joins: members in closed books",
  sql: `SELECT ${isInClosedBooksSql(":headId::int", ":members::int[]")} AS found`,
  parameters: { headId: int4, members: arrayOf(int4) },
  row: { found: bool },
});

const PART = statement({
  name: "imports/customer-joins: part",
  sql: `UPDATE customers SET joined_into = NULLIF(:partedId::int, id) WHERE id = ANY (:members::int[])`,
  parameters: { partedId: int4, members: arrayOf(int4) },
});

const FORGET_JOIN = statement({
  name: "imports/customer-joins: forget join",
  sql: "DELETE FROM customer_joins WHERE customer_id = :partedId",
  parameters: { partedId: int4 },
});

/** Who counts for themselves again is on the lists until the next scoring says otherwise. */
const COUNT_AGAIN = statement({
  name: "imports/customer-joins: count again",
  sql: "DELETE FROM uncounted_customers WHERE customer_id = :partedId",
  parameters: { partedId: int4 },
});

const JOINED = `c.id AS "customerId", c.name, c.source, c.external_id AS "externalId", h.id AS "headId", h.name AS "headName",
    h.source AS "headSource", h.external_id AS "headExternalId", j.joined_at AS "joinedAt", j.joined_by AS "joinedBy", j.why`;
const FROM_JOINED = `customer_joins j JOIN customers c ON c.id = j.customer_id JOIN customers h ON h.id = c.joined_into`;
const JOINED_ROW = {
  customerId: int4,
  name: text,
  source: text,
  externalId: text,
  headId: int4,
  headName: text,
  headSource: text,
  headExternalId: text,
  joinedAt: timestamptz,
  joinedBy: text,
  why: json<Evidence>(),
};

const LIST = statement({
  name: "imports/customer-joins: list",
  sql: `SELECT ${JOINED}, count(*) OVER ()::int AS "inAll" FROM ${FROM_JOINED}
    ORDER BY j.joined_at DESC, j.customer_id DESC LIMIT :limit`,
  parameters: { limit: int8 },
  row: { ...JOINED_ROW, inAll: int4 },
});

/** As many as a refusal names. */
const NAMED = statement({
  name: "imports/customer-joins: named",
  sql: `SELECT id AS "customerId", name, source, external_id AS "externalId" FROM customers
    WHERE external_id = :typed OR source || ':' || external_id = :typed OR search_keys && ARRAY[:key]
    ORDER BY source || ':' || external_id = :typed DESC, id LIMIT 6`,
  parameters: { typed: text, key: text },
  row: { customerId: int4, name: text, source: text, externalId: text },
});

const OF_HEAD = statement({
  name: "imports/customer-joins: of a head",
  sql: `SELECT ${JOINED} FROM ${FROM_JOINED} WHERE c.joined_into = :customerId ORDER BY j.joined_at, j.customer_id`,
  parameters: { customerId: int4 },
  row: JOINED_ROW,
});
