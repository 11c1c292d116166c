/** Longer than the answer to a click may still be on its way: what is drawn last shows everything. */
const REDRAW_AFTER = "10 seconds";

/**
 * Part of a WITH: every message that shows one of the suggestions of `settled`, which gives their `message_key`, is to be
 * drawn again, and what managers were told of it. In the statement that changed them, so that neither is kept without the other.
 * @param at the SQL of the moment of the change
 */
export const redrawSql = (settled: string, at: string): string => `
  redrawn AS (
    UPDATE outbox SET revision = revision + 1, redraw_at = ${at}::timestamptz + interval '${REDRAW_AFTER}'
    WHERE id IN (
      SELECT id FROM outbox WHERE key IN (SELECT message_key FROM ${settled})
      UNION ALL
      SELECT id FROM outbox WHERE kind = 'escalation' AND message->>'nudgeKey' IN (SELECT message_key FROM ${settled})
    )
  )`;
