import type { Day } from "../calendar.ts";
import type { Money } from "../money.ts";

/** From `fromDay` on, what an hour of a member costs, until a newer one is stated. */
export type HourlyCost = { readonly memberId: string; readonly fromDay: Day; readonly perHour: Money };

/** Time spent on a customer, as it was logged. */
export type TouchTime = {
  readonly customerId: number;
  /** Null where nobody knows whose time it was. */
  readonly memberId: string | null;
  readonly day: Day;
  readonly minutes: number;
};

/** A touch as direct labour of its customer on its day. */
export type TouchLabour = TouchTime & { readonly cost: Money };

export type UnpricedTime = {
  readonly memberId: string | null;
  readonly touches: number;
  readonly minutes: number;
};

export type PricedTouches = {
  readonly priced: readonly TouchLabour[];
  /** Time of members without an hourly cost on its day: unknown, never free. In the order it was met. */
  readonly unpriced: readonly UnpricedTime[];
};

const MINUTES_PER_HOUR = 60;

/**
 * Direct labour = minutes × hourly cost ÷ 60, at the hourly cost in force on the touch's day, each touch rounded to
 * the smallest unit, halves away from zero. Sums add the rounded touches, so that a card and a report agree.
 */
export function priceTouches(
  touches: readonly TouchTime[],
  hourlyCosts: readonly HourlyCost[],
): PricedTouches {
  const priced: TouchLabour[] = [];
  const unpriced = new Map<string | null, UnpricedTime>();
  for (const touch of touches) {
    if (touch.minutes === 0) continue;
    const hourly = hourlyCostOn(hourlyCosts, touch.memberId, touch.day);
    if (hourly) priced.push({ ...touch, cost: costOf(touch.minutes, hourly) });
    else unpriced.set(touch.memberId, withTime(unpriced.get(touch.memberId), touch));
  }
  return { priced, unpriced: [...unpriced.values()] };
}

/** The hourly cost in force: the newest on or before the day. */
export function hourlyCostOn(
  hourlyCosts: readonly HourlyCost[],
  memberId: string | null,
  day: Day,
): Money | undefined {
  let newest: HourlyCost | undefined;
  for (const cost of hourlyCosts) {
    if (cost.memberId !== memberId || cost.fromDay > day) continue;
    if (newest === undefined || cost.fromDay > newest.fromDay) newest = cost;
  }
  return newest?.perHour;
}

function costOf(minutes: number, { minor, currency }: Money): Money {
  return { minor: Math.floor((2 * minutes * minor + MINUTES_PER_HOUR) / (2 * MINUTES_PER_HOUR)), currency };
}

function withTime(before: UnpricedTime | undefined, { memberId, minutes }: TouchTime): UnpricedTime {
  return {
    memberId,
    touches: (before?.touches ?? 0) + 1,
    minutes: (before?.minutes ?? 0) + minutes,
  };
}
