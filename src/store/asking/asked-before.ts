import type { AskedBefore } from "../../domain/asking/follow-up.ts";
import { INTENTS, type Intent } from "../../domain/asking/intent.ts";
import { int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type AskedBeforeStore = ReturnType<typeof askedBeforeStore>;

/** One person in one conversation: what others ask there is not theirs. */
export type Conversation = {
  /** A direct message by its channel, a thread by its channel and first message. */
  readonly conversation: string;
  /** Slack user id. */
  readonly memberId: string;
};

/** What was asked last, by conversation and person; nothing of what was written. */
export function askedBeforeStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Null: nothing since, or something that only a newer version can be asked. */
    async last(of: Conversation, since: Date): Promise<AskedBefore | null> {
      const row = await LAST.first(pool, { ...of, since });
      return row !== null && isIntent(row.intent) ? { ...row, intent: row.intent } : null;
    },

    /** Of two questions at once, the later one stays. */
    async note(of: Conversation, asked: AskedBefore): Promise<void> {
      await NOTE.run(pool, { ...of, ...asked });
    },

    /** @returns how many rows */
    forgetOld: (before: Date): Promise<number> => FORGET.run(pool, { before }),
  };
}

const isIntent = (word: string): word is Intent => INTENTS.some((intent) => intent === word);

const LAST = statement({
  name: "asking/asked-before: last",
  sql: `
  SELECT intent, customer_id AS "customerId", at FROM asked_before
  WHERE conversation = :conversation AND member_id = :memberId AND at >= :since`,
  parameters: { conversation: text, memberId: text, since: timestamptz },
  row: { intent: text, customerId: nullable(int4), at: timestamptz },
});

const NOTE = statement({
  name: "asking/asked-before: note",
  sql: `
  INSERT INTO asked_before (conversation, member_id, intent, customer_id, at)
  VALUES (:conversation, :memberId, :intent, :customerId, :at)
  ON CONFLICT (conversation, member_id) DO UPDATE
    SET intent = excluded.intent, customer_id = excluded.customer_id, at = excluded.at
    WHERE asked_before.at <= excluded.at`,
  parameters: {
    conversation: text,
    memberId: text,
    intent: text,
    customerId: nullable(int4),
    at: timestamptz,
  },
});

const FORGET = statement({
  name: "asking/asked-before: forget",
  sql: "DELETE FROM asked_before WHERE at < :before",
  parameters: { before: timestamptz },
});
