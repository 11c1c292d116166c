import type { Day } from "../../domain/calendar.ts";
import type { EventAudience, ListedEvent, NewEvent } from "../../domain/outreach/events.ts";
import { date, int4, nullable, text, textOf, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { IS_PURCHASE } from "../products/product-purchase.ts";

export type EventStore = ReturnType<typeof eventStore>;

/** What the team plans and whom it invites. */
export function eventStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Those from a day on, the next first, at most 100. */
    async upcoming(from: Day, now: Date): Promise<ListedEvent[]> {
      return (await UPCOMING.all(pool, { from, now })).map(eventFrom);
    },

    /** Keeps one and notes it; the same name on the same day is one. @returns null: it is there already */
    async add(event: NewEvent, by: string | null, at: Date): Promise<ListedEvent | null> {
      const { audience, ...rest } = event;
      const audienceOf = audience.for === "all" ? null : audience.which;
      const added = await ADD.first(pool, { ...rest, audience: audience.for, audienceOf, by, at });
      return added === null ? null : eventFrom(await ONE.one(pool, { id: added.id, now: at }));
    },

    /** Takes one out and notes it. @returns its name; null: it was not there */
    async remove(id: number, by: string | null, at: Date): Promise<string | null> {
      return (await REMOVE.first(pool, { id, by, at }))?.name ?? null;
    },
  };
}

/** Whether the event `e` is for the customer `c`: as the files name segment, country and category, in any case. */
export const IS_INVITED = `CASE e.audience
        WHEN 'all' THEN true
        WHEN 'segment' THEN lower(c.segment) = lower(e.audience_of)
        WHEN 'country' THEN lower(c.country) = lower(e.audience_of)
        ELSE EXISTS (SELECT FROM activities WHERE customer_id = c.id AND at < :now AND ${IS_PURCHASE} AND category IN (
          SELECT p.external_id FROM products p WHERE lower(p.category) = lower(e.audience_of)
          UNION ALL SELECT p.name FROM products p WHERE lower(p.category) = lower(e.audience_of)))
      END`;

const MOST_LISTED = 100;

const LISTED = `
  SELECT e.id, e.name, to_char(e.day, 'YYYY-MM-DD') AS day, e.place, e.audience, e.audience_of AS "audienceOf",
    e.set_by AS "setBy", e.set_at AS "setAt", (SELECT count(*)::int FROM customers c
      WHERE c.joined_into IS NULL AND (c.ended_on IS NULL OR c.ended_on > (:now::timestamptz AT TIME ZONE 'UTC')::date)
        AND ${IS_INVITED}) AS customers
  FROM events e`;
const LISTED_ROW = {
  id: int4,
  name: text,
  day: text,
  place: nullable(text),
  audience: textOf<EventAudience["for"]>(),
  audienceOf: nullable(text),
  setBy: nullable(text),
  setAt: timestamptz,
  customers: int4,
};

const UPCOMING = statement({
  name: "outreach/events: upcoming",
  sql: `${LISTED} WHERE e.day >= :from ORDER BY e.day, e.id LIMIT ${MOST_LISTED}`,
  parameters: { from: date, now: timestamptz },
  row: LISTED_ROW,
});

const ONE = statement({
  name: "outreach/events: one",
  sql: `${LISTED} WHERE e.id = :id`,
  parameters: { id: int4, now: timestamptz },
  row: LISTED_ROW,
});

function eventFrom({ audience, audienceOf, ...row }: ValuesOf<typeof LISTED_ROW>): ListedEvent {
  // A CHECK of the table holds that all but `all` say which.
  if (audience === "all" || audienceOf === null) return { ...row, audience: { for: "all" } };
  return { ...row, audience: { for: audience, which: audienceOf } };
}

const NOTED = (action: string, of: string) => `
  noted AS (
    INSERT INTO audit_events (at, actor, action, customer_id, details)
    SELECT :at::timestamptz, COALESCE(:by::text, 'command line'), '${action}', NULL,
      jsonb_build_object('event', id, 'name', name, 'day', day, 'for', audience, 'which', audience_of)
    FROM ${of}
  )`;

const ADD = statement({
  name: "outreach/events: add",
  sql: `
  WITH added AS (
    INSERT INTO events (name, day, place, audience, audience_of, set_by, set_at)
    SELECT :name::text, :day::date, :place::text, :audience::text, :audienceOf::text, :by::text, :at::timestamptz
    WHERE NOT EXISTS (SELECT FROM events WHERE lower(name) = lower(:name) AND day = :day)
    RETURNING id, name, day, audience, audience_of
  ), ${NOTED("event.added", "added")}
  SELECT id FROM added`,
  parameters: {
    name: text,
    day: date,
    place: nullable(text),
    audience: text,
    audienceOf: nullable(text),
    by: nullable(text),
    at: timestamptz,
  },
  row: { id: int4 },
});

const REMOVE = statement({
  name: "outreach/events: remove",
  sql: `
  WITH removed AS (DELETE FROM events WHERE id = :id RETURNING id, name, day, audience, audience_of),
  ${NOTED("event.removed", "removed")}
  SELECT name FROM removed`,
  parameters: { id: int4, by: nullable(text), at: timestamptz },
  row: { name: text },
});
