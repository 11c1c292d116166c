import type {
  NewSuggestion,
  Suggestion,
  SuggestionKind,
  SuggestionStatus,
} from "../../domain/outreach/suggestion.ts";
import type { Phrase } from "../../domain/phrase.ts";
import {
  arrayOf,
  float4,
  int4,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type SuggestionStore = ReturnType<typeof suggestionStore>;

/** What the bot advised, and what became of it. */
export function suggestionStore({ pool, prisma }: Database) {
  return {
    /** Keeps what is not kept yet, by key. */
    record: (suggestions: readonly NewSuggestion[]): Promise<void> => recordSuggestions(pool, suggestions),

    async find(key: string): Promise<Suggestion | null> {
      const row = await prisma.suggestion.findUnique({ where: { key } });
      return (
        row && {
          ...row,
          kind: row.kind as SuggestionKind,
          status: row.status as SuggestionStatus,
          // Written by `record` and by the migration, both as phrases.
          action: row.action as Phrase,
          reason: row.reason as Phrase,
        }
      );
    },

    /**
     * Settles an open suggestion and notes who did it, in one statement; the first click wins.
     * @returns false where it was settled before or is unknown
     */
    async settle(key: string, status: SuggestionStatus, by: string, at: Date): Promise<boolean> {
      return (await SETTLE.run(pool, { key, status, by, at })) === 1;
    },
  };
}

/** Keeps what is not kept yet, by key, within the caller's transaction. */
export async function recordSuggestions(
  client: Queryable,
  suggestions: readonly NewSuggestion[],
): Promise<void> {
  if (suggestions.length > 0) await RECORD.run(client, columnsOf(suggestions));
}

const RECORD = statement({
  name: "outreach/suggestions: record",
  sql: `
  INSERT INTO suggestions (key, kind, customer_id, member_id, playbook, action, reason, probability, created_at)
  SELECT key, kind, customer_id, member_id, playbook, action::jsonb, reason::jsonb, probability, created_at
  FROM unnest(:keys::text[], :kinds::text[], :customerIds::int[], :memberIds::text[], :playbooks::text[],
    :actions::text[], :reasons::text[], :probabilities::real[], :createdAts::timestamptz[])
    AS s (key, kind, customer_id, member_id, playbook, action, reason, probability, created_at)
  ON CONFLICT (key) DO NOTHING`,
  parameters: {
    keys: arrayOf(text),
    kinds: arrayOf(text),
    customerIds: arrayOf(int4),
    memberIds: arrayOf(nullable(text)),
    playbooks: arrayOf(text),
    actions: arrayOf(text),
    reasons: arrayOf(text),
    probabilities: arrayOf(nullable(float4)),
    createdAts: arrayOf(timestamptz),
  },
});

const SETTLE = statement({
  name: "outreach/suggestions: settle",
  sql: `
  WITH settled AS (
    UPDATE suggestions SET status = :status, settled_by = :by, settled_at = :at
    WHERE key = :key AND status = 'open' RETURNING customer_id, key, status
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'suggestion.settled', customer_id, jsonb_build_object('key', key, 'status', status) FROM settled`,
  parameters: { key: text, status: text, by: text, at: timestamptz },
});

function columnsOf(list: readonly NewSuggestion[]): ValuesOf<typeof RECORD.parameters> {
  return {
    keys: list.map((s) => s.key),
    kinds: list.map((s) => s.kind),
    customerIds: list.map((s) => s.customerId),
    memberIds: list.map((s) => s.memberId),
    playbooks: list.map((s) => s.playbook),
    actions: list.map((s) => JSON.stringify(s.action)),
    reasons: list.map((s) => JSON.stringify(s.reason)),
    probabilities: list.map((s) => s.probability),
    createdAts: list.map((s) => s.createdAt),
  };
}
