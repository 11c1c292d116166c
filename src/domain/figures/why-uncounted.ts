import type { Day } from "../calendar.ts";
import { boughtUntil, customerSpans, isCustomerAtClose } from "./customer-days.ts";
import type { CustomerHistory } from "./customer-history.ts";

/**
 * Why somebody who was one is no customer any more: a buyer was silent for longer than `ACTIVITY_WINDOW_DAYS`, or what
 * there was has ended.
 */
export type WhyUncounted = "silent" | "ended";

/** @returns null for who is a customer at the close of the day, the last one that the history tells of */
export function whyUncounted(history: CustomerHistory, day: Day): WhyUncounted | null {
  const spans = customerSpans(history);
  if (isCustomerAtClose(spans, day)) return null;
  const lastDay = spans.filter(({ firstDay }) => firstDay <= day).at(-1)?.lastDay;
  const bought = [history.lastPurchaseBefore, ...history.purchases.map((purchase) => purchase.day)];
  const ranOut = bought.some((one) => one !== null && boughtUntil(one) === lastDay);
  return ranOut ? "silent" : "ended";
}
