import type { Day } from "../../calendar.ts";

/** How often somebody hears of their customers. */
export const NUDGE_FREQUENCIES = ["daily", "weekly"] as const;
export type NudgeFrequency = (typeof NUDGE_FREQUENCIES)[number];

/** When and how a member is told about their customers; days and hours are those of their own time zone. */
export type NudgePreferences = {
  /** From this full hour on, `FIRST_HOUR` to `LAST_HOUR`. */
  readonly hour: number;
  /** The days they work: 1 (Monday) to 7 (Sunday), at least one. */
  readonly weekdays: readonly number[];
  /** No direct message from this hour on until `quietUntil`, over midnight too; both the same: no quiet hours. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly frequency: NudgeFrequency;
  /** The weekday of a weekly message, 1 to 7. */
  readonly weeklyOn: number;
  /** No nudges before this day; null: not paused. */
  readonly pausedUntil: Day | null;
  /** Whether complaints and unhappy answers come at once, in quiet hours and on days off too. */
  readonly urgentAtOnce: boolean;
  /** Customers named on one day, `SMALLEST_BUDGET` to `LARGEST_BUDGET`; null: as many as the team's. */
  readonly dailyBudget: number | null;
  /** Whose public holidays count, ISO 3166-1; null: the country of the time zone; `NO_COUNTRY`: none. */
  readonly country: string | null;
};

/** Nobody's public holidays: they work on all of them. */
export const NO_COUNTRY = "none";

/** Before six and after eighteen is nobody's working morning or afternoon. Chosen by the product. */
export const FIRST_HOUR = 6;
export const LAST_HOUR = 18;

/** A message shows no more than eight customers (`MOST_ITEMS`). Chosen by the product. */
export const SMALLEST_BUDGET = 1;
export const LARGEST_BUDGET = 8;

/** A pause without an end is a member forgotten. A quarter covers a long leave. Chosen by the product. */
export const LONGEST_PAUSE_DAYS = 92;

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const SUNDAY_TO_THURSDAY = [1, 2, 3, 4, 7];
const SATURDAY_TO_WEDNESDAY = [1, 2, 3, 6, 7];

/**
 * Countries whose offices rest on Friday and Saturday: CLDR 45, weekData, with Bangladesh, the Maldives and Palestine,
 * which it leaves to Saturday and Sunday.
 */
const RESTS_ON_FRIDAY_AND_SATURDAY = "BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE".split(" ");
/** On Thursday and Friday: CLDR 45 for Afghanistan; Iran's offices. */
const RESTS_ON_THURSDAY_AND_FRIDAY = ["AF", "IR"];

/** The days people work in a country, unless they say otherwise. @param country null: not known */
export function usualWeekdays(country: string | null): readonly number[] {
  if (country === null) return MONDAY_TO_FRIDAY;
  if (RESTS_ON_FRIDAY_AND_SATURDAY.includes(country)) return SUNDAY_TO_THURSDAY;
  return RESTS_ON_THURSDAY_AND_FRIDAY.includes(country) ? SATURDAY_TO_WEDNESDAY : MONDAY_TO_FRIDAY;
}

/**
 * What holds for somebody who has chosen nothing. Chosen by the product: nine is when the day's calls are planned; from
 * seven in the evening to seven in the morning, and on days off, even a complaint can wait.
 * @param country of their time zone; null: not known
 */
export function defaultPreferences(country: string | null): NudgePreferences {
  const weekdays = usualWeekdays(country);
  return {
    hour: 9,
    weekdays,
    quietFrom: 19,
    quietUntil: 7,
    frequency: "daily",
    weeklyOn: weekdays.includes(7) ? 7 : 1,
    pausedUntil: null,
    urgentAtOnce: false,
    dailyBudget: null,
    country: null,
  };
}

/** Whether an hour, 0–23, is one of the quiet ones. */
export function isQuietHour(
  { quietFrom, quietUntil }: Pick<NudgePreferences, "quietFrom" | "quietUntil">,
  hour: number,
): boolean {
  if (quietFrom === quietUntil) return false;
  if (quietFrom < quietUntil) return hour >= quietFrom && hour < quietUntil;
  return hour >= quietFrom || hour < quietUntil;
}

/** How many customers one message names: a day's, or a week's in one. @param ofTeam the team's budget a day */
export function budgetOfTurn({ frequency, dailyBudget, weekdays }: NudgePreferences, ofTeam: number): number {
  const aDay = dailyBudget ?? ofTeam;
  return frequency === "daily" ? aDay : Math.min(LARGEST_BUDGET, aDay * weekdays.length);
}
