import { localTime } from "../../domain/calendar.ts";

/** "2026-11-29 10:20", where the team is. */
export function momentText(instant: Date, timeZone: string): string {
  const { day, hour, minute } = localTime(instant, timeZone);
  return `${day} ${[hour, minute].map((part) => String(part).padStart(2, "0")).join(":")}`;
}
