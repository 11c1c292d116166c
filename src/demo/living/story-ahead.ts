import type { Activity } from "../../domain/activity.ts";
import { MS_PER_DAY } from "../../domain/clock.ts";
import type { CustomerFile } from "../../domain/customer-records.ts";
import { type Course, calmCourse } from "../course.ts";
import type { CustomerPlan } from "../plan.ts";
import { ACME_FALLEN_BY, ACME_USUAL_SESSIONS, csat, ticket } from "../story.ts";
import { ACME, BIRTHDAY_VIP, GLOBEX, INITECH } from "../story-cast.ts";
import type { Traits } from "./life-ahead.ts";
import { LIFE_WEEKS, type Timeline } from "./timeline.ts";

/** On which day after the start each story turns where nobody has called by then. The README tells them. */
export const TURNS_ON_DAY = { acmeComplains: 20, globexComplains: 12, initechComplainsAgain: 8 } as const;
/** So long a call because of the birthday, which is on the first day, is a call because of the birthday. */
export const BIRTHDAY_DAYS = 4;

type Told = {
  readonly plan: CustomerPlan;
  readonly file: CustomerFile;
  readonly timeline: Timeline;
  /** Days after the start, ascending. */
  readonly contactDays: readonly number[];
};

/**
 * How the four stories of the README go on. They depend on nothing but whether the reader calls: none of their team
 * does it for them.
 * @returns null for everybody else
 */
export function storyAhead(
  plan: CustomerPlan,
  file: CustomerFile,
  contactedAt: readonly Date[],
  timeline: Timeline,
): Traits | null {
  const daysAfter = (at: Date) => (at.getTime() - timeline.startedAt.getTime()) / MS_PER_DAY;
  const told = { plan, file, timeline, contactDays: contactedAt.map(daysAfter).sort((a, b) => a - b) };
  if (plan === ACME) return acme(told);
  if (plan === GLOBEX) return globex(told);
  if (plan === INITECH) return initech(told);
  return plan === BIRTHDAY_VIP ? birthdayVip(told) : null;
}

/** Uses it less every week and does not renew, unless somebody calls before. */
function acme(told: Told): Traits {
  const { file, timeline, contactDays } = told;
  const renewal = new Date(`${file.profile.renewsOn}T00:00:00Z`);
  const renewsOnDay = (renewal.getTime() - timeline.startedAt.getTime()) / MS_PER_DAY;
  const savedOnDay = contactDays.find((day) => day < renewsOnDay) ?? null;
  const angryAt = at(told, TURNS_ON_DAY.acmeComplains);
  const isAngry = !isReachedBefore(told, angryAt);
  const course = calmAhead(timeline);
  return {
    ...theirs(told),
    course: savedOnDay === null ? { ...course, leftDaysAgo: timeline.calendar.daysAgo(renewal) } : course,
    tickets: file.tickets,
    feedback: isAngry ? [csat(ACME, "D", 1, angryAt, "We are looking at other suppliers.")] : [],
    retell: (activity) => withAcmesUsage(activity, timeline, savedOnDay),
  };
}

const FALLS_BY_WEEK = 0.08;
export const RECOVERS_IN_DAYS = 35;

function withAcmesUsage(activity: Activity, { startedAt }: Timeline, savedOnDay: number | null): Activity {
  if (activity.kind !== "usage") return activity;
  const day = (activity.at.getTime() - startedAt.getTime()) / MS_PER_DAY;
  const fallingDays = Math.min(day, savedOnDay ?? day);
  const low = ACME_USUAL_SESSIONS * (1 - ACME_FALLEN_BY) * (1 - FALLS_BY_WEEK) ** (fallingDays / 7);
  const recovered = Math.min(1, Math.max(0, day - fallingDays) / RECOVERS_IN_DAYS);
  return { ...activity, quantity: Math.round(low + recovered * (ACME_USUAL_SESSIONS - low)) };
}

/** Somebody who asks how the delivery was gets an order; if nobody does, they complain about it. */
function globex(told: Told): Traits {
  return { ...theirs(told), ...complainsOn(told, "Wrong size delivered", TURNS_ON_DAY.globexComplains) };
}

/** Asked whether the report is right now, they are pleased; if nobody does, it was not. */
function initech(told: Told): Traits {
  const { contactDays } = told;
  const turnsOn = TURNS_ON_DAY.initechComplainsAgain;
  const complains = complainsOn(told, "Report shows old figures again", turnsOn);
  const [called] = contactDays;
  if (called === undefined || !isReachedBefore(told, at(told, turnsOn)))
    return { ...theirs(told), ...complains };
  const pleased = csat(INITECH, "A", 5, at(told, called + 1), "All right now. Kind of you to ask.");
  return { ...theirs(told), tickets: told.file.tickets, feedback: [pleased] };
}

/** Congratulated, they order within the week. */
function birthdayVip(told: Told): Traits {
  const isCongratulated = (told.contactDays[0] ?? Number.POSITIVE_INFINITY) < BIRTHDAY_DAYS;
  return { ...theirs(told), ordersAfterContact: isCongratulated ? 1 : 0.5, tickets: told.file.tickets };
}

/** What the four have in common. */
function theirs({ timeline }: Told): Traits {
  return { course: calmAhead(timeline), ordersAfterContact: 1, isOursToCall: true };
}

/** A complaint on that day, unless somebody has called before it. */
function complainsOn(told: Told, subject: string, day: number): Pick<Traits, "tickets" | "feedback"> {
  const { plan, file } = told;
  const complainsAt = at(told, day);
  if (isReachedBefore(told, complainsAt)) return { tickets: file.tickets };
  const since = told.timeline.calendar;
  const open = { ...ticket(plan, since, subject, since.daysAgo(complainsAt), null), firstReplyAt: null };
  const again = { ...open, externalId: `${plan.externalId}-T-LATER` };
  return {
    tickets: [...file.tickets, again],
    feedback: [csat(plan, "L", 2, at(told, day + 1), "Nobody asked us whether everything is all right.")],
  };
}

/** By the moment, not by the day: what has been told already stays told. */
function isReachedBefore({ contactDays, timeline }: Told, moment: Date): boolean {
  const [first = Number.POSITIVE_INFINITY] = contactDays;
  return first < (moment.getTime() - timeline.startedAt.getTime()) / MS_PER_DAY;
}

const calmAhead = ({ toldWeeks }: Timeline): Course => ({
  ...calmCourse(LIFE_WEEKS),
  untoldWeeks: LIFE_WEEKS - toldWeeks,
});

/** In office hours of that day after the start, or of the Monday after it. */
const at = ({ timeline: { calendar, startedAt } }: Told, day: number): Date =>
  calendar.workingMoment(calendar.daysAgo(startedAt) - day);
