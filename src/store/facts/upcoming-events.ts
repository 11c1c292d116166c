import { NOT_BEFORE_DAYS, type UpcomingEvent } from "../../domain/outreach/events.ts";
import { json } from "../database/column-kinds.ts";
import { IS_INVITED } from "../outreach/events.ts";
import { factReader } from "./fact-reader.ts";

/** More than anybody is invited to within two weeks. */
const MOST = 10;
const TODAY = "(:now::timestamptz AT TIME ZONE 'UTC')::date";
const IS_NEAR = `e.day BETWEEN ${TODAY} AND ${TODAY} + ${NOT_BEFORE_DAYS} AND e.set_at <= :now::timestamptz`;

/** A snooze answers nothing: the invitation is still to be made. */
export const upcomingEvents = factReader({
  key: "upcomingEvents",
  holders: `SELECT id FROM customers WHERE EXISTS (SELECT FROM events e WHERE ${IS_NEAR})`,
  sql: `
    SELECT json_agg(json_build_object('id', id, 'name', name, 'day', to_char(day, 'YYYY-MM-DD'), 'place', place,
      'setAt', set_at, 'isAnswered', EXISTS (
        SELECT FROM playbook_cases pc JOIN suggestions s ON s.key = pc.suggestion_key
        WHERE pc.customer_id = c.id AND pc.playbook = 'event-invitation' AND pc.occasion = 'event:' || coming.id
          AND s.status IN ('reached_out', 'touched', 'not_useful') AND s.settled_at <= :now
      )) ORDER BY day, id) AS events
    FROM (
      SELECT e.id, e.name, e.day, e.place, e.set_at FROM events e
      WHERE ${IS_NEAR} AND ${IS_INVITED}
      ORDER BY e.day, e.id LIMIT ${MOST}
    ) AS coming HAVING count(*) > 0`,
  row: { events: json<ReadonlyArray<Omit<UpcomingEvent, "setAt"> & { readonly setAt: string }>>() },
  otherwise: [],
  from: ({ events }) => events.map((one) => ({ ...one, setAt: new Date(one.setAt) })),
});
