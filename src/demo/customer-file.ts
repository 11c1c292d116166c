import type { CustomerProfile } from "../domain/customer.ts";
import type { CustomerFile } from "../domain/customer-records.ts";
import type { Calendar } from "./calendar.ts";
import { ticketsOf, touchesOf } from "./care.ts";
import { contactsOf } from "./contacts.ts";
import { type Contract, contractOf, paymentsOf, usageHabits, usageOf } from "./contract.ts";
import type { Course } from "./course.ts";
import { DEMO_NOTE, DEMO_SOURCE } from "./demo-data.ts";
import { feedbackOf } from "./feedback.ts";
import { orderHabits, ordersOf } from "./orders.ts";
import { amountLike, type CustomerPlan } from "./plan.ts";
import type { RandomStream } from "./random.ts";

/** How far back the demo's records go: about 24 months. */
export const HISTORY_WEEKS = 104;

/** The whole file of one customer whose relationship went as `course` says. */
export function customerFile(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  calendar: Calendar,
): CustomerFile {
  const contract =
    plan.relation === "contract" ? contractOf(random, plan, course, HISTORY_WEEKS, calendar) : null;
  const lived = contract ? { ...course, ...untilEnd(contract, calendar) } : course;
  const activities = contract
    ? [
        ...usageOf(random, plan, lived, usageHabits(random, plan.segment), calendar),
        ...paymentsOf(random, plan, lived, contract, calendar),
      ]
    : ordersOf(random, plan, lived, orderHabits(random, plan.segment), calendar);
  const tickets = ticketsOf(random, plan, lived, calendar);
  return knownBy(calendar.asOf, {
    profile: profileOf(random, plan, contract ?? withoutContract(random, course, calendar)),
    contacts: contactsOf(random, plan),
    activities,
    tickets,
    feedback: feedbackOf(random, plan, lived, tickets, calendar),
    touches: touchesOf(random, plan, lived, calendar),
  });
}

function untilEnd(contract: Contract, calendar: Calendar): Pick<Course, "leftDaysAgo" | "returnedDaysAgo"> {
  const end = contract.endedOn === null ? null : new Date(`${contract.endedOn}T00:00:00Z`);
  return { leftDaysAgo: end && calendar.daysAgo(end), returnedDaysAgo: null };
}

type Terms = Pick<CustomerProfile, "monthlyRevenueMinor" | "startedOn" | "renewsOn" | "endedOn">;

/** Someone who only orders has no end of their own; after months of silence the team mostly closes the file. */
function withoutContract(random: RandomStream, course: Course, calendar: Calendar): Terms {
  const { leftDaysAgo, returnedDaysAgo } = course;
  const closed = (leftDaysAgo ?? 0) - random.between(90, 150);
  const noticed = random.chance(0.85) && returnedDaysAgo === null && closed > 0;
  return {
    monthlyRevenueMinor: null,
    startedOn: null,
    renewsOn: null,
    endedOn: noticed ? calendar.day(closed) : null,
  };
}

function profileOf(random: RandomStream, plan: CustomerPlan, terms: Terms): CustomerProfile {
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
