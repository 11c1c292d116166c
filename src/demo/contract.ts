import type { Activity } from "../domain/activity.ts";
import type { Day } from "../domain/calendar.ts";
import type { CustomerProfile } from "../domain/customer.ts";
import { anniversarySafe, type Calendar, yearsBefore } from "./calendar.ts";
import { type Course, strainAt, untold } from "./course.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import { amountLike, type CustomerPlan, type Segment } from "./plan.ts";
import type { RandomStream } from "./random.ts";

/** Euro cents a month. */
const MONTHLY_CENTS: Readonly<Record<Segment, readonly [low: number, high: number]>> = {
  VIP: [250_000, 900_000],
  Standard: [40_000, 250_000],
  Small: [6_000, 40_000],
};
const DAYS_PER_YEAR = 365.25;
export const DAYS_PER_MONTH = 30.4375;

export type Contract = Pick<CustomerProfile, "startedOn" | "renewsOn" | "endedOn"> & {
  readonly monthlyRevenueMinor: number;
};

/**
 * A yearly contract that fits the course: one that began before the demo's history and was left ends mostly on a
 * renewal day. `renewsOn` is always an anniversary of `startedOn`, also after the end, as a CRM would keep it.
 */
export function contractOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  historyWeeks: number,
  calendar: Calendar,
): Contract {
  const [low, high] = MONTHLY_CENTS[plan.segment];
  const monthlyRevenueMinor = amountLike(Math.round(random.between(low, high) / 100) * 100, plan.currency);
  const oldContract = course.weeks >= historyWeeks;
  const atRenewal = oldContract && course.leftDaysAgo !== null && random.chance(0.65);
  const age = oldContract ? random.integer(20, 700) + course.weeks * 7 : course.weeks * 7;
  const startedDaysAgo = atRenewal ? wholeYearsBefore(course.leftDaysAgo ?? 0, age) : age;
  const startedOn = anniversarySafe(calendar.day(startedDaysAgo));
  const endedOn =
    course.leftDaysAgo === null ? null : endDay(startedOn, course.leftDaysAgo, atRenewal, calendar);
  const renewsOn = nextAnniversary(startedOn, endedOn ?? calendar.day(-1));
  return { startedOn, renewsOn, endedOn, monthlyRevenueMinor };
}

function wholeYearsBefore(daysAgo: number, atLeast: number): number {
  return daysAgo + Math.ceil((atLeast - daysAgo) / DAYS_PER_YEAR) * DAYS_PER_YEAR;
}

function endDay(startedOn: Day, leftDaysAgo: number, atRenewal: boolean, calendar: Calendar): Day {
  if (!atRenewal) return calendar.day(leftDaysAgo);
  const anniversary = nextAnniversary(startedOn, calendar.day(leftDaysAgo + 15));
  return anniversary <= calendar.day(0) ? anniversary : calendar.day(leftDaysAgo);
}

/** The first anniversary of `startedOn` on or after `from`, at least one year on. */
export function nextAnniversary(startedOn: Day, from: Day): Day {
  let years = 1;
  while (yearsBefore(startedOn, -years) < from) years += 1;
  return yearsBefore(startedOn, -years);
}

/** How the customer works with the service: sessions in a usual week, and how far weeks stray. */
export type UsageHabits = {
  readonly weeklySessions: number;
  readonly spread: number;
  readonly fallsBy: number;
  /** Days of the week that their weekly row lies before the week's end, 0 to 7. */
  readonly weekday: number;
};

export function usageHabits(random: RandomStream, segment: Segment): UsageHabits {
  const size = { VIP: 260, Standard: 90, Small: 28 }[segment];
  return {
    weeklySessions: size * random.between(0.5, 1.6),
    spread: random.between(0.08, 0.28),
    fallsBy: random.between(0.4, 0.95),
    weekday: random.between(0, 7),
  };
}

/** Weekly sessions with a slow drift of their own; they fall by up to `fallsBy` while the relationship is strained. */
export function usageOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  habits: UsageHabits,
  calendar: Calendar,
  series = "",
): Activity[] {
  const activities: Activity[] = [];
  let drift = 0;
  for (let week = course.weeks - 1; week >= untold(course); week -= 1) {
    const daysAgo = week * 7 + habits.weekday;
    drift = 0.93 * drift + habits.spread * 0.4 * random.normal();
    if (course.leftDaysAgo !== null && daysAgo <= course.leftDaysAgo) break;
    const level =
      Math.exp(drift + habits.spread * random.normal()) * (1 - habits.fallsBy * strainAt(course, daysAgo));
    const quantity = Math.round(habits.weeklySessions * level);
    activities.push(
      serviceRow(plan, `USE-${series}${course.weeks - week}`, "usage", calendar.workingMoment(daysAgo), {
        quantity,
        category: "Sessions",
      }),
    );
  }
  return activities;
}

/**
 * One payment a month; under strain it may come late.
 * @param later those after an earlier course: when the first is due, and what tells them from the earlier ones
 */
export function paymentsOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  contract: Contract,
  calendar: Calendar,
  later: { readonly daysAgo: number; readonly series: string } | null = null,
): Activity[] {
  const activities: Activity[] = [];
  const first = later?.daysAgo ?? course.weeks * 7 - random.between(1, 28);
  for (let month = 0; first - month * DAYS_PER_MONTH > untold(course) * 7; month += 1) {
    const dueDaysAgo = first - month * DAYS_PER_MONTH;
    if (course.leftDaysAgo !== null && dueDaysAgo <= course.leftDaysAgo) break;
    const lateDays = 12 * strainAt(course, dueDaysAgo) * random.between(0, 1);
    const facts = {
      amountMinor: contract.monthlyRevenueMinor,
      currency: plan.currency,
      category: "Subscription",
    };
    activities.push(
      serviceRow(
        plan,
        `PAY-${later?.series ?? ""}${month + 1}`,
        "payment",
        calendar.workingMoment(dueDaysAgo - lateDays),
        facts,
      ),
    );
  }
  return activities;
}

function serviceRow(
  plan: CustomerPlan,
  part: string,
  kind: "usage" | "payment",
  at: Date,
  facts: Partial<Pick<Activity, "amountMinor" | "currency" | "category" | "quantity">>,
): Activity {
  return {
    source: DEMO_SOURCE,
    externalId: `${plan.externalId}-${part}`,
    kind,
    at,
    amountMinor: null,
    currency: null,
    category: null,
    quantity: null,
    document: null,
    note: null,
    ...facts,
  };
}
