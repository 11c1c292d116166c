import { escalationKey } from "../../domain/messages/handover-messages.ts";
import type { Message } from "../../domain/messages/messages.ts";
import type { Money } from "../../domain/money.ts";
import type { RecentNudge } from "../../domain/outreach/escalation.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { arrayOf, bool, int4, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  closeReplacedNudges,
  escalateWithin,
  type HandedOver,
  handOverWithin,
  recordSuggestions,
} from "../outreach/suggestions.ts";
import { enqueueWithin, type NewOutboxMessage } from "./outbox.ts";

export type HandoverStore = ReturnType<typeof handoverStore>;

/** A nudge that may have to go to managers, and what they are told of it. */
export type EscalationCandidate = RecentNudge & {
  readonly customerId: number;
  readonly name: string;
  readonly action: Phrase;
  readonly reason: Phrase;
  /** The key of the message that shows it. */
  readonly nudgeKey: string;
};

/** Nudges that go to somebody else, each together with the messages about it, all or nothing. */
export function handoverStore(database: Database) {
  const { pool } = database;
  return {
    /** The nudges that arrived since a moment, answered or not; without those that were handed over, which are somebody's by choice. */
    recent: (since: Date): Promise<EscalationCandidate[]> => RECENT.all(pool, { since }),

    /** Notes that managers are told of an open nudge, with what they are told. @returns false where they were told before, or it was answered */
    escalate: (key: string, messages: readonly NewOutboxMessage[], at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await escalateWithin(client, key, at))) return false;
        for (const message of messages) await enqueueWithin(client, message);
        return true;
      }),

    /** What managers were told of a nudge, as one of these recipients got it; null where none did. */
    async escalation(suggestionKey: string, recipients: readonly string[]): Promise<Message | null> {
      const keys = recipients.map((recipient) => escalationKey(suggestionKey, recipient));
      return (await ESCALATION.first(pool, { keys }))?.message ?? null;
    },

    /**
     * Settles an open nudge as handed over, and makes it somebody else's.
     * @param note for whoever had it; null: they did it themselves
     * @returns false where it was settled before, or is too old
     */
    handOver: (
      handed: HandedOver,
      nudge: NewOutboxMessage,
      suggestion: NewSuggestion,
      note: NewOutboxMessage | null,
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await handOverWithin(client, handed))) return false;
        await enqueueWithin(client, nudge);
        await recordSuggestions(client, [suggestion], nudge.key);
        await closeReplacedNudges(client, [suggestion], handed.at);
        if (note !== null) await enqueueWithin(client, note);
        return true;
      }),
  };
}

const RECENT = statement({
  name: "messages/handovers: recent nudges",
  sql: `
  SELECT s.key, s.customer_id AS "customerId", c.name, s.member_id AS "memberId", COALESCE(m.time_zone, 'UTC') AS "timeZone",
    s.created_at AS "createdAt", s.status = 'open' AND s.escalated_at IS NULL AS "isWaiting", s.action, s.reason,
    o.key AS "nudgeKey", item.one->'stake' AS stake
  FROM suggestions s JOIN outbox o ON o.key = s.message_key AND o.kind = 'nudge' AND o.status = 'posted'
  JOIN customers c ON c.id = s.customer_id
  CROSS JOIN LATERAL (
    SELECT one FROM jsonb_array_elements(
      CASE jsonb_typeof(o.message->'items') WHEN 'array' THEN o.message->'items' END) one
    WHERE one->>'suggestionKey' = s.key LIMIT 1
  ) item
  LEFT JOIN members m ON m.slack_user_id = s.member_id
  WHERE s.kind = 'nudge' AND s.created_at > :since AND s.member_id IS NOT NULL AND item.one->'handedOverBy' IS NULL
  ORDER BY s.created_at, s.key`,
  parameters: { since: timestamptz },
  row: {
    key: text,
    customerId: int4,
    name: text,
    memberId: text,
    timeZone: text,
    createdAt: timestamptz,
    isWaiting: bool,
    action: json<Phrase>(),
    reason: json<Phrase>(),
    nudgeKey: text,
    stake: nullable(json<Money>()),
  },
});

const ESCALATION = statement({
  name: "messages/handovers: escalation",
  sql: `
  SELECT message FROM outbox
  WHERE key = ANY (:keys::text[]) AND kind = 'escalation' LIMIT 1`,
  parameters: { keys: arrayOf(text) },
  row: { message: json<Message>() },
});
