import { z } from "zod";
import { expectShape, readCursor } from "../pull/expect-shape.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { askStripe, SECONDS_AGAIN, secondsOf } from "./stripe-api.ts";

/** A list of things that change after they were made. */
export type ChangingList<Thing> = {
  /** Of the list: "customers". */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly thing: z.ZodType<Thing>;
  /** Events that carry such a thing as it was then. */
  readonly events: readonly string[];
  /** The event after which it is gone; null where a thing stays. */
  readonly deletion: string | null;
  /** @param at of the event that brought it, in seconds; null where it was listed */
  record(thing: Thing, at: number | null): Record<string, unknown> | null;
};

/** Seconds since 1970. */
const PLACE = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("list"), began: z.number(), after: z.string().nullable() }),
  z.object({ phase: z.literal("events"), since: z.number() }),
]);
type Place = z.output<typeof PLACE>;

/** Stripe forgets events after 30 days; a pull that comes later than this reads the whole list again. */
const SECONDS_KEPT = 25 * 86_400;
/** Events of so long are read at once, so that the oldest can be taken first. */
const WINDOW_SECONDS = 6 * 3_600;

/**
 * Stripe cannot list what changed since a time. So the whole list is read once, and from then on the events, which tell of
 * what is new, too.
 */
export async function changesPage<Thing extends { readonly id: string }>(
  list: ChangingList<Thing>,
  from: SourceConnection,
  cursor: string | null,
): Promise<SourcePage> {
  const now = secondsOf(from.now);
  const place = readCursor(PLACE, cursor);
  const forgotten = place?.phase === "events" && now - place.since > SECONDS_KEPT;
  const from_start: Place = { phase: "list", began: now, after: null };
  const at = place === null || forgotten ? from_start : place;
  return at.phase === "list" ? listPage(list, from, at) : eventsPage(list, from, at.since);
}

async function listPage<Thing extends { readonly id: string }>(
  list: ChangingList<Thing>,
  from: SourceConnection,
  { began, after }: { readonly began: number; readonly after: string | null },
): Promise<SourcePage> {
  const query = after === null ? list.query : { ...list.query, starting_after: after };
  const { data, has_more } = await askStripe(from, list.path, query, list.thing);
  const last = has_more ? data.at(-1) : undefined;
  const next: Place = last
    ? { phase: "list", began, after: last.id }
    : { phase: "events", since: began - SECONDS_AGAIN };
  return {
    records: data.flatMap((thing) => list.record(thing, null) ?? []),
    deleted: [],
    cursor: JSON.stringify(next),
    more: true,
  };
}

const EVENT = z.looseObject({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.looseObject({ object: z.looseObject({ id: z.string() }) }),
});
type StripeEvent = z.output<typeof EVENT>;

async function eventsPage<Thing extends { readonly id: string }>(
  list: ChangingList<Thing>,
  from: SourceConnection,
  since: number,
): Promise<SourcePage> {
  const now = secondsOf(from.now);
  const end = since + WINDOW_SECONDS;
  const isLast = end >= now;
  const events = await eventsOf(list, from, since, isLast ? null : end);
  const latest = new Map(events.toReversed().map((event) => [event.data.object.id, event]));
  const gone = [...latest].filter(([, { type }]) => type === list.deletion).map(([id]) => id);
  const there = [...latest.values()].filter(({ type }) => type !== list.deletion);
  return {
    records: there.flatMap(({ data, created }) => {
      const thing = expectShape(list.thing, data.object, `Stripe ${list.path}`);
      return list.record(thing, created) ?? [];
    }),
    deleted: gone,
    cursor: JSON.stringify({ phase: "events", since: isLast ? now - SECONDS_AGAIN : end }),
    more: !isLast,
  };
}

/** The latest first. @param until null: whatever Stripe has by now, whose clock may be ahead of ours */
async function eventsOf<Thing>(
  list: ChangingList<Thing>,
  from: SourceConnection,
  since: number,
  until: number | null,
): Promise<readonly StripeEvent[]> {
  const types = Object.fromEntries(list.events.map((type, index) => [`types[${index}]`, type]));
  const window = until === null ? {} : { "created[lt]": String(until) };
  const query = { ...types, ...window, "created[gte]": String(since) };
  const events: StripeEvent[] = [];
  for (let more = true; more; ) {
    const after = events.at(-1);
    const page = await askStripe(
      from,
      "events",
      after ? { ...query, starting_after: after.id } : query,
      EVENT,
    );
    events.push(...page.data);
    more = page.has_more && page.data.length > 0;
  }
  return events;
}
