import type { Evidence } from "../../domain/customers/joins/decide-join.ts";
import type { FoundPair } from "../../domain/customers/joins/join-candidates.ts";
import type { JoinRow } from "../../domain/customers/joins/join-file.ts";
import { BY_ITSELF, type ListedPair, type PairStatus } from "../../domain/customers/joins/listed-pair.ts";
import { noteIn } from "../database/audit.ts";
import {
  arrayOf,
  bool,
  float8,
  int4,
  int8,
  json,
  jsonText,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type CustomerPairStore = ReturnType<typeof customerPairStore>;

/** Which two, the lower id first, and who decides. */
export type PairDecision = {
  readonly firstId: number;
  readonly secondId: number;
  readonly by: string;
  readonly at: Date;
};

/** Contacts whose addresses are looked at, of one customer: a company of thousands has the same domain in all. */
const MOST_CONTACTS = 50;

/** Customers who may be one with another, and what was decided of them. */
export function customerPairStore(database: Database) {
  const { pool } = database;
  return {
    /** What may tell who everybody is, in ranges, so that a look-up gets its turn. */
    async visitFiles(visit: (row: JoinRow) => void): Promise<void> {
      await visitByRanges(database, { ranged: FILES, values: { contacts: MOST_CONTACTS } }, visit);
    },

    /** Whether a customer was added or changed after a moment. */
    changedSince: async (since: Date): Promise<boolean> => (await CHANGED_SINCE.one(pool, { since })).found,

    /**
     * Keeps what was found, and forgets questions that nothing speaks for any more. A pair that somebody kept apart is asked
     * again only where what was doubtful became certain; decided ones stay decided.
     */
    async keep(pairs: readonly FoundPair[], at: Date): Promise<void> {
      await inTransaction(database, async (client) => {
        await KEEP.run(client, {
          firstIds: pairs.map(({ firstId }) => firstId),
          secondIds: pairs.map(({ secondId }) => secondId),
          certain: pairs.map(({ kind }) => kind === "certain"),
          scores: pairs.map(({ score }) => score),
          whys: pairs.map(({ evidence }) => JSON.stringify(evidence)),
          at,
        });
        await FORGET.run(client, { at });
      });
    },

    /** Certain pairs that nobody was asked of and nobody kept apart, the surest first. */
    certain: (limit: number): Promise<Array<{ firstId: number; secondId: number; why: Evidence }>> =>
      CERTAIN.all(pool, { limit }),

    /** Open questions, what says most first. */
    async proposed(limit: number): Promise<{ readonly pairs: ListedPair[]; readonly inAll: number }> {
      const rows = await PROPOSED.all(pool, { limit });
      return { pairs: rows.map(({ inAll: _, ...pair }) => pair), inAll: rows[0]?.inAll ?? 0 };
    },

    /** Some pairs as they stand; the ones that are not there are left out. */
    async find(
      ids: ReadonlyArray<{ readonly firstId: number; readonly secondId: number }>,
    ): Promise<ListedPair[]> {
      return FIND.all(pool, {
        firstIds: ids.map(({ firstId }) => firstId),
        secondIds: ids.map(({ secondId }) => secondId),
      });
    },

    /** Questions and joins that no message told of yet. */
    untold: (): Promise<{ readonly proposed: number; readonly joined: number }> => UNTOLD.one(pool),

    /** Joins by the machine that no message named yet, the newest first. */
    untoldJoins: (by: string, limit: number): Promise<ListedPair[]> => UNTOLD_JOINS.all(pool, { by, limit }),

    /** A message told of all there were. */
    async told(at: Date): Promise<void> {
      await TOLD.run(pool, { at });
    },

    /**
     * Notes what was decided, in the audit log too.
     * @param status `proposed` opens the question again
     * @returns false where it stood so already
     */
    decide: (pair: PairDecision, status: PairStatus, why: Evidence): Promise<boolean> =>
      inTransaction(database, async (client) => {
        const changed = await DECIDE.run(client, {
          ...pair,
          status,
          why,
          toldAt: pair.by === BY_ITSELF ? null : pair.at,
        });
        if (changed === 0) return false;
        const { firstId, secondId, by, at } = pair;
        const details = { firstId, secondId, status };
        for (const customerId of [firstId, secondId])
          await noteIn(client, { at, actor: by, action: "customer-pair.decided", customerId, details });
        return true;
      }),
  };
}

const FILES = statement({
  name: "imports/customer-pairs: files",
  sql: `
  SELECT c.id, COALESCE(c.joined_into, c.id) AS "headId", c.source, c.external_id AS "externalId", c.name, c.domain, c.country,
    c.attributes, ARRAY(SELECT k.email FROM contacts k
      WHERE k.email IS NOT NULL AND (k.told_of = c.id OR (k.customer_id = c.id AND k.told_of IS NULL))
      ORDER BY k.id LIMIT :contacts::int) AS emails
  FROM customers c WHERE c.erased_at IS NULL AND c.id BETWEEN :firstCustomerId AND :lastCustomerId ORDER BY c.id`,
  parameters: { ...CUSTOMER_RANGE, contacts: int4 },
  row: {
    id: int4,
    headId: int4,
    source: text,
    externalId: text,
    name: text,
    domain: nullable(text),
    country: nullable(text),
    attributes: json<Readonly<Record<string, string>>>(),
    emails: arrayOf(text),
  },
});

const CHANGED_SINCE = statement({
  name: "imports/customer-pairs: changed since",
  sql: "SELECT EXISTS (SELECT FROM customers WHERE updated_at > :since) AS found",
  parameters: { since: timestamptz },
  row: { found: bool },
});

const KEEP = statement({
  name: "imports/customer-pairs: keep",
  sql: `
  INSERT INTO customer_pairs AS was (first_id, second_id, status, is_certain, score, why, found_at)
  SELECT f.first_id, f.second_id, 'proposed', f.is_certain, f.score, f.why, :at::timestamptz
  FROM unnest(:firstIds::int[], :secondIds::int[], :certain::bool[], :scores::float8[], :whys::jsonb[])
    AS f (first_id, second_id, is_certain, score, why)
  JOIN customers a ON a.id = f.first_id JOIN customers b ON b.id = f.second_id
  ON CONFLICT (first_id, second_id) DO UPDATE SET found_at = excluded.found_at, is_certain = excluded.is_certain,
    score = excluded.score, why = excluded.why, status = 'proposed',
    told_at = CASE WHEN was.status = 'proposed' THEN was.told_at END
    WHERE was.status = 'proposed' OR (was.status = 'apart' AND excluded.is_certain AND NOT was.is_certain)`,
  parameters: {
    firstIds: arrayOf(int4),
    secondIds: arrayOf(int4),
    certain: arrayOf(bool),
    scores: arrayOf(float8),
    whys: arrayOf(jsonText),
    at: timestamptz,
  },
});

const FORGET = statement({
  name: "imports/customer-pairs: forget",
  sql: "DELETE FROM customer_pairs WHERE status = 'proposed' AND found_at < :at AND NOT was_kept_apart",
  parameters: { at: timestamptz },
});

const CERTAIN = statement({
  name: "imports/customer-pairs: certain",
  sql: `SELECT first_id AS "firstId", second_id AS "secondId", why FROM customer_pairs
    WHERE status = 'proposed' AND is_certain AND NOT was_kept_apart ORDER BY score DESC, first_id, second_id LIMIT :limit`,
  parameters: { limit: int8 },
  row: { firstId: int4, secondId: int4, why: json<Evidence>() },
});

const SIDE = (side: "a" | "b") =>
  `jsonb_build_object('customerId', ${side}.id, 'name', ${side}.name, 'source', ${side}.source, 'externalId', ${side}.external_id,
      'contracts', (SELECT count(*) FROM contracts k WHERE COALESCE(k.told_of, k.customer_id) = ${side}.id
        AND (k.ended_on IS NULL OR k.ended_on >= CURRENT_DATE)))`;
const PAIR = `p.first_id AS "firstId", p.second_id AS "secondId", p.status, p.is_certain AS "isCertain", p.why,
    ${SIDE("a")} AS first, ${SIDE("b")} AS second, p.decided_by AS "decidedBy", m.name AS "decidedByName"`;
const FROM_PAIRS = `customer_pairs p JOIN customers a ON a.id = p.first_id JOIN customers b ON b.id = p.second_id
    LEFT JOIN members m ON m.slack_user_id = p.decided_by`;
/** Whoever is joined by now is asked of by whom they are joined into. */
const IS_OPEN = `p.status = 'proposed' AND COALESCE(a.joined_into, a.id) <> COALESCE(b.joined_into, b.id)`;
const PAIR_ROW = {
  firstId: int4,
  secondId: int4,
  status: textOf<PairStatus>(),
  isCertain: bool,
  why: json<Evidence>(),
  first: json<ListedPair["first"]>(),
  second: json<ListedPair["second"]>(),
  decidedBy: nullable(text),
  decidedByName: nullable(text),
};

const PROPOSED = statement({
  name: "imports/customer-pairs: proposed",
  sql: `SELECT ${PAIR}, count(*) OVER ()::int AS "inAll" FROM ${FROM_PAIRS} WHERE ${IS_OPEN}
    ORDER BY p.score DESC, p.first_id, p.second_id LIMIT :limit`,
  parameters: { limit: int8 },
  row: { ...PAIR_ROW, inAll: int4 },
});

const FIND = statement({
  name: "imports/customer-pairs: find",
  sql: `SELECT ${PAIR} FROM unnest(:firstIds::int[], :secondIds::int[]) WITH ORDINALITY AS asked (first_id, second_id, place)
    JOIN ${FROM_PAIRS} ON p.first_id = asked.first_id AND p.second_id = asked.second_id ORDER BY asked.place`,
  parameters: { firstIds: arrayOf(int4), secondIds: arrayOf(int4) },
  row: PAIR_ROW,
});

const UNTOLD = statement({
  name: "imports/customer-pairs: untold",
  sql: `SELECT (count(*) FILTER (WHERE p.status = 'proposed'))::int AS proposed, (count(*) FILTER (WHERE p.status = 'joined'))::int AS joined
    FROM ${FROM_PAIRS} WHERE p.told_at IS NULL AND (p.status = 'joined' OR ${IS_OPEN})`,
  row: { proposed: int4, joined: int4 },
});

const UNTOLD_JOINS = statement({
  name: "imports/customer-pairs: untold joins",
  sql: `SELECT ${PAIR} FROM ${FROM_PAIRS} WHERE p.told_at IS NULL AND p.status = 'joined' AND p.decided_by = :by
    ORDER BY p.decided_at DESC, p.first_id, p.second_id LIMIT :limit`,
  parameters: { by: text, limit: int8 },
  row: PAIR_ROW,
});

const TOLD = statement({
  name: "imports/customer-pairs: told",
  sql: "UPDATE customer_pairs SET told_at = :at WHERE told_at IS NULL AND status <> 'apart'",
  parameters: { at: timestamptz },
});

const DECIDE = statement({
  name: "imports/customer-pairs: decide",
  sql: `
  INSERT INTO customer_pairs AS was
    (first_id, second_id, status, is_certain, was_kept_apart, score, why, found_at, told_at, decided_at, decided_by)
  VALUES (:firstId, :secondId, :status, false, :status::text = 'apart', 0, :why, :at, :toldAt, :at, :by)
  ON CONFLICT (first_id, second_id) DO UPDATE SET status = excluded.status,
    told_at = CASE WHEN excluded.told_at IS NOT NULL THEN COALESCE(was.told_at, excluded.told_at) END, decided_at = excluded.decided_at,
    decided_by = excluded.decided_by, was_kept_apart = excluded.status = 'apart' OR was.was_kept_apart AND excluded.status <> 'joined'
    WHERE was.status <> excluded.status`,
  parameters: {
    firstId: int4,
    secondId: int4,
    status: textOf<PairStatus>(),
    why: json<Evidence>(),
    by: text,
    at: timestamptz,
    toldAt: nullable(timestamptz),
  },
});
