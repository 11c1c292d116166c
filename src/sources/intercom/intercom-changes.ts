import { z } from "zod";
import { MS_PER_DAY } from "../../domain/clock.ts";
import { readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import { type IntercomSearch, searchIntercom } from "./intercom-api.ts";

type Item = { readonly updated_at: number };

export type IntercomList<Of extends Item> = IntercomSearch<Of> & {
  /** A search for contacts knows days alone: "later than this" begins with the day after. */
  readonly byDay: boolean;
  records(items: readonly Of[], from: SourceConnection): Promise<readonly unknown[]>;
};

/** Moments in seconds since 1970, by our clock. */
const PLACE = z.object({
  /** Changes from then on are read; null: all there is. */
  since: z.number().nullable(),
  /** When the pull under way began; null: none is. */
  began: z.number().nullable(),
  after: z.string().nullable(),
});

/** A change takes minutes to be found, and Intercom's clock and ours may differ. Chosen. */
const AGAIN_SECONDS = 15 * 60;
/** One for "the day after", one for a workspace in another zone. */
const DAYS_BEFORE = 2;

/** All there is once; from then on what changed. Intercom tells of nothing that was deleted. */
export function changesPage<Of extends Item>(list: IntercomList<Of>) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const left = readCursor(PLACE, cursor) ?? { since: null, began: null, after: null };
    const place = { ...left, began: left.began ?? secondsOf(from.now) };
    const { items, after } = await search(list, from, place);
    const changed = items.filter(({ updated_at }) => updated_at >= (place.since ?? 0));
    const next =
      after === null ? { since: place.began - AGAIN_SECONDS, began: null, after: null } : { ...place, after };
    return {
      records: await list.records(changed, from),
      deleted: [],
      ...{ cursor: JSON.stringify(next), more: after !== null },
    };
  };
}

async function search<Of extends Item>(
  list: IntercomList<Of>,
  from: SourceConnection,
  { since, after }: z.output<typeof PLACE>,
) {
  const query = {
    operator: "AND",
    value: [{ field: "updated_at", operator: ">", value: bound(list, since) }],
  };
  try {
    return await searchIntercom(from, list, query, after);
  } catch (error) {
    // A place in a search that is no longer known: the search is begun again, and ids keep rows single.
    if (!(error instanceof SourceError) || error.status !== 400 || after === null) throw error;
    return searchIntercom(from, list, query, null);
  }
}

function bound({ byDay }: { readonly byDay: boolean }, since: number | null): number {
  if (since === null) return 0;
  return byDay ? since - (DAYS_BEFORE * MS_PER_DAY) / 1_000 : since - 1;
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1_000);
