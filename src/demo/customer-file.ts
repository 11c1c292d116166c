import type { Day } from "../domain/calendar.ts";
import type { CustomerProfile } from "../domain/customer.ts";
import type { CustomerFile } from "../domain/customer-records.ts";
import type { Calendar } from "./calendar.ts";
import { ticketsOf, touchesOf } from "./care.ts";
import { contactsOf } from "./contacts.ts";
import { type Contract, contractOf, paymentsOf, type UsageHabits, usageHabits, usageOf } from "./contract.ts";
import type { Course } from "./course.ts";
import { DEMO_NOTE, DEMO_SOURCE } from "./demo-data.ts";
import { feedbackOf } from "./feedback.ts";
import { type OrderHabits, orderHabits, ordersOf } from "./orders.ts";
import { amountLike, type CustomerPlan } from "./plan.ts";
import type { RandomStream } from "./random.ts";

/** How far back the demo's records go: about 24 months. */
export const HISTORY_WEEKS = 104;

/** Where a relationship stands at the calendar's moment: what its later records go on from. */
export type Standing = {
  readonly plan: CustomerPlan;
  readonly course: Course;
  readonly contract: Contract | null;
  readonly usage: UsageHabits | null;
  readonly orders: { readonly habits: OrderHabits; readonly nextDaysAgo: number } | null;
  /** When the team closes the file of someone who fell silent. */
  readonly closesOn: Day | null;
};

/** A customer with all records, also those that follow after the calendar's moment from what was before it. */
export type Invented = { readonly file: CustomerFile; readonly standing: Standing };

/** The whole file of one customer whose relationship went as `course` says, as it is known at the calendar's moment. */
export function customerFile(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
): CustomerFile {
  return knownBy(calendar.asOf, inventCustomer(random, plan, course, calendar).file);
}

export function inventCustomer(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
): Invented {
  const contract =
    plan.relation === "contract" ? contractOf(random, plan, course, HISTORY_WEEKS, calendar) : null;
  const lived = contract ? { ...course, ...untilEnd(contract, calendar) } : course;
  const dealings = contract
    ? underContract(random, plan, lived, contract, calendar)
    : byOrder(random, plan, lived, calendar);
  const { activities, ...habits } = dealings;
  const tickets = ticketsOf(random, plan, lived, calendar);
  const closesOn = contract ? null : closingDay(random, course, calendar);
  const file = {
    profile: profileOf(random, plan, contract ?? withoutContract(closesOn, calendar)),
    contacts: contactsOf(random, plan),
    activities,
    tickets,
    feedback: feedbackOf(random, plan, lived, tickets, calendar),
    touches: touchesOf(random, plan, lived, calendar),
  };
  return { file, standing: { plan, course: lived, contract, closesOn, ...habits } };
}

type Dealings = Pick<CustomerFile, "activities"> & Pick<Standing, "usage" | "orders">;

function underContract(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  contract: Contract,
  calendar: Calendar,
): Dealings {
  const usage = usageHabits(random, plan.segment);
  const activities = [
    ...usageOf(random, plan, course, usage, calendar),
    ...paymentsOf(random, plan, course, contract, calendar),
  ];
  return { activities, usage, orders: null };
}

function byOrder(random: RandomStream, plan: CustomerPlan, course: Course, calendar: Calendar): Dealings {
  const habits = orderHabits(random, plan.segment);
  const { activities, nextDaysAgo } = ordersOf(random, plan, course, habits, calendar);
  return { activities, usage: null, orders: { habits, nextDaysAgo } };
}

function untilEnd(contract: Contract, calendar: Calendar): Pick<Course, "leftDaysAgo" | "returnedDaysAgo"> {
  const end = contract.endedOn === null ? null : new Date(`${contract.endedOn}T00:00:00Z`);
  return { leftDaysAgo: end && calendar.daysAgo(end), returnedDaysAgo: null };
}

type Terms = Pick<CustomerProfile, "monthlyRevenueMinor" | "startedOn" | "renewsOn" | "endedOn">;

/** Someone who only orders has no end of their own; after months of silence the team mostly closes the file. */
export function closingDay(random: RandomStream, course: Course, calendar: Calendar): Day | null {
  const { leftDaysAgo, returnedDaysAgo } = course;
  const closed = (leftDaysAgo ?? 0) - random.between(90, 150);
  const noticed = random.chance(0.85) && returnedDaysAgo === null && leftDaysAgo !== null;
  return noticed ? calendar.day(closed) : null;
}

function withoutContract(closesOn: Day | null, calendar: Calendar): Terms {
  const endedOn = closesOn !== null && closesOn <= calendar.day(0) ? closesOn : null;
  return { monthlyRevenueMinor: null, startedOn: null, renewsOn: null, endedOn };
}

export function profileOf(random: RandomStream, plan: CustomerPlan, terms: Terms): CustomerProfile {
  const acquisitionCents = { VIP: 450_000, Standard: 90_000, Small: 15_000 }[plan.segment];
  return {
    source: DEMO_SOURCE,
    externalId: plan.externalId,
    name: plan.name,
    domain: plan.domain,
    ownerEmail: plan.owner?.email ?? null,
    segment: plan.segment,
    currency: plan.currency,
    marginPercent: random.chance(0.9) ? random.integer(18, 62) : null,
    acquisitionCostMinor: random.chance(0.8)
      ? amountLike(acquisitionCents * random.between(0.4, 1.8), plan.currency)
      : null,
    ...terms,
    country: plan.country,
    language: plan.language,
    attributes: attributesOf(plan),
  };
}

function attributesOf(plan: CustomerPlan): Record<string, string> {
  const base = { note: DEMO_NOTE, industry: plan.industry };
  return plan.aliases.length === 0 ? base : { ...base, aliases: plan.aliases.join("|") };
}

/** Only what could be known at `asOf`: later records are dropped, later replies and solutions not yet there. */
export function knownBy(asOf: Date, file: CustomerFile): CustomerFile {
  const past = ({ at }: { readonly at: Date }) => at <= asOf;
  const orNull = (at: Date | null) => (at !== null && at <= asOf ? at : null);
  return {
    ...file,
    activities: file.activities.filter(past),
    feedback: file.feedback.filter(past),
    touches: file.touches.filter(past),
    tickets: file.tickets
      .filter(({ openedAt }) => openedAt <= asOf)
      .map((ticket) => ({
        ...ticket,
        firstReplyAt: orNull(ticket.firstReplyAt),
        solvedAt: orNull(ticket.solvedAt),
      })),
  };
}
