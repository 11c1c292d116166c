import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { AnswerCount } from "../../domain/value/metrics/satisfaction.ts";
import type { TicketTimes } from "../../domain/value/metrics/service-times.ts";
import { arrayOf, date, float8, int4, nullable, textOf, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { bookedWithin, ticketsAsOf } from "../figures/booked-day.ts";
import type { HistoryDays } from "../figures/customer-histories.ts";

export type MetricStore = ReturnType<typeof metricStore>;

/** Up to when the rows behind a figure reach; null where there are none. */
export type UpTo = { readonly dataUpTo: Date | null };

/** What metrics of a period read; each statement over a range of customers at a time. */
export function metricStore(database: Database) {
  return {
    /** The tickets opened on some days, as they stood at the end of the last. */
    async ticketTimes(days: HistoryDays): Promise<TicketTimes & UpTo> {
      const parts = await queryByRanges(database, TICKET_TIMES, bookedValues(days));
      return {
        opened: parts.reduce((sum, part) => sum + part.opened, 0),
        firstReplyMinutes: parts.flatMap((part) => part.first_reply_minutes ?? []),
        resolutionMinutes: parts.flatMap((part) => part.resolution_minutes ?? []),
        dataUpTo: newest(parts.map((part) => part.newest)),
      };
    },

    /** The answers given on some days. */
    async answers(days: HistoryDays): Promise<UpTo & { readonly counts: readonly AnswerCount[] }> {
      const parts = await queryByRanges(database, ANSWERS, bookedValues(days));
      const counts = parts.map(({ kind, score, scaleMax, answers }) => ({ kind, score, scaleMax, answers }));
      return { counts, dataUpTo: newest(parts.map((part) => part.newest)) };
    },
  };
}

/** Days and moments of a period, as `bookedWithin` takes them. */
export const BOOKED = {
  fromDay: ":fromDay::date",
  toDay: ":toDay::date",
  startsAt: ":startsAt::timestamptz",
  endsAt: ":endsAt::timestamptz",
};
export const BOOKED_PARAMETERS = {
  ...CUSTOMER_RANGE,
  fromDay: date,
  toDay: date,
  startsAt: timestamptz,
  endsAt: timestamptz,
};

export function bookedValues({ fromDay, toDay, timeZone }: HistoryDays) {
  const startsAt = startOfDay(fromDay, timeZone);
  return { fromDay, toDay, startsAt, endsAt: startOfDay(addDays(toDay, 1), timeZone) };
}

/** SQL for the minutes from a ticket's opening to a moment, and for whether that is known at the period's end. */
export const minutesTo = (at: Clocked) => `extract(epoch FROM t.${at} - t.opened_at)::float8 / 60`;
export const isKnownByEnd = (at: Clocked) => `t.${at} < :endsAt`;
type Clocked = "first_reply_at" | "solved_at";

const TICKET_TIMES = statement({
  name: "value/metrics: ticket times",
  sql: `
  SELECT count(*)::int AS opened, max(opened_at) AS newest,
    array_agg(${minutesTo("first_reply_at")}) FILTER (WHERE ${isKnownByEnd("first_reply_at")}) AS first_reply_minutes,
    array_agg(${minutesTo("solved_at")}) FILTER (WHERE ${isKnownByEnd("solved_at")}) AS resolution_minutes
  FROM (${ticketsAsOf(":toDay::date")}) t
  WHERE t.customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND ${bookedWithin("t", "opened_at", BOOKED)}`,
  parameters: BOOKED_PARAMETERS,
  row: {
    opened: int4,
    newest: nullable(timestamptz),
    first_reply_minutes: nullable(arrayOf(float8)),
    resolution_minutes: nullable(arrayOf(float8)),
  },
});

const ANSWERS = statement({
  name: "value/metrics: answers",
  sql: `
  SELECT kind, score, scale_max AS "scaleMax", count(*)::int AS answers, max(at) AS newest
  FROM feedback f
  WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND ${bookedWithin("f", "at", BOOKED)} AND scale_max > 0
  GROUP BY kind, score, scale_max ORDER BY kind, scale_max, score`,
  parameters: BOOKED_PARAMETERS,
  row: {
    kind: textOf<AnswerCount["kind"]>(),
    score: float8,
    scaleMax: float8,
    answers: int4,
    newest: timestamptz,
  },
});

const newest = (moments: ReadonlyArray<Date | null>) =>
  moments.reduce<Date | null>((best, at) => (at !== null && (best === null || at > best) ? at : best), null);
