import { z } from "zod";
import { expectShape, readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import { webHost } from "../pull/web-host.ts";
import { askIntercom, INTERCOM_ID, INTERCOM_MOMENT } from "./intercom-api.ts";

const COMPANY = z.looseObject({
  id: INTERCOM_ID,
  name: z.string().nullish(),
  updated_at: INTERCOM_MOMENT,
  website: z.string().nullish(),
});
const SCROLL = z.looseObject({ data: z.array(COMPANY), scroll_param: z.string().nullish() });

/** Moments in seconds since 1970, by our clock; `scroll` is where Intercom goes on. */
const PLACE = z.object({
  since: z.number().nullable(),
  began: z.number().nullable(),
  scroll: z.string().nullable(),
});
type Place = z.output<typeof PLACE>;

/** Intercom's clock and ours may differ. Chosen. */
const AGAIN_SECONDS = 15 * 60;

/**
 * Companies cannot be asked for what changed: all of them are read in each pull, a hundred at a time, and those that changed
 * since the last one are handed on.
 */
export async function companiesPage(from: SourceConnection, cursor: string | null): Promise<SourcePage> {
  const left = readCursor(PLACE, cursor) ?? { since: null, began: null, scroll: null };
  const now = Math.floor(from.now.getTime() / 1_000);
  const place = { ...left, began: left.began ?? now };
  const answer = await scroll(from, place);
  // It forgets within a minute where it was.
  if (answer === null) return { records: [], deleted: [], ...goingOn({ ...place, scroll: null }, true) };
  const { data, scroll_param } = expectShape(SCROLL, answer, "Intercom companies");
  const changed = data.filter(({ updated_at }) => updated_at >= (place.since ?? 0));
  const records = changed.map((company) => ({ ...company, domain: webHost(company.website) }));
  const isOver = data.length === 0 || !scroll_param;
  const next = isOver ? { since: place.began - AGAIN_SECONDS, began: null, scroll: null } : null;
  return { records, deleted: [], ...goingOn(next ?? { ...place, scroll: scroll_param ?? null }, !isOver) };
}

async function scroll(from: SourceConnection, { scroll }: Place): Promise<unknown> {
  try {
    return await askIntercom(from, "companies/scroll", scroll === null ? {} : { scroll_param: scroll });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (scroll !== null && (error.status === 400 || error.status === 404)) return null;
    // One at a time: that of a pull that was killed ends within a minute.
    if (error.code === "scroll_exists") throw new SourceError("limited", error.message);
    throw error;
  }
}

const goingOn = (place: Place, more: boolean): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more },
});
