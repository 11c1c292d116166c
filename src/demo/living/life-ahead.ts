import type { Activity } from "../../domain/activity.ts";
import type { Day } from "../../domain/calendar.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import type { CustomerFile, FeedbackRecord, TicketRecord } from "../../domain/customer-records.ts";
import { ticketsOf, touchesOf } from "../care.ts";
import { DAYS_PER_MONTH, nextAnniversary, paymentsOf, usageOf } from "../contract.ts";
import type { Course } from "../course.ts";
import { closingDay, type Invented, knownBy, type Standing } from "../customer-file.ts";
import { ASKED_AFTER_TICKETS, answerOf, surveysOf } from "../feedback.ts";
import { ordersOf } from "../orders.ts";
import { answersTo } from "./answers.ts";
import { courseAhead, isGone } from "./course-ahead.ts";
import type { LifeStreams, Timeline } from "./timeline.ts";

/** Tells later records from those that the demo began with. */
const SERIES = "L";
/** Chosen: who leaves so shortly before a renewal lets the contract run out. */
const WAITS_FOR_RENEWAL_DAYS = 45;
const USUAL_ORDERS_AFTER_CONTACT = 0.5;

/** What a story of the README has otherwise than chance would. */
export type Traits = {
  /** How it goes on, in place of what chance would bring. */
  readonly course?: Course;
  /** The records so far and those to come, as the story wants them. */
  readonly tickets?: readonly TicketRecord[];
  readonly feedback?: readonly FeedbackRecord[];
  readonly ordersAfterContact?: number;
  /** Nobody calls but who reads this. */
  readonly isOursToCall?: boolean;
  readonly retell?: (activity: Activity) => Activity;
};

export type Life = {
  /** With the records up to the demo's start, and those that follow from them. */
  readonly invented: Invented;
  readonly firstWeek: number;
  readonly contactedAt: readonly Date[];
  readonly traits?: Traits;
};

/** A customer's whole file as it is known at the timeline's present. */
export function lifeAhead(life: Life, timeline: Timeline, streams: LifeStreams): CustomerFile {
  const { invented, firstWeek, contactedAt, traits = {} } = life;
  const { standing, file } = invented;
  const before = firstWeek === 0 ? standing.course : null;
  const ahead =
    traits.course ?? courseAhead({ plan: standing.plan, before, firstWeek, contactedAt }, timeline, streams);
  const endsOn = endDay(standing, ahead, timeline, streams);
  const course = standing.contract && endsOn ? { ...ahead, ...endOf(endsOn, timeline) } : ahead;
  const told = traits.tickets ?? [
    ...file.tickets,
    ...ticketsOf(streams.of("tickets"), standing.plan, course, timeline.calendar, SERIES),
  ];
  const ordersAfterContact = traits.ordersAfterContact ?? USUAL_ORDERS_AFTER_CONTACT;
  const answers = answersTo(
    { standing, course, tickets: told, contactedAt, ordersAfterContact },
    timeline,
    streams,
  );
  const touches = traits.isOursToCall
    ? []
    : touchesOf(streams.of("touches"), standing.plan, course, timeline.calendar, SERIES);
  return knownBy(timeline.now, {
    ...file,
    profile: profileNow(invented, endsOn, timeline),
    activities: [
      ...file.activities,
      ...dealings({ standing, file }, course, firstWeek, timeline, streams).map(
        traits.retell ?? ((row) => row),
      ),
      ...answers.activities,
    ],
    tickets: answers.tickets,
    feedback: [
      ...file.feedback,
      ...(traits.feedback ?? []),
      ...(traits.course ? [] : opinions(standing, course, told, answers.tickets, timeline, streams)),
      ...answers.feedback,
    ],
    touches: [...file.touches, ...touches],
  });
}

function endDay(standing: Standing, ahead: Course, { calendar }: Timeline, streams: LifeStreams): Day | null {
  const { contract, closesOn } = standing;
  if (contract === null) return closesOn ?? closingDay(streams.of("closing"), ahead, calendar);
  if (contract.endedOn !== null || ahead.leftDaysAgo === null) return contract.endedOn;
  const renewal = nextAnniversary(contract.startedOn ?? "", calendar.day(ahead.leftDaysAgo));
  return renewal <= calendar.day(ahead.leftDaysAgo - WAITS_FOR_RENEWAL_DAYS)
    ? renewal
    : calendar.day(ahead.leftDaysAgo);
}

function endOf(endsOn: Day, { calendar }: Timeline): Pick<Course, "leftDaysAgo" | "returnedDaysAgo"> {
  return { leftDaysAgo: calendar.daysAgo(new Date(`${endsOn}T00:00:00Z`)), returnedDaysAgo: null };
}

function dealings(
  { standing, file }: Invented,
  course: Course,
  firstWeek: number,
  timeline: Timeline,
  streams: LifeStreams,
): Activity[] {
  const { plan, contract, usage, orders } = standing;
  if (isGone(standing.course)) return [];
  const { calendar } = timeline;
  const random = streams.of("dealings");
  const first = course.weeks * 7;
  const since = (daysAgo: number) =>
    firstWeek > 0 ? null : { daysAgo: Math.min(daysAgo, first), series: SERIES };
  if (orders) {
    const due = calendar.daysAgo(timeline.startedAt) + orders.nextDaysAgo;
    return [...ordersOf(random, plan, course, orders.habits, calendar, since(due)).activities];
  }
  if (!contract || !usage) return [];
  const paid = file.activities.findLast(({ kind }) => kind === "payment");
  const due = (paid ? calendar.daysAgo(paid.at) : first) - DAYS_PER_MONTH;
  return [
    ...usageOf(random, plan, course, usage, calendar, SERIES),
    ...paymentsOf(streams.of("payments"), plan, course, contract, calendar, since(due)),
  ];
}

/**
 * Answers to surveys, and after tickets opened since the start: those before have brought theirs.
 * @param helped the tickets after somebody called: whom that helped has said so already
 */
function opinions(
  { plan }: Standing,
  course: Course,
  tickets: readonly TicketRecord[],
  helped: readonly TicketRecord[],
  { calendar, startedAt }: Timeline,
  streams: LifeStreams,
): FeedbackRecord[] {
  const random = streams.of("ticket-answers");
  const after = tickets.flatMap(({ openedAt, solvedAt }, index) => {
    if (openedAt <= startedAt || solvedAt === null) return [];
    const [isAsked, days] = [random.chance(ASKED_AFTER_TICKETS), random.between(0.1, 2)];
    const answer = {
      kind: "csat",
      daysAgo: calendar.daysAgo(solvedAt) - days,
      key: `T${index + 1}`,
    } as const;
    if (!isAsked) return [];
    const said = answerOf(random, plan, course, answer, calendar);
    return helped[index]?.solvedAt === solvedAt ? [said] : [];
  });
  return [
    ...after,
    ...surveysOf(streams.of("surveys"), plan, course, calendar, { first: 1, series: SERIES }),
  ];
}

function profileNow({ file, standing }: Invented, endsOn: Day | null, { now }: Timeline): CustomerProfile {
  const today = now.toISOString().slice(0, 10);
  const endedOn = endsOn !== null && endsOn <= today ? endsOn : null;
  const { startedOn } = file.profile;
  if (!standing.contract || startedOn === null) return { ...file.profile, endedOn };
  return { ...file.profile, endedOn, renewsOn: nextAnniversary(startedOn, endedOn ?? dayAfter(now)) };
}

const dayAfter = (now: Date) => new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
