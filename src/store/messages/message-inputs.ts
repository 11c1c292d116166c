import { daysAfter } from "../../domain/clock.ts";
import { asGiven, keptValue } from "../../domain/messages/kept-values.ts";
import type { MessageInputs } from "../../domain/messages/message-inputs.ts";
import { bytea, int4, int8, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { KEPT_DAYS } from "../outreach/playbook-cases.ts";
import { packed, unpacked } from "./packed.ts";

export type MessageInputStore = ReturnType<typeof messageInputStore>;

/**
 * As long as the cases of playbooks: what a report tells of a nudge can then be asked after by its message. Days.
 */
export const REPLAY_KEPT_DAYS = KEPT_DAYS;

/** What messages were decided from. */
export function messageInputStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Null: the message has none but itself, or they are forgotten. */
    async find(key: string): Promise<MessageInputs | null> {
      const row = await FIND.first(pool, { key });
      // Written by `keepInputsWithin` alone, of that type.
      return row && (asGiven(JSON.parse(unpacked(row.inputs))) as MessageInputs);
    },

    /** Forgets those kept more than `REPLAY_KEPT_DAYS` ago. @returns how many */
    async forgetOld(now: Date, atOnce: number = ROWS_AT_ONCE): Promise<number> {
      const before = daysAfter(now, -REPLAY_KEPT_DAYS);
      let forgotten = 0;
      for (let last = atOnce; last === atOnce; forgotten += last)
        last = await FORGET.run(pool, { before, atOnce });
      return forgotten;
    },

    /** How many are kept, in how many bytes. */
    async size(): Promise<{ readonly rows: number; readonly bytes: number }> {
      return SIZE.one(pool);
    },
  };
}

/** Keeps inputs within the transaction that keeps their message. */
export async function keepInputsWithin(
  client: Queryable,
  key: string,
  inputs: MessageInputs,
  at: Date,
): Promise<void> {
  await KEEP.run(client, { key, inputs: packed(JSON.stringify(keptValue(inputs))), at });
}

/** Small enough for one statement to be over before anybody notices. */
const ROWS_AT_ONCE = 1_000;

const KEEP = statement({
  name: "messages/message-inputs: keep",
  sql: "INSERT INTO message_inputs (message_key, inputs, kept_at) VALUES (:key, :inputs, :at) ON CONFLICT DO NOTHING",
  parameters: { key: text, inputs: bytea, at: timestamptz },
});

const FIND = statement({
  name: "messages/message-inputs: find",
  sql: "SELECT inputs FROM message_inputs WHERE message_key = :key",
  parameters: { key: text },
  row: { inputs: bytea },
});

const FORGET = statement({
  name: "messages/message-inputs: forget old",
  sql: `
  DELETE FROM message_inputs WHERE message_key IN (
    SELECT message_key FROM message_inputs WHERE kept_at < :before ORDER BY kept_at LIMIT :atOnce FOR UPDATE SKIP LOCKED)`,
  parameters: { before: timestamptz, atOnce: int8 },
});

const SIZE = statement({
  name: "messages/message-inputs: size",
  sql: "SELECT count(*)::int AS rows, COALESCE(sum(octet_length(inputs)), 0)::int8 AS bytes FROM message_inputs",
  row: { rows: int4, bytes: int8 },
});
