import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";

/** SQL of type date, and of a zone whose days they are; parameters with their casts. */
export type DaySql = { readonly day: string; readonly timeZone: string };

/**
 * A condition on a row of `customers` by its alias: a customer at the close of a day, by the same rule as
 * `isCustomerAtClose(customerSpans(…), day)`, for statements that pick a few of many. They are one on the day and the
 * next, or are one on the day and what begins on the next continues it.
 */
export function customerOnDaySql(alias: string, on: DaySql): string {
  const own = `customer_id = ${alias}.id`;
  const next = `(${on.day} + 1)`;
  const continues = `(EXISTS (SELECT FROM contracts WHERE ${own} AND started_on = ${next})
      OR EXISTS (SELECT FROM relationship_ends ended JOIN ${purchases(own, on)} ON bought_on <= ended_on
        WHERE ended.${own} AND resumed_on = ${next}))`;
  return `(${lastsUntil(next, own, on)} OR (${continues} AND ${lastsUntil(on.day, own, on)}))`;
}

/** A contract, or what somebody is a customer for since a purchase, began on or before the day and lasts until another. */
function lastsUntil(until: string, own: string, on: DaySql): string {
  const { day } = on;
  return `(EXISTS (SELECT FROM contracts WHERE ${own} AND started_on <= ${day} AND (ended_on IS NULL OR ended_on >= ${until}))
    OR EXISTS (
      SELECT FROM (
        SELECT max(ended_on) AS last_end FROM (
          SELECT ended_on FROM contracts WHERE ${own} AND started_on <= ${day} AND ended_on < ${until}
          UNION ALL SELECT ended_on FROM relationship_ends WHERE ${own} AND ended_on < ${until}
        ) ends
      ) ended CROSS JOIN ${purchases(own, on)}
      WHERE bought_on >= ${until} - ${ACTIVITY_WINDOW_DAYS} AND (last_end IS NULL OR booked > last_end OR EXISTS (
        SELECT FROM relationship_ends
        WHERE ${own} AND resumed_on <= ${day} AND resumed_on > last_end AND ended_on >= bought_on))))`;
}

/** The days of purchases that may still count on the day, from the index alone. */
function purchases(own: string, { day, timeZone }: DaySql): string {
  return `LATERAL (
        SELECT (at AT TIME ZONE ${timeZone})::date AS bought_on,
          COALESCE(booked_on, (at AT TIME ZONE ${timeZone})::date) AS booked FROM activities
        WHERE ${own} AND kind = 'order' AND amount_minor > 0
          AND at >= ((${day} - ${ACTIVITY_WINDOW_DAYS})::timestamp AT TIME ZONE ${timeZone})
          AND at < ((${day} + 1)::timestamp AT TIME ZONE ${timeZone}) AND (booked_on IS NULL OR booked_on <= ${day})
      ) purchase`;
}
