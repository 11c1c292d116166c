import type { Day } from "../calendar.ts";

/** Whether a snooze until `untilDay` sleeps through a renewal that is still to come. */
export function passesRenewal(untilDay: Day, renewsOn: Day | null, today: Day): renewsOn is Day {
  return renewsOn !== null && renewsOn >= today && untilDay > renewsOn;
}
