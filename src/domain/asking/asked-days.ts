import {
  addDays,
  type Day,
  firstDayOfMonth,
  firstDayOfQuarter,
  lastDayOfMonth,
  lastDayOfQuarter,
  monthOf,
  previousMonth,
} from "../calendar.ts";
import type { AskedPeriod } from "./intent.ts";

/** The days a period is of, as of a day where the team is; those to come among them. */
export function askedDays(period: AskedPeriod, today: Day): { readonly fromDay: Day; readonly toDay: Day } {
  switch (period) {
    case "this-month":
      return monthDays(monthOf(today));
    case "last-month":
      return monthDays(previousMonth(monthOf(today)));
    case "this-quarter":
      return quarterDays(today);
    case "last-quarter":
      return quarterDays(addDays(firstDayOfQuarter(today), -1));
  }
}

const monthDays = (month: string) => ({ fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) });
const quarterDays = (day: Day) => ({ fromDay: firstDayOfQuarter(day), toDay: lastDayOfQuarter(day) });
