import { type Day, daysBetween } from "../../calendar.ts";
import type { Facts } from "../facts.ts";

/** Days on the calendar (UTC) from one moment to a later one, as features count them; 0 where it is not later. */
export const wholeDays = (from: Date, to: Date): number => Math.max(0, daysBetween(dayOf(from), dayOf(to)));

/** The day of a moment, UTC. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);

/** Part of an occasion that the next contact ends. */
export const lastTouchDay = ({ lastTouch }: Facts<"lastTouch">): string =>
  lastTouch === null ? "never" : dayOf(lastTouch.at);
