import type { TracedAnswer } from "../../domain/value/trace/answer-trace.ts";
import type { TracedTicket } from "../../domain/value/trace/ticket-trace.ts";
import { float8, int4, nullable, text, textOf } from "../database/column-kinds.ts";
import { queryByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { bookedDay, bookedWithin, ticketsAsOf } from "../figures/booked-day.ts";
import type { HistoryDays } from "../figures/customer-histories.ts";
import { BOOKED, BOOKED_PARAMETERS, bookedValues, isKnownByEnd, minutesTo } from "./metrics.ts";

export type TracedServiceStore = ReturnType<typeof tracedServiceStore>;

/** The answers and tickets behind the metrics, one by one; @param customerId of each: null for everybody's. */
export function tracedServiceStore({ pool }: { readonly pool: Queryable }) {
  return {
    /** The answers of one kind given on some days. */
    async answers(
      days: HistoryDays,
      kind: TracedAnswer["kind"],
      customerId: number | null,
    ): Promise<TracedAnswer[]> {
      const values = { ...bookedValues(days), timeZone: days.timeZone, kind };
      const rows = await queryByRanges({ pool }, ANSWERS, values, customerId ?? undefined);
      return rows.map(({ customerId: of, externalId, name, ...answer }) => ({
        ...answer,
        customer: { customerId: of, externalId, name },
      }));
    },

    /** The tickets opened on some days, as they stood at the end of the last. */
    async tickets(days: HistoryDays, customerId: number | null): Promise<TracedTicket[]> {
      const values = { ...bookedValues(days), timeZone: days.timeZone };
      const rows = await queryByRanges({ pool }, TICKETS, values, customerId ?? undefined);
      return rows.map(({ customerId: of, externalId, name, id, day, replied, solved }) => ({
        ...{ id, day, customer: { customerId: of, externalId, name } },
        minutes: { "first-reply-time": replied, "resolution-time": solved },
      }));
    },
  };
}

const OF_CUSTOMER = `c.id AS "customerId", c.external_id AS "externalId", c.name`;
const ROW = { customerId: int4, externalId: text, name: text, id: text, day: text };
const IN_RANGE = "c.id BETWEEN :firstCustomerId AND :lastCustomerId";

/** Tickets of nobody come with the first range of everybody, and with no one customer. */
const IS_FIRST_OF_ALL = "(:firstCustomerId = 1 AND :lastCustomerId > 1)";

const ANSWERS = statement({
  name: "value/traced-service: answers",
  sql: `
  SELECT ${OF_CUSTOMER}, f.external_id AS id, to_char(${bookedDay("f", "at", ":timeZone::text")}, 'YYYY-MM-DD') AS day,
    f.kind, f.score, f.scale_max AS "scaleMax"
  FROM feedback f JOIN customers c ON c.id = f.customer_id
  WHERE ${IN_RANGE} AND ${bookedWithin("f", "at", BOOKED)} AND f.scale_max > 0 AND f.kind = :kind::text
  ORDER BY c.id, f.at, f.id`,
  parameters: { ...BOOKED_PARAMETERS, timeZone: text, kind: text },
  row: { ...ROW, kind: textOf<TracedAnswer["kind"]>(), score: float8, scaleMax: float8 },
});

const minutesOrNull = (at: "first_reply_at" | "solved_at") =>
  `CASE WHEN ${isKnownByEnd(at)} THEN ${minutesTo(at)} END`;

const TICKETS = statement({
  name: "value/traced-service: tickets",
  sql: `
  SELECT COALESCE(c.id, 0) AS "customerId", COALESCE(c.external_id, '') AS "externalId", COALESCE(c.name, '') AS name,
    k.external_id AS id, to_char(${bookedDay("t", "opened_at", ":timeZone::text")}, 'YYYY-MM-DD') AS day,
    ${minutesOrNull("first_reply_at")} AS replied, ${minutesOrNull("solved_at")} AS solved
  FROM (${ticketsAsOf(":toDay::date")}) t JOIN tickets k ON k.id = t.id
    LEFT JOIN customers c ON c.id = t.customer_id
  WHERE (${IN_RANGE} OR c.id IS NULL AND ${IS_FIRST_OF_ALL}) AND ${bookedWithin("t", "opened_at", BOOKED)}
  ORDER BY 1, t.opened_at, t.id`,
  parameters: { ...BOOKED_PARAMETERS, timeZone: text },
  row: { ...ROW, replied: nullable(float8), solved: nullable(float8) },
});
