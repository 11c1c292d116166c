import type { TicketRecord, TouchRecord } from "../domain/customer-records.ts";
import type { Calendar } from "./calendar.ts";
import { type Course, presentWeeks, strainAt } from "./course.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import type { CustomerPlan, Segment } from "./plan.ts";
import type { RandomStream } from "./random.ts";

const HOUR = 1 / 24;

/** What the demo's customers write about, in their own words. */
export const SUBJECTS = [
  "Delivery incomplete",
  "Invoice does not match the order",
  "Cannot sign in",
  "Export stops half-way",
  "Wrong size delivered",
  "Question about the contract",
  "Report shows old figures",
  "Damaged packaging",
] as const;

/** Touches a week while all is well. */
const TOUCHES_PER_WEEK: Readonly<Record<Segment, number>> = { VIP: 0.28, Standard: 0.14, Small: 0.08 };

/** Complaints and questions: more of them, answered later and open longer, while the relationship is strained. */
export function ticketsOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
  series = "",
): TicketRecord[] {
  const usual = random.between(0.01, 0.045);
  const tickets: TicketRecord[] = [];
  for (const daysAgo of presentWeeks(random, course)) {
    const strain = strainAt(course, daysAgo);
    if (!random.chance(usual + 0.17 * strain)) continue;
    const replyHours = Math.exp(Math.log(4) + 0.8 * random.normal() + 1.1 * strain);
    const solveDays = replyHours * HOUR + Math.exp(Math.log(1.5) + 0.7 * random.normal() + 1.3 * strain);
    const opened = calendar.workingMoment(daysAgo);
    tickets.push({
      source: DEMO_SOURCE,
      externalId: `${plan.externalId}-T${series}${tickets.length + 1}`,
      subject: random.pick(SUBJECTS),
      severity: random.chance(0.15 + 0.3 * strain)
        ? "high"
        : random.pick(["low", "normal", "normal"] as const),
      openedAt: opened,
      firstReplyAt: calendar.moment(calendar.daysAgo(opened) - replyHours * HOUR),
      solvedAt: calendar.moment(calendar.daysAgo(opened) - solveDays),
    });
  }
  return tickets;
}

/** Contacts by the owner: fewer where strain goes unnoticed, which is part of why such customers leave. */
export function touchesOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
  series = "",
): TouchRecord[] {
  const usual = TOUCHES_PER_WEEK[plan.segment] * plan.attention;
  const touches: TouchRecord[] = [];
  for (const daysAgo of presentWeeks(random, course)) {
    if (!random.chance(usual * (1 - 0.8 * strainAt(course, daysAgo)))) continue;
    const channel = random.pick(["email", "email", "phone", "phone", "chat", "meeting", "visit"] as const);
    const outcome = random.pick([
      "reached",
      "reached",
      "reached",
      "no_answer",
      "promised",
      "resolved",
    ] as const);
    touches.push(
      touchRow(plan, `${series}${touches.length + 1}`, calendar.workingMoment(daysAgo), {
        channel,
        outcome,
        minutesSpent: outcome === "no_answer" ? 5 : minutesFor(random, channel),
      }),
    );
  }
  return touches;
}

export function touchRow(
  plan: CustomerPlan,
  number: string,
  at: Date,
  facts: Pick<TouchRecord, "channel" | "outcome" | "minutesSpent"> & { readonly note?: string },
): TouchRecord {
  return {
    source: DEMO_SOURCE,
    externalId: `${plan.externalId}-C${number}`,
    memberId: plan.owner?.slackUserId ?? null,
    note: null,
    ...facts,
    at,
  };
}

function minutesFor(random: RandomStream, channel: TouchRecord["channel"]): number {
  if (channel === "visit") return random.integer(60, 180);
  if (channel === "meeting") return random.integer(30, 75);
  return random.integer(5, 25);
}
