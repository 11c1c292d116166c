import type { Activity } from "../domain/activity.ts";
import { MS_PER_DAY } from "../domain/clock.ts";
import type { Calendar } from "./calendar.ts";
import { type Course, isPresent, strainAt, untold } from "./course.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import { amountLike, type CustomerPlan, type Segment } from "./plan.ts";
import type { RandomStream } from "./random.ts";

const CATEGORIES = [
  ["Fasteners", "Tools", "Safety gear"],
  ["Packaging", "Labels", "Tape"],
  ["Cables", "Sensors", "Batteries"],
  ["Cleaning", "Paper goods", "Kitchen"],
  ["Filters", "Lubricants", "Seals", "Pumps"],
] as const;

/** Euro cents of one order line. */
const LINE_CENTS: Readonly<Record<Segment, readonly [low: number, high: number]>> = {
  VIP: [60_000, 320_000],
  Standard: [15_000, 70_000],
  Small: [3_000, 16_000],
};

/** How one customer buys: their own rhythm, basket and season. */
export type OrderHabits = {
  /** Days between orders while all is well. */
  readonly gapDays: number;
  /** How far single gaps stray, as the standard deviation of their logarithm. */
  readonly gapSpread: number;
  readonly categories: readonly [string, ...string[]];
  readonly lineCents: number;
  readonly maxLines: number;
  /** 0 (none) to 0.5: how much faster they buy around their busiest day of the year. */
  readonly seasonality: number;
  readonly busiestDayOfYear: number;
};

export function orderHabits(random: RandomStream, segment: Segment): OrderHabits {
  const [low, high] = LINE_CENTS[segment];
  return {
    gapDays: Math.exp(random.between(Math.log(9), Math.log(55))),
    gapSpread: random.between(0.2, 0.55),
    categories: random.pick(CATEGORIES),
    lineCents: random.between(low, high),
    maxLines: random.integer(1, 3),
    seasonality: random.chance(0.4) ? random.between(0.2, 0.5) : 0,
    busiestDayOfYear: random.integer(0, 364),
  };
}

/** Orders with what came of them, and how many days before the calendar's moment the next one is due; below 0: after it. */
export type Orders = { readonly activities: readonly Activity[]; readonly nextDaysAgo: number };

/**
 * Orders, their deliveries and a few refunds; gaps grow and deliveries slip while the relationship is strained.
 * @param later those after an earlier course: when the first is due, and what tells its documents from the earlier ones
 */
export function ordersOf(
  random: RandomStream,
  plan: CustomerPlan,
  course: Course,
  habits: OrderHabits,
  calendar: Calendar,
  later: { readonly daysAgo: number; readonly series: string } | null = null,
): Orders {
  const activities: Activity[] = [];
  let daysAgo = later?.daysAgo ?? course.weeks * 7 - random.between(0, habits.gapDays);
  for (let number = 1; daysAgo > untold(course) * 7; number += 1) {
    if (isPresent(course, daysAgo)) {
      const document = `${plan.externalId}-INV-${later?.series ?? ""}${String(number).padStart(4, "0")}`;
      activities.push(...oneOrder(random, plan, habits, { document, daysAgo, course, calendar }));
      daysAgo -= nextGap(random, habits, strainAt(course, daysAgo), calendar.moment(daysAgo));
    } else {
      if (course.returnedDaysAgo === null) break;
      daysAgo = Math.min(daysAgo - 1, course.returnedDaysAgo);
    }
  }
  return { activities, nextDaysAgo: daysAgo };
}

export type Occasion = { document: string; daysAgo: number; course: Course; calendar: Calendar };

/** One order with its delivery, and maybe a refund. */
export function oneOrder(
  random: RandomStream,
  plan: CustomerPlan,
  habits: OrderHabits,
  { document, daysAgo, course, calendar }: Occasion,
): Activity[] {
  const at = calendar.workingMoment(daysAgo);
  const strain = strainAt(course, daysAgo);
  const lines = Array.from({ length: random.integer(1, habits.maxLines) }, (_, index) => {
    const quantity = random.integer(1, 24);
    const cents = habits.lineCents * Math.exp(0.35 * random.normal()) * (1 - 0.4 * strain);
    const amountMinor = amountLike(cents, plan.currency);
    const category = random.pick(habits.categories);
    return row(document, `L${index + 1}`, "order", at, {
      amountMinor,
      currency: plan.currency,
      category,
      quantity,
    });
  });
  const delivered = calendar.workingMoment(
    daysAgo - random.between(2, 6) - 7 * strain * random.between(0, 1),
  );
  const quantity = lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
  const delivery = row(document, "D", "delivery", delivered, { quantity });
  return [...lines, delivery, ...refundOf(random, lines, strain, calendar.workingMoment(daysAgo - 12))];
}

function refundOf(random: RandomStream, lines: readonly Activity[], strain: number, at: Date): Activity[] {
  const [line] = lines;
  if (!line || !random.chance(0.015 + 0.06 * strain)) return [];
  return [{ ...line, externalId: `${line.document}-R`, kind: "refund", at, note: "goods returned" }];
}

function nextGap(random: RandomStream, habits: OrderHabits, strain: number, at: Date): number {
  const dayOfYear = (at.getTime() / MS_PER_DAY) % 365.25;
  const season =
    1 + habits.seasonality * Math.cos((2 * Math.PI * (dayOfYear - habits.busiestDayOfYear)) / 365.25);
  return (
    (habits.gapDays * Math.exp(habits.gapSpread * random.normal()) * (1 + 0.8 * strain)) /
    Math.max(0.5, season)
  );
}

function row(
  document: string,
  part: string,
  kind: Activity["kind"],
  at: Date,
  facts: Partial<Pick<Activity, "amountMinor" | "currency" | "category" | "quantity">>,
): Activity {
  const empty = { amountMinor: null, currency: null, category: null, quantity: null };
  return {
    source: DEMO_SOURCE,
    externalId: `${document}-${part}`,
    kind,
    at,
    ...empty,
    ...facts,
    document,
    note: null,
  };
}
