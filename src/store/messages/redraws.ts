import type { Message } from "../../domain/messages/messages.ts";
import { exactInt8, int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type RedrawStore = ReturnType<typeof redrawStore>;

/** A posted message that no longer shows what is so. `attempt` proves the claim, as in the outbox. */
export type ClaimedRedraw = {
  readonly id: string;
  readonly key: string;
  readonly recipient: string;
  readonly message: Message;
  /** What of the message's changes is in it when it is drawn now. */
  readonly revision: number;
  readonly attempt: number;
  readonly channelId: string;
  readonly ts: string;
  /** The recipient's, as Slack names it; null where nobody said. */
  readonly locale: string | null;
};

/** Posted messages that are to be drawn again, each by one worker at a time. */
export function redrawStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Workers that claim at the same time get different messages. */
    async claimDue(now: Date, claimedUntil: Date, limit: number): Promise<ClaimedRedraw[]> {
      const rows = await CLAIM.all(pool, { now, claimedUntil, limit });
      return rows.flatMap(({ channelId, ts, ...row }) =>
        channelId === null || ts === null ? [] : [{ ...row, channelId, ts }],
      );
    },

    /** Done, unless it changed again since it was claimed: then it stays due. */
    async settle({ id, attempt, revision }: ClaimedRedraw): Promise<boolean> {
      return (await SETTLE.run(pool, { id, attempt, revision })) === 1;
    },

    /** @returns false where the claim was lost */
    async postpone({ id, attempt }: ClaimedRedraw, until: Date): Promise<boolean> {
      return (await POSTPONE.run(pool, { id, attempt, until })) === 1;
    },
  };
}

const CLAIM = statement({
  name: "messages/redraws: claim due",
  sql: `
  WITH due AS (
    SELECT id FROM outbox WHERE redraw_at <= :now AND status = 'posted' AND channel_id IS NOT NULL AND ts IS NOT NULL
      AND (claimed_until IS NULL OR claimed_until <= :now)
    ORDER BY redraw_at, id LIMIT :limit
    FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET redraw_attempts = redraw_attempts + 1, claimed_until = :claimedUntil
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, key, recipient, message, revision, redraw_attempts AS attempt, channel_id AS "channelId", ts,
    (SELECT locale FROM members WHERE slack_user_id = recipient) AS locale`,
  parameters: { now: timestamptz, claimedUntil: timestamptz, limit: int8 },
  row: {
    id: exactInt8,
    key: text,
    recipient: text,
    message: json<Message>(),
    revision: int4,
    attempt: int4,
    channelId: nullable(text),
    ts: nullable(text),
    locale: nullable(text),
  },
});

const SETTLE = statement({
  name: "messages/redraws: settle",
  sql: `
  UPDATE outbox SET redraw_at = CASE WHEN revision = :revision THEN NULL ELSE redraw_at END, redraw_attempts = 0,
    claimed_until = NULL
  WHERE id = :id AND redraw_attempts = :attempt`,
  parameters: { id: exactInt8, attempt: int4, revision: int4 },
});

const POSTPONE = statement({
  name: "messages/redraws: postpone",
  sql: "UPDATE outbox SET redraw_at = :until, claimed_until = NULL WHERE id = :id AND redraw_attempts = :attempt",
  parameters: { id: exactInt8, attempt: int4, until: timestamptz },
});
