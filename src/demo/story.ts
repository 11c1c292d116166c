import type { Activity } from "../domain/activity.ts";
import type { Day } from "../domain/calendar.ts";
import type { CustomerFile, FeedbackRecord, TicketRecord, TouchRecord } from "../domain/customer-records.ts";
import { anniversarySafe, type Calendar, yearsBefore } from "./calendar.ts";
import { touchRow } from "./care.ts";
import { type Course, calmCourse } from "./course.ts";
import { customerFile, HISTORY_WEEKS } from "./customer-file.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import type { CustomerPlan } from "./plan.ts";
import type { RandomStream } from "./random.ts";
import { ACME, AWKWARD, BIRTHDAY_VIP, GLOBEX, INITECH, LOYAL, SILENT_LEAVER } from "./story-cast.ts";

/** Fixed parts of the demo, so that a first visitor finds something to see; `tell` adds what happened to them. */
export type StoryCustomer = {
  readonly plan: CustomerPlan;
  /** How the relationship went. */
  readonly course: Course;
  tell(random: RandomStream, calendar: Calendar): CustomerFile;
};

const CALM = calmCourse(HISTORY_WEEKS);
const calm = (random: RandomStream, of: CustomerPlan, calendar: Calendar): CustomerFile =>
  customerFile(random, of, CALM, calendar);

/** How far Acme's relationship was strained, by weeks ago. */
const ACME_STRAIN = [1, 0.95, 0.85, 0.72, 0.58, 0.42, 0.28, 0.14];
/**
 * Large buyers who have ordered less often for half a year: by what a contact is expected to bring, a small one without any risk
 * would not be worth the call, and the story never told.
 */
const COOLED_LONG_AGO = calmCourse(HISTORY_WEEKS, Array<number>(26).fill(0.5));
/** How many times as much they buy as others of their segment. Chosen: enough to be among the first five of a morning. */
const TIMES_AS_MUCH = 7;
const LARGE_BUYER_MARGIN_PERCENT = 45;
const SILENTLY_LEFT: Course = { ...CALM, leftDaysAgo: 18 };

export const STORY: readonly StoryCustomer[] = [
  { plan: ACME, course: calmCourse(HISTORY_WEEKS, ACME_STRAIN), tell: acme },
  { plan: GLOBEX, course: COOLED_LONG_AGO, tell: globex },
  { plan: INITECH, course: CALM, tell: initech },
  { plan: BIRTHDAY_VIP, course: COOLED_LONG_AGO, tell: birthdayVip },
  { plan: SILENT_LEAVER, course: SILENTLY_LEFT, tell: silentLeaver },
  ...LOYAL.map((loyal) => ({ plan: loyal, course: CALM, tell: tellLoyal(loyal) })),
  ...AWKWARD.map((named) => ({
    plan: named,
    course: CALM,
    tell: (random: RandomStream, calendar: Calendar) => calm(random, named, calendar),
  })),
];

const ACME_MONTHLY_CENTS = 420_000;
/** About: where the month goes further, its 28th. */
export const ACME_RENEWS_IN_DAYS = 42;
/** Sessions a week while all was well. */
export const ACME_USUAL_SESSIONS = 310;
/** The share of them that has gone when the demo begins. */
export const ACME_FALLEN_BY = 0.7;

/** At risk: usage falls for 8 weeks, renewal in about 6, one ticket open, last touch 40 days ago, CSAT dropped. */
function acme(random: RandomStream, calendar: Calendar): CustomerFile {
  const file = customerFile(random, ACME, calmCourse(HISTORY_WEEKS, ACME_STRAIN), calendar);
  const renewsOn = anniversarySafe(calendar.day(-ACME_RENEWS_IN_DAYS));
  return {
    ...file,
    profile: {
      ...file.profile,
      monthlyRevenueMinor: ACME_MONTHLY_CENTS,
      marginPercent: 48,
      startedOn: yearsBefore(renewsOn, 3),
      renewsOn,
    },
    activities: file.activities.map((activity) => steadyThenFalling(activity, ACME_STRAIN, calendar)),
    tickets: [
      ...olderThan(file.tickets, 90, calendar),
      ticket(ACME, calendar, "Export stops half-way", 12, null),
    ],
    feedback: [
      ...file.feedback.filter(({ at }) => calendar.daysAgo(at) > 200),
      csat(ACME, "A", 5, calendar.moment(150), "As always: reliable."),
      csat(ACME, "B", 4, calendar.moment(80), null),
      csat(ACME, "C", 2, calendar.moment(9), "Nobody told us when the export will work again."),
    ],
    touches: [...lastTouches(file.touches, 40, calendar), touch(ACME, calendar, 40, "Quarterly review")],
  };
}

/** A delivery five days ago still waits for its follow-up. */
function globex(random: RandomStream, calendar: Calendar): CustomerFile {
  const file = largeBuyer(random, GLOBEX, calendar);
  const document = `${GLOBEX.externalId}-INV-LAST`;
  const line = { source: DEMO_SOURCE, document, note: null, quantity: 12, category: "Sensors" };
  const order: Activity = {
    ...line,
    externalId: `${document}-L1`,
    kind: "order",
    at: calendar.moment(9),
    amountMinor: 386_400,
    currency: GLOBEX.currency,
  };
  const delivery: Activity = {
    ...line,
    externalId: `${document}-D`,
    kind: "delivery",
    at: calendar.moment(5),
    amountMinor: null,
    currency: null,
  };
  const earlier = file.activities.filter(({ at }) => calendar.daysAgo(at) > 20);
  return {
    ...file,
    activities: [...earlier, order, delivery],
    touches: [
      ...lastTouches(file.touches, 24, calendar),
      touch(GLOBEX, calendar, 24, "Asked about next quarter"),
    ],
  };
}

/** A complaint, open for six days, was solved yesterday; whether they are satisfied has not been asked yet. */
function initech(random: RandomStream, calendar: Calendar): CustomerFile {
  const file = calm(random, INITECH, calendar);
  return {
    ...file,
    tickets: [
      ...olderThan(file.tickets, 30, calendar),
      ticket(INITECH, calendar, "Report shows old figures", 7, 1),
    ],
    feedback: file.feedback.filter(({ at }) => calendar.daysAgo(at) > 10),
    touches: lastTouches(file.touches, 10, calendar),
  };
}

/** The main contact's birthday is tomorrow. 1980 was a leap year, so every day of the year exists in it. */
function birthdayVip(random: RandomStream, calendar: Calendar): CustomerFile {
  const file = largeBuyer(random, BIRTHDAY_VIP, calendar);
  const birthday: Day = `1980-${calendar.day(-1).slice(5)}`;
  const [main, ...others] = file.contacts;
  if (!main) return file;
  const celebrated = { ...main, name: "Stella Marchetti", role: "Managing director", birthday };
  return { ...file, contacts: [celebrated, ...others] };
}

/** Nothing but their own story is told of them: no ticket is open, and no answer was unhappy of late. */
function largeBuyer(random: RandomStream, of: CustomerPlan, calendar: Calendar): CustomerFile {
  const file = customerFile(random, of, COOLED_LONG_AGO, calendar);
  const times = (number: number | null) => (number === null ? null : number * TIMES_AS_MUCH);
  return {
    ...file,
    profile: { ...file.profile, marginPercent: LARGE_BUYER_MARGIN_PERCENT },
    activities: file.activities.map((one) => ({
      ...one,
      amountMinor: times(one.amountMinor),
      quantity: times(one.quantity),
    })),
    tickets: olderThan(file.tickets, 90, calendar),
    feedback: file.feedback.filter(({ at }) => calendar.daysAgo(at) > 60),
  };
}

/** Left 18 days ago without any sign before: usage steady, nothing open, satisfied. */
function silentLeaver(random: RandomStream, calendar: Calendar): CustomerFile {
  const file = customerFile(random, SILENT_LEAVER, SILENTLY_LEFT, calendar);
  return {
    ...file,
    tickets: olderThan(file.tickets, 60, calendar),
    feedback: [
      ...file.feedback.filter(({ at }) => calendar.daysAgo(at) > 60),
      csat(SILENT_LEAVER, "A", 5, calendar.moment(32), "Quick and friendly."),
    ],
    touches: [
      ...lastTouches(file.touches, 26, calendar),
      touch(SILENT_LEAVER, calendar, 26, "All well, they said"),
    ],
  };
}

function tellLoyal(of: CustomerPlan): StoryCustomer["tell"] {
  return (random, calendar) => {
    const file = calm(random, of, calendar);
    const attributes = { ...file.profile.attributes, loyalty_tier: "gold" };
    return {
      ...file,
      profile: { ...file.profile, marginPercent: 45, attributes },
      touches: [
        ...lastTouches(file.touches, 8, calendar),
        touch(of, calendar, 8, "Thanked for the long partnership"),
      ],
    };
  };
}

/** Acme's records as they must be seen: usage level until eight weeks ago, then falling to a third. */
function steadyThenFalling(activity: Activity, falling: readonly number[], calendar: Calendar): Activity {
  if (activity.kind === "payment") return { ...activity, amountMinor: ACME_MONTHLY_CENTS };
  if (activity.kind !== "usage") return activity;
  const strain = falling[Math.floor(calendar.daysAgo(activity.at) / 7)] ?? 0;
  const wobble = strain === 0 ? (activity.quantity ?? 0) % 9 : 0;
  return { ...activity, quantity: Math.round(ACME_USUAL_SESSIONS * (1 - ACME_FALLEN_BY * strain)) + wobble };
}

function olderThan(tickets: readonly TicketRecord[], daysAgo: number, calendar: Calendar): TicketRecord[] {
  return tickets.filter(({ openedAt }) => calendar.daysAgo(openedAt) > daysAgo);
}

function lastTouches(touches: readonly TouchRecord[], daysAgo: number, calendar: Calendar): TouchRecord[] {
  return touches.filter(({ at }) => calendar.daysAgo(at) > daysAgo);
}

export function ticket(
  of: CustomerPlan,
  calendar: Calendar,
  subject: string,
  openedDaysAgo: number,
  solvedDaysAgo: number | null,
): TicketRecord {
  return {
    source: DEMO_SOURCE,
    externalId: `${of.externalId}-T-STORY`,
    subject,
    severity: "high",
    openedAt: calendar.moment(openedDaysAgo),
    firstReplyAt: calendar.moment(openedDaysAgo - 2),
    solvedAt: solvedDaysAgo === null ? null : calendar.moment(solvedDaysAgo),
  };
}

export function csat(
  of: CustomerPlan,
  part: string,
  score: number,
  at: Date,
  comment: string | null,
): FeedbackRecord {
  const externalId = `${of.externalId}-F-${part}`;
  return { source: DEMO_SOURCE, externalId, kind: "csat", score, scaleMax: 5, comment, at };
}

function touch(of: CustomerPlan, calendar: Calendar, daysAgo: number, note: string): TouchRecord {
  const facts = { channel: "phone", outcome: "reached", minutesSpent: 20, note } as const;
  return { ...touchRow(of, "0", calendar.moment(daysAgo), facts) };
}
