import { type Day, localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { ListedEvent } from "../../domain/outreach/events.ts";
import type { EventStore } from "../../store/outreach/events.ts";

export type ListEventsDeps = {
  readonly events: Pick<EventStore, "upcoming">;
  readonly timeZone: string;
  readonly clock: Clock;
};

/** What the team plans from today on, the next first, each with how many customers it is for. */
export async function listEvents({ events, timeZone, clock }: ListEventsDeps): Promise<{
  readonly events: readonly ListedEvent[];
  readonly today: Day;
}> {
  const now = clock();
  const today = localTime(now, timeZone).day;
  return { events: await events.upcoming(today, now), today };
}
