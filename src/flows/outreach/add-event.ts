import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import {
  type EventErrors,
  type ListedEvent,
  readEvent,
  type TypedEvent,
} from "../../domain/outreach/events.ts";
import type { EventStore } from "../../store/outreach/events.ts";

export type AddEventDeps = {
  readonly events: Pick<EventStore, "add">;
  readonly timeZone: string;
  readonly clock: Clock;
};

export type AddedEvent =
  | { readonly kind: "added"; readonly event: ListedEvent }
  /** The same name on the same day is there. */
  | { readonly kind: "known" }
  | { readonly kind: "wrong"; readonly errors: EventErrors };

/** Keeps an event as somebody typed it. @param by Slack user id; null: from the command line */
export async function addEvent(
  { events, timeZone, clock }: AddEventDeps,
  { typed, by }: { readonly typed: TypedEvent; readonly by: string | null },
): Promise<AddedEvent> {
  const now = clock();
  const read = readEvent(typed, localTime(now, timeZone).day);
  if ("errors" in read) return { kind: "wrong", errors: read.errors };
  const event = await events.add(read.event, by, now);
  return event === null ? { kind: "known" } : { kind: "added", event };
}
