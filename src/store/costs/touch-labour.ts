import { bookedDay } from "../figures/booked-day.ts";

/** SQL for a day or a zone: a parameter with its cast, e.g. `$1::date`. */
export type TouchLabourRange = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly timeZone: string;
};

/**
 * A subquery of the touches that count as direct labour on some days (both included), a row each: touch_id,
 * customer_id, member_id, channel, day (the booked one, in the given zone), minutes, amount_minor and currency, both
 * null where the member has no hourly cost on that day. Priced as `priceTouches` does: `round` takes halves of numbers
 * away from zero.
 */
export function touchLabourSql({ fromDay, toDay, timeZone }: TouchLabourRange): string {
  return `
    SELECT dated.touch_id, dated.customer_id, dated.member_id, dated.channel, dated.day, dated.minutes,
      round(dated.minutes::numeric * hourly.amount_minor / 60)::bigint AS amount_minor, hourly.currency
    FROM (
      SELECT t.id AS touch_id, t.customer_id, t.member_id, t.channel, t.minutes_spent AS minutes,
        ${bookedDay("t", "at", timeZone)} AS day
      FROM touches t
      WHERE t.minutes_spent > 0 AND t.at < (${toDay} + 1)::timestamp AT TIME ZONE ${timeZone}
    ) dated
    LEFT JOIN LATERAL (
      SELECT h.amount_minor, h.currency FROM hourly_costs h
      WHERE h.member_id = dated.member_id AND h.from_day <= dated.day ORDER BY h.from_day DESC LIMIT 1
    ) hourly ON true
    WHERE dated.day BETWEEN ${fromDay} AND ${toDay}`;
}
