import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, type Month, monthOf } from "../calendar.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { CostPeriod } from "./cost-report.ts";

/** Days that have a name: October 2026, the third quarter, 2026 so far. */
export type ReportPeriod = CostPeriod & { readonly name: Phrase };

type Length = "month" | "quarter" | "year";
const MONTHS: Readonly<Record<Length, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The days somebody means: "month", "quarter" and "year" are the last complete ones, because a period under way
 * lacks costs that are entered at its end; "this month" is what there is of it; "2026-09", "2026-Q3" and "2026" are
 * those. Nothing typed means the last month.
 * @returns null where it is no period, or one that has not begun by `today`
 */
export function reportPeriod(typed: string, today: Day): ReportPeriod | null {
  const words = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const relative = /^(?:(last|this) )?(month|quarter|year)$/.exec(words === "" ? "month" : words);
  if (relative) {
    const length = relative[2] as Length;
    const current = startOf(length, today);
    return relative[1] === "this" ? soFar(length, current, today) : whole(length, before(length, current));
  }
  const named = namedPeriod(words);
  if (named === null || firstDayOfMonth(named.from) > today) return null;
  const period = whole(named.length, named.from);
  return period.toDay > today ? soFar(named.length, named.from, today) : period;
}

function namedPeriod(words: string): { readonly length: Length; readonly from: Month } | null {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words);
  if (month) return { length: "month", from: words };
  const quarter = /^(\d{4})[- ]?q([1-4])$/.exec(words) ?? /^q([1-4])[- ]?(\d{4})$/.exec(words);
  if (quarter) {
    const [year = "", number = ""] =
      quarter[1]?.length === 4 ? [quarter[1], quarter[2]] : [quarter[2], quarter[1]];
    return { length: "quarter", from: `${year}-${twoDigits(3 * Number(number) - 2)}` };
  }
  return /^\d{4}$/.test(words) ? { length: "year", from: `${words}-01` } : null;
}

/** The first month of the period that a day is in. */
function startOf(length: Length, day: Day): Month {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % MONTHS[length]);
  return `${day.slice(0, 4)}-${twoDigits(first)}`;
}

function before(length: Length, from: Month): Month {
  return startOf(length, addDays(firstDayOfMonth(from), -1));
}

function whole(length: Length, from: Month): ReportPeriod {
  const fromDay = firstDayOfMonth(from);
  // Half a month into the last month of the period, whatever the months' lengths.
  const lastMonth = monthOf(addDays(fromDay, Math.round((MONTHS[length] - 1) * 30.4) + 14));
  return { fromDay, toDay: lastDayOfMonth(lastMonth), name: nameOf(length, from) };
}

function soFar(length: Length, from: Month, today: Day): ReportPeriod {
  return {
    fromDay: firstDayOfMonth(from),
    toDay: today,
    name: phrase("cost.period.so-far", { period: nameOf(length, from) }),
  };
}

function nameOf(length: Length, from: Month): Phrase {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5));
  if (length === "year") return phrase("cost.period.year", { year });
  if (length === "month") return phrase("cost.period.month", { month, year });
  return phrase("cost.period.quarter", { quarter: Math.ceil(month / 3), year });
}

const twoDigits = (number: number) => String(number).padStart(2, "0");
