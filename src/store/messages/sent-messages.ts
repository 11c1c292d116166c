import type { Message } from "../../domain/messages/messages.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { int4, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import type { DeliveryStatus } from "./outbox.ts";

export type SentMessageStore = ReturnType<typeof sentMessageStore>;

/** A message with all that is kept of its way. */
export type SentMessage = {
  readonly key: string;
  readonly message: Message;
  /** Slack id of a user or channel. */
  readonly recipient: string;
  /** A member's; null for a channel, and for whoever is no member any more. */
  readonly recipientName: string | null;
  readonly status: DeliveryStatus;
  readonly decidedAt: Date;
  /** When it was posted or given up; null: neither yet. */
  readonly settledAt: Date | null;
  readonly channelId: string | null;
  readonly ts: string | null;
  /** Why it did not arrive. */
  readonly because: Phrase | null;
  /** The key of the message in whose thread it stands. */
  readonly threadOf: string | null;
  /** Of the newest scores when it was decided; null: there were none. */
  readonly modelVersionId: number | null;
};

/** Messages after the fact: for whoever asks what was said, and why. */
export function sentMessageStore({ pool }: Pick<Database, "pool">) {
  return {
    find: (key: string): Promise<SentMessage | null> => FIND.first(pool, { key }),

    /** Those decided from `from` on and before `to` that name a customer, or one joined into them; oldest first. */
    about: (customerId: number, from: Date, to: Date): Promise<SentMessage[]> =>
      ABOUT.all(pool, { customerId, from, to }),

    /**
     * Empties what is kept to rebuild the messages that name a customer: inputs, and what was posted. Its digest stays,
     * so that a copy somebody has can still be held against it. @returns how many messages name them
     */
    async clear(customerId: number): Promise<number> {
      return (await CLEAR.one(pool, { customerId })).messages;
    },
  };
}

const FIELDS = `o.key, o.message, o.recipient, m.name AS "recipientName", o.status, o.created_at AS "decidedAt",
    o.settled_at AS "settledAt", o.channel_id AS "channelId", o.ts, o.last_error AS because, o.thread_of AS "threadOf",
    (SELECT model_version_id FROM scores WHERE as_of <= o.created_at ORDER BY as_of DESC LIMIT 1) AS "modelVersionId"`;

const ROW = {
  key: text,
  message: json<Message>(),
  recipient: text,
  recipientName: nullable(text),
  status: textOf<DeliveryStatus>(),
  decidedAt: timestamptz,
  settledAt: nullable(timestamptz),
  channelId: nullable(text),
  ts: nullable(text),
  because: nullable(json<Phrase>()),
  threadOf: nullable(text),
  modelVersionId: nullable(int4),
};

/** Whether a message names a customer or one joined into them: kinds name them by `customerId`, or as `customer`. */
const NAMES_CUSTOMER = (message: string) => `EXISTS (
    SELECT FROM customers c WHERE (c.id = :customerId::int OR c.joined_into = :customerId::int)
      AND jsonb_path_exists(${message}, '$.** ? (@.customerId == $id || @.customer.id == $id)',
        jsonb_build_object('id', c.id)))`;

const FIND = statement({
  name: "messages/sent-messages: find",
  sql: `SELECT ${FIELDS} FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient WHERE o.key = :key`,
  parameters: { key: text },
  row: ROW,
});

const ABOUT = statement({
  name: "messages/sent-messages: about a customer",
  sql: `
  SELECT ${FIELDS} FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient
  WHERE o.created_at >= :from AND o.created_at < :to AND ${NAMES_CUSTOMER("o.message")}
  ORDER BY o.created_at, o.id`,
  parameters: { customerId: int4, from: timestamptz, to: timestamptz },
  row: ROW,
});

const CLEAR = statement({
  name: "messages/sent-messages: clear",
  sql: `
  WITH told AS (SELECT o.key FROM outbox o WHERE ${NAMES_CUSTOMER("o.message")}),
  inputs AS (DELETE FROM message_inputs WHERE message_key IN (SELECT key FROM told)),
  drawings AS (UPDATE message_drawings SET body = NULL, answers = '[]' WHERE message_key IN (SELECT key FROM told))
  SELECT count(*)::int AS messages FROM told`,
  parameters: { customerId: int4 },
  row: { messages: int4 },
});
