import type { Surface } from "../../domain/access.ts";
import type { Day } from "../../domain/calendar.ts";
import { MONEY_READS_KEPT_DAYS } from "../../domain/customers/money-read.ts";
import { arrayOf, date, int4, int8, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { writtenTogether } from "../database/written-together.ts";

export type MoneyReadStore = ReturnType<typeof moneyReadStore>;

export type MoneyRead = {
  /** Slack user id. */
  readonly memberId: string;
  /** By number; `ALL_CUSTOMERS`: a report over all. */
  readonly customerIds: readonly number[];
  readonly surface: Surface;
  readonly at: Date;
};

export type MoneyReadRow = {
  readonly memberId: string;
  /** Null: whoever it was is not known any more. */
  readonly memberName: string | null;
  readonly day: Day;
  readonly customerId: number;
  /** Null: a report over all, or somebody who was removed since. */
  readonly customerName: string | null;
  readonly surface: Surface;
  readonly times: number;
  readonly lastAt: Date;
};

/** What is asked for; null: whatever it is. */
export type MoneyReadQuestion = {
  readonly customerId: number | null;
  readonly memberId: string | null;
  readonly since: Day | null;
};

/**
 * Who saw amounts of whom, by which surface, on which day of the team: one row however often.
 * @param timeZone the team's
 */
export function moneyReadStore({ pool }: Database, timeZone: string) {
  return {
    note: writtenTogether((reads: readonly MoneyRead[]) => noteAll(pool, reads, timeZone)),

    /** The newest first, at most `limit` of them; of a customer also reads of those joined into them. */
    list: (question: MoneyReadQuestion, limit: number): Promise<MoneyReadRow[]> =>
      LIST.all(pool, { ...question, limit }),

    count: async (question: MoneyReadQuestion): Promise<number> => (await COUNT.one(pool, question)).rows,

    /** Forgets what is older than `MONEY_READS_KEPT_DAYS`. @returns how many rows */
    async forgetOld(today: Day, atOnce: number = ROWS_AT_ONCE): Promise<number> {
      let forgotten = 0;
      for (let last = atOnce; last === atOnce; forgotten += last)
        last = await FORGET.run(pool, { today, keptDays: MONEY_READS_KEPT_DAYS, atOnce });
      return forgotten;
    },
  };
}

/** Small enough for one statement to be over before anybody notices. */
const ROWS_AT_ONCE = 1_000;

async function noteAll(db: Queryable, reads: readonly MoneyRead[], timeZone: string): Promise<void> {
  const seen = reads.flatMap(({ customerIds, ...read }) =>
    [...new Set(customerIds)].map((customerId) => ({ ...read, customerId })),
  );
  if (seen.length === 0) return;
  await NOTE.run(db, {
    memberIds: seen.map(({ memberId }) => memberId),
    customerIds: seen.map(({ customerId }) => customerId),
    surfaces: seen.map(({ surface }) => surface),
    moments: seen.map(({ at }) => at),
    timeZone,
  });
}

/** In one order for all, so that two of these never wait for each other. */
const NOTE = statement({
  name: "customers/money-reads: note",
  sql: `
  INSERT INTO money_reads (member_id, day, customer_id, surface, first_at, last_at, times)
  SELECT member_id, (at AT TIME ZONE :timeZone::text)::date AS day, customer_id, surface, min(at), max(at), count(*)
  FROM unnest(:memberIds::text[], :customerIds::int[], :surfaces::text[], :moments::timestamptz[])
    AS seen (member_id, customer_id, surface, at)
  GROUP BY member_id, day, customer_id, surface ORDER BY customer_id, member_id, surface, day
  ON CONFLICT (member_id, day, customer_id, surface) DO UPDATE
    SET times = money_reads.times + excluded.times, last_at = GREATEST(money_reads.last_at, excluded.last_at)`,
  parameters: {
    memberIds: arrayOf(text),
    customerIds: arrayOf(int4),
    surfaces: arrayOf(textOf<Surface>()),
    moments: arrayOf(timestamptz),
    timeZone: text,
  },
  isKeptPlanned: true,
});

const ASKED = { customerId: nullable(int4), memberId: nullable(text), since: nullable(date) };

const WHERE = `(:customerId::int IS NULL OR r.customer_id IN (
      SELECT c.id FROM customers asked JOIN customers c
        ON c.id = COALESCE(asked.joined_into, asked.id) OR c.joined_into = COALESCE(asked.joined_into, asked.id)
      WHERE asked.id = :customerId::int))
    AND (:memberId::text IS NULL OR r.member_id = :memberId::text) AND (:since::date IS NULL OR r.day >= :since::date)`;

const LIST = statement({
  name: "customers/money-reads: list",
  sql: `
  SELECT r.member_id AS "memberId", m.name AS "memberName", to_char(r.day, 'YYYY-MM-DD') AS day,
    r.customer_id AS "customerId", c.name AS "customerName", r.surface, r.times, r.last_at AS "lastAt"
  FROM money_reads r
  LEFT JOIN members m ON m.slack_user_id = r.member_id
  LEFT JOIN customers c ON c.id = r.customer_id
  WHERE ${WHERE}
  ORDER BY r.last_at DESC, r.member_id, r.customer_id, r.surface LIMIT :limit::int`,
  parameters: { ...ASKED, limit: int4 },
  row: {
    memberId: text,
    memberName: nullable(text),
    day: text,
    customerId: int4,
    customerName: nullable(text),
    surface: textOf<Surface>(),
    times: int4,
    lastAt: timestamptz,
  },
});

const COUNT = statement({
  name: "customers/money-reads: count",
  sql: `SELECT count(*)::int AS rows FROM money_reads r WHERE ${WHERE}`,
  parameters: ASKED,
  row: { rows: int4 },
});

const FORGET = statement({
  name: "customers/money-reads: forget old",
  sql: `
  DELETE FROM money_reads WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM money_reads WHERE day < :today::date - :keptDays::int LIMIT :atOnce))`,
  parameters: { today: date, keptDays: int4, atOnce: int8 },
});
