import {
  ADVOCATE_LEAST,
  type Advocate,
  type Mention,
  type MentionCounts,
  URGENCY_DOUBLES_IN_DAYS,
  URGENCY_REACH_FLOOR,
  URGENCY_WAIT_DAYS,
} from "../../domain/outreach/mentions.ts";
import type { SentimentLabel } from "../../domain/outreach/sentiment.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  bool,
  float8,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type MentionStore = ReturnType<typeof mentionStore>;

/** Whose mentions: everybody's, or of one owner's customers and of nobody. */
export type MentionScope = { readonly all: boolean; readonly email: string | null };

export type UnjudgedMention = { readonly id: number; readonly text: string; readonly hash: string };
export type MentionJudgement = {
  readonly id: number;
  /** Of the text that was judged. */
  readonly hash: string;
  readonly sentiment: number | null;
  readonly label: SentimentLabel | null;
};

type Deed = { readonly id: number; readonly by: string; readonly at: Date };

export function mentionStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Those with a greater id that no rule of this version has judged and no person, in the order of their ids. */
    unjudged: (after: number, version: number, limit: number): Promise<UnjudgedMention[]> =>
      UNJUDGED.all(pool, { after, version, limit }),

    /** Keeps judgements, except where the text changed meanwhile or a person spoke. @returns how many are kept */
    keepJudgements: (judged: readonly MentionJudgement[], version: number): Promise<number> =>
      JUDGE.run(pool, {
        ids: judged.map(({ id }) => id),
        hashes: judged.map(({ hash }) => hash),
        sentiments: judged.map(({ sentiment }) => sentiment),
        labels: judged.map(({ label }) => label),
        version,
      }),

    /** Complaints nobody answered, the most urgent first. */
    async unanswered(
      scope: MentionScope,
      { since, now, limit, offset }: { since: Date; now: Date; limit: number; offset: number },
    ): Promise<Mention[]> {
      const rows = await UNANSWERED.all(pool, { ...scope, since, now, limit, offset });
      return rows.map(mentionFrom);
    },

    countUnanswered: async (scope: MentionScope, since: Date, now: Date): Promise<number> =>
      (await COUNT_UNANSWERED.one(pool, { ...scope, since, now })).count,

    countByLabel: (scope: MentionScope, since: Date, now: Date): Promise<MentionCounts> =>
      COUNTS.one(pool, { ...scope, since, now }),

    /** Whose customer a mention is of; null: there is no such mention. */
    async find(id: number): Promise<FoundMention | null> {
      const row = await FIND.first(pool, { id });
      if (row === null) return null;
      return {
        customer: row.customerId === null ? null : { id: row.customerId, ownerEmail: row.ownerEmail },
      };
    },

    /** Notes that somebody answered. @returns false where somebody had */
    answer: async (deed: Deed): Promise<boolean> => (await ANSWER.run(pool, deed)) === 1,

    /** A person says that it is no complaint: kept, and no rule judges it any more. @returns false where it is none */
    correct: async (deed: Deed): Promise<boolean> => (await CORRECT.run(pool, deed)) === 1,

    /** Who speaks for us, the widest reach first. */
    async advocates(
      scope: MentionScope,
      { since, now, limit }: { since: Date; now: Date; limit: number },
    ): Promise<Advocate[]> {
      const rows = await ADVOCATES.all(pool, { ...scope, since, now, limit });
      return rows.map(({ customerId, customerName, ...advocate }) => ({
        ...advocate,
        customer: customerFrom(customerId, customerName),
      }));
    },
  };
}

export type FoundMention = {
  readonly customer: { readonly id: number; readonly ownerEmail: string | null } | null;
};

/** A condition: a complaint `m`, not older than `:since`, that nobody answered. */
export const OPEN_COMPLAINT = `m.answered_at IS NULL AND m.settled_at IS NULL AND m.sentiment_label = 'negative'
    AND m.at >= :since::timestamptz AND m.at <= :now::timestamptz`;

/** How urgent a complaint `m` is; the same as `mentionUrgency`. */
export const urgencySql = `(-m.sentiment * log(${URGENCY_REACH_FLOOR}::float8 + COALESCE(m.reach, 0))
    * (1 + LEAST(EXTRACT(epoch FROM :now::timestamptz - m.at)::float8 / 86400, ${URGENCY_WAIT_DAYS})
      / ${URGENCY_DOUBLES_IN_DAYS}))`;

const MAY_SEE = `(:all::bool OR m.customer_id IS NULL OR ${ownedBySql("c", ":email::text")})`;
const SCOPE = { all: bool, email: nullable(text) };
const FROM = "FROM mentions m LEFT JOIN customers c ON c.id = m.customer_id";

/** No more of a text than is ever shown. */
export const MENTION_COLUMNS = `m.id, m.customer_id AS "customerId", c.name AS "customerName", m.network, m.author,
    left(m.text, 1000) AS text, m.url, m.at, m.reach, m.sentiment`;
export const MENTION_ROW = {
  id: int4,
  customerId: nullable(int4),
  customerName: nullable(text),
  network: text,
  author: nullable(text),
  text,
  url: nullable(text),
  at: timestamptz,
  reach: nullable(int4),
  sentiment: nullable(float8),
};

export function mentionFrom(row: ValuesOf<typeof MENTION_ROW>): Mention {
  const { customerId, customerName, sentiment, ...mention } = row;
  return { ...mention, sentiment: sentiment ?? 0, customer: customerFrom(customerId, customerName) };
}

const customerFrom = (id: number | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "" };

const UNJUDGED = statement({
  name: "outreach/mentions: unjudged",
  sql: `
  SELECT id, left(text, 10000) AS text, md5(text) AS hash FROM mentions
  WHERE id > :after AND (sentiment_version IS NULL OR sentiment_version < :version) AND sentiment_by IS NULL
  ORDER BY id LIMIT :limit`,
  parameters: { after: int4, version: int4, limit: int8 },
  row: { id: int4, text, hash: text },
});

const JUDGE = statement({
  name: "outreach/mentions: judge",
  sql: `
  UPDATE mentions m SET sentiment = given.sentiment, sentiment_label = given.label, sentiment_version = :version::int
  FROM unnest(:ids::int[], :hashes::text[], :sentiments::float8[], :labels::text[])
    AS given (id, hash, sentiment, label)
  WHERE m.id = given.id AND md5(m.text) = given.hash AND m.sentiment_by IS NULL`,
  parameters: {
    ids: arrayOf(int4),
    hashes: arrayOf(text),
    sentiments: arrayOf(nullable(float8)),
    labels: arrayOf(nullable(textOf<SentimentLabel>())),
    version: int4,
  },
});

const UNANSWERED = statement({
  name: "outreach/mentions: unanswered",
  sql: `
  SELECT ${MENTION_COLUMNS} ${FROM} WHERE ${OPEN_COMPLAINT} AND ${MAY_SEE}
  ORDER BY ${urgencySql} DESC, m.id LIMIT :limit OFFSET :offset`,
  parameters: { ...SCOPE, since: timestamptz, now: timestamptz, limit: int8, offset: int8 },
  row: MENTION_ROW,
});

const COUNT_UNANSWERED = statement({
  name: "outreach/mentions: count unanswered",
  sql: `SELECT count(*)::int AS count ${FROM} WHERE ${OPEN_COMPLAINT} AND ${MAY_SEE}`,
  parameters: { ...SCOPE, since: timestamptz, now: timestamptz },
  row: { count: int4 },
});

const countSql = (name: string, condition: string) =>
  `(count(*) FILTER (WHERE ${condition}))::int AS ${name}`;

const COUNTS = statement({
  name: "outreach/mentions: count by label",
  sql: `
  SELECT ${["negative", "neutral", "positive"].map((label) => countSql(label, `m.sentiment_label = '${label}'`))},
    ${countSql("unjudged", "m.sentiment_label IS NULL AND m.sentiment_version IS NOT NULL")},
    ${countSql("waiting", "m.sentiment_label IS NULL AND m.sentiment_version IS NULL")}
  ${FROM} WHERE m.at >= :since::timestamptz AND m.at <= :now::timestamptz AND ${MAY_SEE}`,
  parameters: { ...SCOPE, since: timestamptz, now: timestamptz },
  row: { negative: int4, neutral: int4, positive: int4, unjudged: int4, waiting: int4 },
});

const FIND = statement({
  name: "outreach/mentions: find",
  sql: `SELECT m.customer_id AS "customerId", c.owner_email AS "ownerEmail" ${FROM} WHERE m.id = :id`,
  parameters: { id: int4 },
  row: {
    customerId: nullable(int4),
    ownerEmail: nullable(text),
  },
});

const DEED = { id: int4, by: text, at: timestamptz };

const noted = (action: string, before: string) => `
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, '${action}', customer_id, jsonb_build_object('mentionId', id${before}) FROM done`;

const ANSWER = statement({
  name: "outreach/mentions: answer",
  sql: `
  WITH done AS (
    UPDATE mentions SET settled_at = :at, settled_by = :by
    WHERE id = :id AND answered_at IS NULL AND settled_at IS NULL
    RETURNING id, customer_id
  ) ${noted("mention.answered", "")}`,
  parameters: DEED,
});

const CORRECT = statement({
  name: "outreach/mentions: correct",
  sql: `
  WITH was AS (
    SELECT id, sentiment, sentiment_version FROM mentions WHERE id = :id AND sentiment_label = 'negative' FOR UPDATE
  ), done AS (
    UPDATE mentions m SET sentiment = 0, sentiment_label = 'neutral', sentiment_by = :by FROM was WHERE m.id = was.id
    RETURNING m.id, m.customer_id, was.sentiment AS told, was.sentiment_version AS version
  ) ${noted("mention.corrected", ", 'sentiment', told, 'version', version")}`,
  parameters: DEED,
});

/** By author and network where somebody signed, else by customer; of the text only the last one is read. */
const ADVOCATES = statement({
  name: "outreach/mentions: advocates",
  sql: `
  WITH said AS (
    SELECT m.id, m.customer_id, m.reach, m.at, m.sentiment_label = 'positive' AS is_praise,
      :all::bool OR m.customer_id IS NULL
        OR m.customer_id IN (SELECT c.id FROM customers c WHERE ${ownedBySql("c", ":email::text")}) AS may_see,
      CASE WHEN m.author IS NOT NULL THEN lower(m.network) || ' ' || lower(m.author)
        ELSE 'customer ' || m.customer_id END AS who
    FROM mentions m WHERE m.at >= :since::timestamptz AND m.at <= :now::timestamptz
      AND m.sentiment_label IN ('negative', 'positive')
  ), voices AS (
    SELECT who, count(*)::int AS positive, max(reach) AS reach, max(at) AS last_at,
      (array_agg(id ORDER BY at DESC, id DESC))[1] AS last_id,
      CASE WHEN min(customer_id) = max(customer_id) THEN min(customer_id) END AS customer_id
    FROM said WHERE who IS NOT NULL GROUP BY who
    HAVING count(*) >= ${ADVOCATE_LEAST} AND bool_and(is_praise) AND bool_and(may_see)
    ORDER BY max(reach) DESC NULLS LAST, count(*) DESC, max(at) DESC, who LIMIT :limit
  )
  SELECT m.author, CASE WHEN m.author IS NOT NULL THEN m.network END AS network,
    v.customer_id AS "customerId", c.name AS "customerName", v.positive, v.reach, v.last_at AS "lastAt",
    left(m.text, 1000) AS "lastText"
  FROM voices v JOIN mentions m ON m.id = v.last_id LEFT JOIN customers c ON c.id = v.customer_id
  ORDER BY v.reach DESC NULLS LAST, v.positive DESC, v.last_at DESC, v.who`,
  parameters: { ...SCOPE, since: timestamptz, now: timestamptz, limit: int8 },
  row: {
    author: nullable(text),
    network: nullable(text),
    customerId: nullable(int4),
    customerName: nullable(text),
    positive: int4,
    reach: nullable(int4),
    lastAt: timestamptz,
    lastText: text,
  },
});
