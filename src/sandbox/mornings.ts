import { MS_PER_DAY } from "../domain/clock.ts";
import { utcOffsetSeconds } from "./web-api/users.ts";

/** When a working day starts in the stand-in. */
const MORNING_HOUR = 9;

/**
 * The next 9:00 in the zone that is on another day than `now`.
 * @param weekday `Mon` … `Sun` to go on to that day; null for the very next day
 */
export function morningAfter(now: Date, timeZone: string, weekday: string | null): Date {
  for (let days = 1; days <= 7; days += 1) {
    const morning = morningOn(new Date(now.getTime() + days * MS_PER_DAY), timeZone);
    const name = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" }).format(morning);
    if (weekday === null || name === weekday) return morning;
  }
  throw new RangeError(`${weekday} is no weekday.`);
}

/** 9:00 of the zone's calendar day that holds the instant. */
function morningOn(instant: Date, timeZone: string): Date {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
  const asUtc = new Date(`${day}T${String(MORNING_HOUR).padStart(2, "0")}:00:00Z`).getTime();
  const guess = asUtc - utcOffsetSeconds(timeZone, new Date(asUtc)) * 1000;
  // Where the clocks change between the guess and UTC's 9:00, the offset at the guess is the right one.
  return new Date(asUtc - utcOffsetSeconds(timeZone, new Date(guess)) * 1000);
}
