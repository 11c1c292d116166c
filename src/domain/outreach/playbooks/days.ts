import type { Day } from "../../calendar.ts";
import { MS_PER_DAY } from "../../clock.ts";
import type { Facts } from "../facts.ts";

/** Days on the calendar (UTC) from one moment to a later one, as features count them; 0 where it is not later. */
export const wholeDays = (from: Date, to: Date): number => Math.max(0, dayNumber(to) - dayNumber(from));

/** Days since 1970, UTC: a morning compares many, and text takes longer to make. */
const dayNumber = (instant: Date) => Math.floor(instant.getTime() / MS_PER_DAY);

/** The text of each day that was asked for, of which data have few: making it takes ten times as long as finding it. */
const known = new Map<number, Day>();

/** The day of a moment, UTC. */
export function dayOf(instant: Date): Day {
  const number = dayNumber(instant);
  const day = known.get(number) ?? instant.toISOString().slice(0, 10);
  known.set(number, day);
  return day;
}

/** Part of an occasion that the next contact ends. */
export const lastTouchDay = ({ lastTouch }: Facts<"lastTouch">): string =>
  lastTouch === null ? "never" : dayOf(lastTouch.at);
