/**
 * SQL for the day on which a fact counts: its own where the team is or, where that was closed when we were told, the
 * first day that was open then.
 * @param alias of a row of activities, tickets, feedback or touches
 * @param at its column of when it happened
 * @param timeZone SQL for a zone: a parameter with its cast, e.g. `:timeZone::text`
 */
export function bookedDay(alias: string, at: "at" | "opened_at", timeZone: string): string {
  return `COALESCE(${alias}.booked_on, (${alias}.${at} AT TIME ZONE ${timeZone})::date)`;
}

/** SQL for days, both included, and for the moments at which the first begins and the last ends. */
export type BookedPeriod = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** SQL for whether a fact counts in a period; its first half is found by an index on the moment, the second by its own. */
export function bookedWithin(
  alias: string,
  at: "at" | "opened_at",
  { fromDay, toDay, startsAt, endsAt }: BookedPeriod,
): string {
  return `(${alias}.booked_on IS NULL AND ${alias}.${at} >= ${startsAt} AND ${alias}.${at} < ${endsAt}
      OR ${alias}.booked_on BETWEEN ${fromDay} AND ${toDay})`;
}

/**
 * A subquery of the tickets with what they said when the last day of a period was closed, or say now where it is open:
 * id, customer_id, opened_at, booked_on, first_reply_at and solved_at.
 * @param toDay SQL for the period's last day
 */
export function ticketsAsOf(toDay: string): string {
  return `
    SELECT t.id, t.customer_id, t.opened_at, t.booked_on,
      CASE WHEN closed.ticket_id IS NULL THEN t.first_reply_at ELSE closed.first_reply_at END AS first_reply_at,
      CASE WHEN closed.ticket_id IS NULL THEN t.solved_at ELSE closed.solved_at END AS solved_at
    FROM tickets t LEFT JOIN LATERAL (
      SELECT k.ticket_id, k.first_reply_at, k.solved_at FROM closed_ticket_facts k
      WHERE k.ticket_id = t.id AND k.through_day >= ${toDay} ORDER BY k.through_day LIMIT 1
    ) closed ON true`;
}
