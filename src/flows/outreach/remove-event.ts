import type { Clock } from "../../domain/clock.ts";
import type { EventStore } from "../../store/outreach/events.ts";

export type RemoveEventDeps = { readonly events: Pick<EventStore, "remove">; readonly clock: Clock };

/** Nobody is invited to it any more. @returns its name; null: it was not there */
export async function removeEvent(
  { events, clock }: RemoveEventDeps,
  { id, by }: { readonly id: number; readonly by: string | null },
): Promise<{ readonly name: string | null }> {
  return { name: await events.remove(id, by, clock()) };
}
