import { isTimeZone } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import {
  UNDELIVERED_DAYS,
  type Undelivered,
  type UndeliveredList,
} from "../../domain/outreach/undelivered.ts";
import { phrase } from "../../domain/phrase.ts";
import type { UndeliveredStore } from "../../store/outreach/undelivered.ts";

export type FindUndeliveredDeps = { readonly undelivered: Pick<UndeliveredStore, "since" | "zones"> };

/** What can never arrive as things are, then what did not in the last days, newest first. */
export async function findUndelivered(
  deps: FindUndeliveredDeps,
  limit: number,
  now: Date,
): Promise<UndeliveredList> {
  const impossible = await findImpossible(deps);
  const { items, inAll } = await deps.undelivered.since(daysAfter(now, -UNDELIVERED_DAYS), limit);
  return { items: [...impossible, ...items].slice(0, limit), inAll: impossible.length + inAll };
}

/** Whose messages never come due, because there is no such time zone as theirs. */
export async function findImpossible({
  undelivered,
}: {
  readonly undelivered: Pick<UndeliveredStore, "zones">;
}): Promise<readonly Undelivered[]> {
  const zones = await undelivered.zones();
  return zones
    .filter(({ timeZone }) => !isTimeZone(timeZone))
    .map(({ recipient, recipientName, timeZone }) => ({
      what: recipientName === null ? "channel" : "nudge",
      recipient,
      recipientName,
      because: phrase(
        recipientName === null ? "undelivered.time-zone.channel" : "undelivered.time-zone.member",
        { timeZone },
      ),
      at: null,
    }));
}
