import { firstDayOfMonth, lastDayOfMonth, type Month, previousMonth } from "../calendar.ts";
import { customerTurn, isCustomerAtClose, type Span } from "./customer-days.ts";

/** Months that are shown: half a year fits a phone's width. Chosen by the product. */
export const MONTHS_SHOWN = 6;

/** Those who became customers for the first time in a month. */
export type JoinedIn = {
  readonly month: Month;
  readonly joined: number;
  /** Of them, customers at the close of that month, of the one after, and so on. Who left may have come back. */
  readonly kept: readonly number[];
};

/** The months up to one, oldest first. */
export function monthsUpTo(last: Month, count: number): readonly Month[] {
  const months = [last];
  for (let oldest = last; months.length < count; months.unshift(oldest)) oldest = previousMonth(oldest);
  return months;
}

/** Counts customers one at a time, by the rules of every report. @param months oldest first, without a gap */
export function triangleCount(months: readonly Month[]) {
  const periods = months.map((month) => ({ fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) }));
  const rows = months.map((month, place) => ({ month, joined: 0, kept: months.slice(place).map(() => 0) }));
  return {
    add(spans: readonly Span[]): void {
      const place = periods.findIndex((period) => customerTurn(spans, period).joined);
      const row = rows[place];
      if (row === undefined) return;
      row.joined += 1;
      for (const [later, { toDay }] of periods.slice(place).entries())
        if (isCustomerAtClose(spans, toDay)) row.kept[later] = (row.kept[later] ?? 0) + 1;
    },
    rows: (): readonly JoinedIn[] => rows,
  };
}
