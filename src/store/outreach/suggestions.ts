import type pg from "pg";
import type { NewSuggestion, Suggestion, SuggestionStatus } from "../../domain/outreach/suggestion.ts";
import type { Database } from "../database/database.ts";

export type SuggestionStore = ReturnType<typeof suggestionStore>;

/** What the bot advised, and what became of it. */
export function suggestionStore({ pool }: Database) {
  return {
    /** Keeps what is not kept yet, by key. */
    record: (suggestions: readonly NewSuggestion[]): Promise<void> => recordSuggestions(pool, suggestions),

    async find(key: string): Promise<Suggestion | null> {
      const { rows } = await pool.query<SuggestionRow>(`SELECT ${FIELDS} FROM suggestions WHERE key = $1`, [
        key,
      ]);
      return rows[0] ? suggestionFrom(rows[0]) : null;
    },

    /**
     * Settles an open suggestion and notes who did it, in one statement; the first click wins.
     * @returns false where it was settled before or is unknown
     */
    async settle(key: string, status: SuggestionStatus, by: string, at: Date): Promise<boolean> {
      const { rowCount } = await pool.query(SETTLE, [key, status, by, at]);
      return rowCount === 1;
    },
  };
}

/** Keeps what is not kept yet, by key, within the caller's transaction. */
export async function recordSuggestions(
  client: Pick<pg.ClientBase, "query">,
  suggestions: readonly NewSuggestion[],
): Promise<void> {
  if (suggestions.length > 0) await client.query(RECORD, columnsOf(suggestions));
}

const FIELDS = `id, key, customer_id, member_id, playbook, action, reason, probability, status, created_at,
  settled_by, settled_at`;

const RECORD = `
  INSERT INTO suggestions (key, customer_id, member_id, playbook, action, reason, probability, created_at)
  SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::real[],
    $8::timestamptz[])
  ON CONFLICT (key) DO NOTHING`;

const SETTLE = `
  WITH settled AS (
    UPDATE suggestions SET status = $2, settled_by = $3, settled_at = $4
    WHERE key = $1 AND status = 'open' RETURNING customer_id, key, status
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT $4, $3, 'suggestion.settled', customer_id, jsonb_build_object('key', key, 'status', status) FROM settled`;

function columnsOf(list: readonly NewSuggestion[]): unknown[][] {
  return [
    list.map((s) => s.key),
    list.map((s) => s.customerId),
    list.map((s) => s.memberId),
    list.map((s) => s.playbook),
    list.map((s) => s.action),
    list.map((s) => s.reason),
    list.map((s) => s.probability),
    list.map((s) => s.createdAt),
  ];
}

type SuggestionRow = {
  id: number;
  key: string;
  customer_id: number;
  member_id: string | null;
  playbook: string;
  action: string;
  reason: string;
  probability: number | null;
  status: SuggestionStatus;
  created_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
};

function suggestionFrom(row: SuggestionRow): Suggestion {
  return {
    id: row.id,
    key: row.key,
    customerId: row.customer_id,
    memberId: row.member_id,
    playbook: row.playbook,
    action: row.action,
    reason: row.reason,
    probability: row.probability,
    status: row.status,
    createdAt: row.created_at,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
  };
}
