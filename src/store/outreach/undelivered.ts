import {
  HISTORY_UNREAD,
  type Undelivered,
  type UndeliveredList,
  type ZoneOf,
} from "../../domain/outreach/undelivered.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type UndeliveredStore = ReturnType<typeof undeliveredStore>;

/** Messages that did not arrive, and whose time zones decide whether any can. */
export function undeliveredStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * The messages that failed from `since` on, newest first, and how many there are. Before them those that are held
     * because nobody lets us look whether they are posted.
     */
    async since(since: Date, limit: number): Promise<UndeliveredList> {
      const rows = await FAILED.all(pool, { since, limit });
      const items = rows.map(
        ({ inAll: _, at, ...row }): Undelivered => ({ ...row, at: at?.toISOString() ?? null }),
      );
      return { items, inAll: rows[0]?.inAll ?? 0 };
    },

    /** Every time zone in which a member owns customers or a channel asked for something, with whose it is. */
    zones: (): Promise<ZoneOf[]> => ZONES.all(pool),

    async nameOf(recipient: string): Promise<string | null> {
      return (await NAME.first(pool, { recipient }))?.name ?? null;
    },
  };
}

const FAILED = statement({
  name: "outreach/undelivered: since",
  sql: `
  SELECT o.key, o.kind AS what, o.recipient, m.name AS "recipientName", o.settled_at AS at,
    COALESCE(o.last_error, '{"code":"undelivered.unknown","parameters":{}}'::jsonb) AS because,
    count(*) OVER ()::int AS "inAll"
  FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient
  WHERE (o.status = 'failed' AND o.settled_at >= :since)
    OR (o.status = 'posting' AND o.last_error ->> 'code' = '${HISTORY_UNREAD}')
  ORDER BY o.settled_at DESC NULLS FIRST, o.id DESC LIMIT :limit`,
  parameters: { since: timestamptz, limit: int8 },
  row: {
    key: text,
    what: text,
    recipient: text,
    recipientName: nullable(text),
    at: nullable(timestamptz),
    because: json<Phrase>(),
    inAll: int4,
  },
});

const ZONES = statement({
  name: "outreach/undelivered: zones",
  sql: `
  SELECT m.slack_user_id AS recipient, m.name AS "recipientName", m.time_zone AS "timeZone" FROM members m
  WHERE m.account = 'member' AND EXISTS (SELECT FROM customers c WHERE ${ownedBySql("c", "m.email")})
  UNION ALL
  SELECT channel_id, NULL, time_zone FROM channel_settings WHERE digest OR cost_summary OR nudges
  ORDER BY recipient`,
  row: { recipient: text, recipientName: nullable(text), timeZone: text },
});

const NAME = statement({
  name: "outreach/undelivered: name of a recipient",
  sql: "SELECT name FROM members WHERE slack_user_id = :recipient",
  parameters: { recipient: text },
  row: { name: text },
});
