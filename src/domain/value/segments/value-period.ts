import { addDays } from "../../calendar.ts";
import { MS_PER_DAY } from "../../clock.ts";
import type { Period } from "../metrics/metric.ts";

/** A quarter of a year, as whole weeks: both moments see the same weekday. */
export const QUARTER_DAYS = 91;

export type ValuePeriod = {
  /** The 365 days (UTC) that end with the last one of which anything is known. */
  readonly period: Period;
  /** Its first moment. */
  readonly from: Date;
  readonly quarterAgo: Date;
};

/** What "the last twelve months" and "a quarter ago" are, as of a moment. */
export function valuePeriod(asOf: Date): ValuePeriod {
  const toDay = new Date(asOf.getTime() - 1).toISOString().slice(0, 10);
  const fromDay = addDays(toDay, -364);
  return {
    period: { fromDay, toDay },
    from: new Date(`${fromDay}T00:00:00Z`),
    quarterAgo: new Date(asOf.getTime() - QUARTER_DAYS * MS_PER_DAY),
  };
}
