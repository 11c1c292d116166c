import type { Activity } from "../../domain/activity.ts";
import { MS_PER_DAY } from "../../domain/clock.ts";
import type { FeedbackRecord, TicketRecord } from "../../domain/customer-records.ts";
import { type Course, isPresent } from "../course.ts";
import type { Standing } from "../customer-file.ts";
import { feedbackRow } from "../feedback.ts";
import { oneOrder } from "../orders.ts";
import type { RandomStream } from "../random.ts";
import type { LifeStreams, Timeline } from "./timeline.ts";

/** Chosen: who is called every day does not order every day. */
const HEARD_EVERY_DAYS = 14;

export type Answers = {
  readonly tickets: readonly TicketRecord[];
  readonly activities: readonly Activity[];
  readonly feedback: readonly FeedbackRecord[];
};

export type Reached = {
  readonly standing: Standing;
  readonly course: Course;
  readonly tickets: readonly TicketRecord[];
  readonly contactedAt: readonly Date[];
  /** How likely a contact brings an order of someone who buys by order. */
  readonly ordersAfterContact: number;
};

/**
 * What customers do because somebody reached them: an open complaint is solved within days and rated, and those who
 * buy by order often order. All of it lies after the contact.
 */
export function answersTo(reached: Reached, timeline: Timeline, streams: LifeStreams): Answers {
  const { calendar } = timeline;
  const answers = {
    tickets: [...reached.tickets],
    activities: [] as Activity[],
    feedback: [] as FeedbackRecord[],
  };
  for (const [index, at] of heard(reached, timeline).entries()) {
    const random = streams.contact(index);
    const daysAgo = calendar.daysAgo(at);
    const solvedAt = calendar.workingMoment(daysAgo - random.between(0.8, 3));
    const helped = answers.tickets.filter((ticket) => isHelped(ticket, at, solvedAt));
    answers.tickets = answers.tickets.map((ticket) =>
      helped.includes(ticket) ? { ...ticket, firstReplyAt: replyAt(ticket, at), solvedAt } : ticket,
    );
    const saidAt = calendar.moment(calendar.daysAgo(solvedAt) - random.between(0.2, 1.2));
    const praise = feedbackRow(random, reached.standing.plan, {
      ...({ key: `A${index + 1}`, kind: "csat", at: saidAt } as const),
      mood: random.between(0.72, 1),
    });
    if (helped.length > 0) answers.feedback.push(praise);
    answers.activities.push(...orderAfter(random, reached, index, daysAgo, timeline));
  }
  return answers;
}

/** The contacts that count: while the customer was there, two weeks apart. */
function heard({ course, contactedAt }: Reached, { calendar }: Timeline): Date[] {
  const counted: Date[] = [];
  for (const at of [...contactedAt].sort((a, b) => a.getTime() - b.getTime())) {
    const last = counted.at(-1);
    const isSoon = last && at.getTime() - last.getTime() < HEARD_EVERY_DAYS * MS_PER_DAY;
    if (!isSoon && isThere(course, calendar.daysAgo(at))) counted.push(at);
  }
  return counted;
}

/** A course ahead begins at the midnight after the demo was loaded; whoever is there then was there just before. */
const isThere = (course: Course, daysAgo: number) => isPresent(course, Math.min(daysAgo, course.weeks * 7));

/** Open when the customer was reached, and not to be solved before. */
function isHelped({ openedAt, solvedAt }: TicketRecord, at: Date, solvedByThen: Date): boolean {
  return openedAt < at && (solvedAt === null || solvedAt > solvedByThen);
}

const replyAt = ({ firstReplyAt }: TicketRecord, at: Date) =>
  firstReplyAt !== null && firstReplyAt < at ? firstReplyAt : at;

function orderAfter(
  random: RandomStream,
  { standing, course, ordersAfterContact }: Reached,
  index: number,
  contactedDaysAgo: number,
  { calendar }: Timeline,
): Activity[] {
  const { plan, orders } = standing;
  const daysAgo = contactedDaysAgo - random.between(1.5, 5);
  if (!orders || !random.chance(ordersAfterContact) || !isThere(course, daysAgo)) return [];
  const document = `${plan.externalId}-INV-A${index + 1}`;
  return oneOrder(random, plan, orders.habits, { document, daysAgo, course, calendar });
}
