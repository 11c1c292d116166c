import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type PostMortemStore = ReturnType<typeof postMortemStore>;

export type ToldLeaving = {
  readonly customerId: number;
  readonly leftOn: Day;
  /** Of the messages in whose threads it is talked about. */
  readonly messageKeys: readonly string[];
};

export type NewPostMortemNote = {
  readonly customerId: number;
  readonly leftOn: Day;
  /** What makes a second click the same note. */
  readonly externalId: string;
  /** Slack user id. */
  readonly memberId: string;
  readonly note: string;
  readonly at: Date;
};

/** Customers who left while rated safe: that it was told, and what people knew of it. */
export function postMortemStore(database: Database) {
  const { pool } = database;
  return {
    /** Of these customers, which leavings from `since` on were told. */
    told: (customerIds: readonly number[], since: Day): Promise<ToldLeaving[]> =>
      TOLD.all(pool, { customerIds, since }),

    /** The last leaving of a customer that was told; null: none was. */
    last: (customerId: number): Promise<(ToldLeaving & { readonly name: string }) | null> =>
      LAST.first(pool, { customerId }),

    /** Keeps that some were told together with the messages, all or nothing. @returns how many messages were new */
    tell: (told: readonly ToldLeaving[], messages: readonly NewOutboxMessage[], at: Date): Promise<number> =>
      inTransaction(database, async (client) => {
        let kept = 0;
        for (const one of told) await TELL.run(client, { ...one, at });
        for (const message of messages) if (await enqueueWithin(client, message)) kept += 1;
        return kept;
      }),

    /** Keeps a note with the replies that show it. @returns false where it was kept before: nothing changes then */
    note: (note: NewPostMortemNote, replies: readonly NewOutboxMessage[]): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if ((await NOTE.run(client, note)) !== 1) return false;
        for (const reply of replies) await enqueueWithin(client, reply);
        return true;
      }),

    /** Where a message goes, by its key. */
    recipients: (keys: readonly string[]): Promise<Array<{ key: string; recipient: string }>> =>
      RECIPIENTS.all(pool, { keys }),
  };
}

const LEAVING = { customerId: int4, leftOn: text, messageKeys: arrayOf(text) };

const TOLD = statement({
  name: "messages/post-mortems: told",
  sql: `
  SELECT customer_id AS "customerId", left_on::text AS "leftOn", COALESCE(message_keys, '{}') AS "messageKeys"
  FROM post_mortems WHERE customer_id = ANY (:customerIds::int[]) AND left_on >= :since::date
  ORDER BY customer_id, left_on`,
  parameters: { customerIds: arrayOf(int4), since: date },
  row: LEAVING,
});

const LAST = statement({
  name: "messages/post-mortems: last",
  sql: `
  SELECT p.customer_id AS "customerId", p.left_on::text AS "leftOn", COALESCE(p.message_keys, '{}') AS "messageKeys", c.name
  FROM post_mortems p JOIN customers c ON c.id = p.customer_id
  WHERE p.customer_id = :customerId ORDER BY p.left_on DESC LIMIT 1`,
  parameters: { customerId: int4 },
  row: { ...LEAVING, name: text },
});

const TELL = statement({
  name: "messages/post-mortems: tell",
  sql: `
  INSERT INTO post_mortems (customer_id, left_on, told_at, message_keys)
  VALUES (:customerId, :leftOn::date, :at, :messageKeys) ON CONFLICT DO NOTHING`,
  parameters: { customerId: int4, leftOn: date, messageKeys: arrayOf(text), at: timestamptz },
});

const NOTE = statement({
  name: "messages/post-mortems: note",
  sql: `
  INSERT INTO post_mortem_notes (customer_id, left_on, external_id, member_id, note, at)
  VALUES (:customerId, :leftOn::date, :externalId, :memberId, :note, :at) ON CONFLICT (external_id) DO NOTHING`,
  parameters: {
    ...{ customerId: int4, leftOn: date, externalId: text, memberId: text, note: text },
    at: timestamptz,
  },
});

const RECIPIENTS = statement({
  name: "messages/post-mortems: recipients",
  sql: "SELECT key, recipient FROM outbox WHERE key = ANY (:keys::text[]) ORDER BY key",
  parameters: { keys: arrayOf(text) },
  row: { key: text, recipient: text },
});
