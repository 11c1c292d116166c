import { text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type AnswerStreamStore = ReturnType<typeof answerStreamStore>;

/** A message that is being streamed. */
export type OpenStream = { readonly channelId: string; readonly ts: string };

/** Answers that are being streamed, by the request they answer. */
export function answerStreamStore({ pool }: Pick<Database, "pool">) {
  return {
    note: (requestId: string, stream: OpenStream, at: Date): Promise<void> =>
      NOTE.run(pool, { requestId, ...stream, at }).then(() => {}),

    find: (requestId: string): Promise<OpenStream | null> => FIND.first(pool, { requestId }),

    /** It has ended; so has what was begun before a moment, whatever became of it. */
    forget: (requestId: string, before: Date): Promise<void> =>
      FORGET.run(pool, { requestId, before }).then(() => {}),
  };
}

const NOTE = statement({
  name: "asking/answer-streams: note",
  sql: `INSERT INTO answer_streams (request_id, channel_id, ts, began_at) VALUES (:requestId, :channelId, :ts, :at)
    ON CONFLICT (request_id) DO UPDATE SET channel_id = excluded.channel_id, ts = excluded.ts, began_at = excluded.began_at`,
  parameters: { requestId: text, channelId: text, ts: text, at: timestamptz },
});

const FIND = statement({
  name: "asking/answer-streams: find",
  sql: `SELECT channel_id AS "channelId", ts FROM answer_streams WHERE request_id = :requestId`,
  parameters: { requestId: text },
  row: { channelId: text, ts: text },
});

const FORGET = statement({
  name: "asking/answer-streams: forget",
  sql: "DELETE FROM answer_streams WHERE request_id = :requestId OR began_at < :before",
  parameters: { requestId: text, before: timestamptz },
});
