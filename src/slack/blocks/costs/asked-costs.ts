import { type Day, isDay } from "../../../domain/calendar.ts";
import { COST_DIMENSIONS, type CostDimension } from "../../../domain/costs/cost-report.ts";
import { isCurrency } from "../../../domain/money.ts";

/** What a cost report answers, in days that do not move. */
export type AskedCosts = {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly dimension: CostDimension;
  readonly currency: string;
};

/** The value of a button. */
export const encodeAsked = ({ fromDay, toDay, dimension, currency }: AskedCosts): string =>
  [fromDay, toDay, dimension, currency].join(" ");

/** @returns null for a value no button of ours carries */
export function decodeAsked(value: string): AskedCosts | null {
  const [fromDay = "", toDay = "", by, currency = "", more] = value.split(" ");
  const dimension = COST_DIMENSIONS.find((known) => known === by);
  const areDays = isDay(fromDay) && isDay(toDay) && fromDay <= toDay;
  if (!areDays || dimension === undefined || !isCurrency(currency) || more !== undefined) return null;
  return { fromDay, toDay, dimension, currency };
}
