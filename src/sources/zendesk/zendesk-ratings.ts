import { z } from "zod";
import { readCursor } from "../pull/expect-shape.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { askZendesk } from "./zendesk-api.ts";

const id = z.number().int();
const RATING = z.looseObject({
  id,
  score: z.string(),
  created_at: z.string().min(1),
  requester_id: id,
  ticket_id: id.nullable(),
});
const RATINGS = z.looseObject({
  satisfaction_ratings: z.array(RATING),
  meta: z.looseObject({ has_more: z.boolean(), after_cursor: z.string().nullish() }),
});
/** Also the most tickets that one request may name. */
const PAGE = "100";

/** Seconds since 1970. */
const PLACE = z.object({ since: z.number(), began: z.number(), after: z.string().nullable() });

/**
 * A rating stands in the list under the time it was made, and may be changed afterwards: the last week is read again, which
 * is longer than most people take, and than any clock is wrong.
 */
const SECONDS_AGAIN = 7 * 86_400;

/** Answers to the question whether support was good; one belongs to the customer of its ticket. */
export async function ratingsPage(from: SourceConnection, cursor: string | null): Promise<SourcePage> {
  const now = Math.floor(from.now.getTime() / 1_000);
  const left = readCursor(PLACE, cursor) ?? { since: 0, began: now, after: null };
  const place = left.after === null ? { ...left, began: now } : left;
  const query = {
    ...{ score: "received", start_time: String(place.since), "page[size]": PAGE },
    ...(place.after === null ? {} : { "page[after]": place.after }),
  };
  const answer = await askZendesk(from, "satisfaction_ratings", query, RATINGS);
  const organizations = await organizationsOf(from, answer.satisfaction_ratings);
  const after = answer.meta.has_more ? (answer.meta.after_cursor ?? null) : null;
  const next = after === null ? { ...place, since: place.began - SECONDS_AGAIN, after } : { ...place, after };
  return {
    records: answer.satisfaction_ratings.map((rating) => ({
      ...rating,
      customer: organizations.get(rating.ticket_id ?? 0) ?? rating.requester_id,
    })),
    deleted: [],
    cursor: JSON.stringify(next),
    more: after !== null,
  };
}

const TICKETS = z.looseObject({ tickets: z.array(z.looseObject({ id, organization_id: id.nullable() })) });

/** By ticket; of tickets that are gone nothing is told. */
async function organizationsOf(
  from: SourceConnection,
  ratings: readonly z.output<typeof RATING>[],
): Promise<ReadonlyMap<number, number | null>> {
  const ids = [...new Set(ratings.flatMap(({ ticket_id }) => ticket_id ?? []))];
  if (ids.length === 0) return new Map();
  const { tickets } = await askZendesk(from, "tickets/show_many", { ids: ids.join(",") }, TICKETS);
  return new Map(tickets.map((ticket) => [ticket.id, ticket.organization_id]));
}
