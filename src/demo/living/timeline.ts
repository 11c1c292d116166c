import { MS_PER_DAY } from "../../domain/clock.ts";
import { type Calendar, calendarOf } from "../calendar.ts";
import { type RandomStream, randomStream } from "../random.ts";

/** So long an invented customer lives after the demo was loaded: ten years. */
export const LIFE_WEEKS = 520;

const MS_PER_WEEK = 7 * MS_PER_DAY;

/** Somebody of the team reached a customer: what the customer does afterwards may follow from it. */
export type Contact = {
  /** The customer's external id. */
  readonly customer: string;
  /** When it was, or was told if that is later: nothing that was before is changed by it. */
  readonly at: Date;
};

/**
 * The weeks after the demo was loaded. They begin at the next midnight (UTC), and their dates are counted back from the
 * last one's end: the same rows have the same dates however far the story is told.
 */
export type Timeline = {
  readonly startedAt: Date;
  readonly now: Date;
  /** Counts back from the end of the last week; what falls on a weekend waits for Monday, never before its cause. */
  readonly calendar: Calendar;
  /** Weeks that have begun by now; at most `LIFE_WEEKS`. */
  readonly toldWeeks: number;
};

export function timelineOf(startedAt: Date, now: Date): Timeline {
  const begins = (Math.floor(startedAt.getTime() / MS_PER_DAY) + 1) * MS_PER_DAY;
  const calendar = calendarOf(new Date(begins + LIFE_WEEKS * MS_PER_WEEK), "monday");
  const begun = Math.ceil((now.getTime() - begins) / MS_PER_WEEK);
  return { startedAt, now, calendar, toldWeeks: Math.min(LIFE_WEEKS, Math.max(0, begun)) };
}

/** When a week begins; 0 is the first. */
export function weekStart({ calendar }: Timeline, week: number): Date {
  return calendar.moment((LIFE_WEEKS - week) * 7);
}

/** Draws of one customer's later life: one stream for each kind of record, each week and each contact. */
export type LifeStreams = {
  of(kind: (typeof KINDS)[number]): RandomStream;
  week(week: number): RandomStream;
  contact(number: number): RandomStream;
};

const KINDS = ["dealings", "payments", "tickets", "surveys", "touches", "closing", "ticket-answers"] as const;
/** Beyond every number of customers, so that no part is used twice. */
const FIRST_PART = 10_000_000;
const PARTS = 2_048;

/** @param index the customer's, as in the seeded demo; newcomers go on from there */
export function lifeStreams(seed: number, index: number): LifeStreams {
  const part = (number: number) => randomStream(seed, FIRST_PART + index * PARTS + number);
  return {
    of: (kind) => part(KINDS.indexOf(kind)),
    week: (week) => part(KINDS.length + week),
    contact: (number) => part(KINDS.length + LIFE_WEEKS + number),
  };
}
