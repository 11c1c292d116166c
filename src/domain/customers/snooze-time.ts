import { addDays, type Day, isDay } from "../calendar.ts";

/** A mute without an end is a customer forgotten. Chosen by the product. */
export const LONGEST_SNOOZE_DAYS = 366;

/** What is wrong with the day until which somebody wants to snooze; null where nothing is. */
export function snoozeDayProblem(untilDay: Day | null, today: Day): "no-day" | "past" | "too-far" | null {
  if (untilDay === null) return "no-day";
  if (untilDay <= today) return "past";
  return untilDay > addDays(today, LONGEST_SNOOZE_DAYS) ? "too-far" : null;
}

/** As the form has it, where a month is 30 days. */
const UNITS: ReadonlyArray<readonly [pattern: RegExp, days: number]> = [
  [/^(?:d|days?|天|日)$/, 1],
  [/^(?:w|wks?|weeks?|周|週|星期|礼拜|禮拜)$/, 7],
  [/^(?:m|mo|months?|月)$/, 30],
];

const DIGITS = "〇一二三四五六七八九";
const COUNTED =
  /^(\d{1,3}|an?|one|[一二两兩三四五六七八九十]{1,3})\s*(?:个|個)?\s*([a-z]+|[天日周週月]|星期|礼拜|禮拜)$/;
const DATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/**
 * The day that somebody typed a snooze to end on: "3d", "2 weeks", "1 month", "until 2027-01-15", "tomorrow", 两周, 一個月,
 * 到2027年1月15日. Null where it is none of these; whether it is a good day, `snoozeDayProblem` says.
 */
export function snoozeDay(typed: string, today: Day): Day | null {
  const time = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:for|until|till|to) +|直?到 *)/, "")
    .replace(/\s+/g, " ");
  if (/^(?:tomorrow|明天)$/.test(time)) return addDays(today, 1);
  const date = DATED.exec(time);
  if (date !== null) return dayOf(date[1], date[2], date[3]);
  const [, count, unit = ""] = COUNTED.exec(time) ?? [];
  const days = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (count === undefined || days === undefined) return null;
  return addDays(today, days * numberOf(count));
}

function dayOf(year = "", month = "", day = ""): Day | null {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}

/** "12", "a", 两, 十二, 二十. */
function numberOf(count: string): number {
  if (/^\d+$/.test(count)) return Number(count);
  if (/^[a-z]+$/.test(count)) return 1;
  const [tens = "", ones = ""] = count.includes("十") ? count.split("十") : ["〇", count];
  return 10 * (tens === "" ? 1 : digit(tens)) + digit(ones);
}

const digit = (character: string): number =>
  Math.max(0, DIGITS.indexOf(character.replace(/[两兩]/, "二") || "〇"));
