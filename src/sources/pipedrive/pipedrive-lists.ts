import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { expectShape, readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";

const id = z.union([z.number(), z.string()]).transform(String);
export const PIPEDRIVE_ID = id;
/** What every item has; `update_time` is by Pipedrive's own clock. */
export const PIPEDRIVE_ITEM = { id, update_time: z.string().min(1), is_deleted: z.boolean() };

/** One kind of item. */
export type PipedriveList<Item> = {
  /** Where it is listed: deals and archived deals are two lists. */
  readonly paths: readonly [string, ...string[]];
  /** Asked for along with what changed since, e.g. that deleted ones are wanted. */
  readonly changed?: Readonly<Record<string, string>>;
  readonly item: z.ZodType<Item>;
  /** Whether it counts; what did, and does no longer, is told as deleted. */
  counts(item: Item): boolean;
  record(item: Item): unknown;
};

/** Moments in ms since 1970. */
const PLACE = z.object({
  /** Which of the paths is being read. */
  path: z.number().int().nonnegative(),
  /** Of each path: changes from then on are read; null: all there is. */
  since: z.array(z.number().nullable()),
  /** The latest change that was seen on this path. */
  newest: z.number().nullable(),
  after: z.string().nullable(),
});
type Place = z.output<typeof PLACE>;

/** The most that Pipedrive gives at once. */
const PAGE = "500";
/** Of Pipedrive's clock: a change may show a little after its time. Chosen. */
const AGAIN_MS = 5 * MS_PER_MINUTE;

type Item = { readonly id: string; readonly update_time: string; readonly is_deleted: boolean };

/** All items once, in the order of their changes; from then on those that changed. */
export function listPage<Of extends Item>(list: PipedriveList<Of>) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const place = readCursor(PLACE, cursor) ?? { path: 0, since: [], newest: null, after: null };
    const since = place.since[place.path] ?? null;
    const answer = await answerTo(list, from, place, since);
    if (answer === "cursor-is-gone")
      return { records: [], deleted: [], ...goingOn({ ...withSince(place, place.newest), after: null }) };
    const { items, after } = answer;
    const there = items.filter((item) => !item.is_deleted && list.counts(item));
    const gone = items.filter((item) => item.is_deleted || !list.counts(item));
    const newest = momentOf(items.at(-1)?.update_time) ?? place.newest;
    return {
      records: there.map((item) => list.record(item)),
      deleted: since === null ? [] : gone.map((item) => item.id),
      ...(after === null ? afterPath(list, place, newest) : goingOn({ ...place, newest, after })),
    };
  };
}

async function answerTo<Of extends Item>(
  list: PipedriveList<Of>,
  from: SourceConnection,
  { path, newest, after }: Place,
  since: number | null,
) {
  const query = {
    ...{ limit: PAGE, sort_by: "update_time", sort_direction: "asc" },
    ...(since === null ? {} : { updated_since: `${new Date(since).toISOString().slice(0, 19)}Z` }),
    ...(since === null ? {} : list.changed),
    ...(after === null ? {} : { cursor: after }),
  };
  const name = list.paths[path] ?? list.paths[0];
  try {
    return readAnswer(list.item, await ask(from, name, query), name);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // An account without the further list has nothing in it.
    if (path > 0 && error.reason === "not-found") return { items: [], after: null };
    if (error.status === 400 && after !== null && newest !== null && newest !== since)
      return "cursor-is-gone" as const;
    throw error;
  }
}

function ask(
  { settings, secrets, fetch }: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> {
  const url = new URL(`https://${settings.domain}.pipedrive.com/api/v2/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, { headers: { "x-api-token": secrets.PIPEDRIVE_TOKEN ?? "" } });
}

function readAnswer<Of>(item: z.ZodType<Of>, answer: unknown, name: string) {
  const shape = z.looseObject({
    success: z.literal(true),
    data: z.array(item).nullable(),
    additional_data: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
  });
  const { data, additional_data } = expectShape(shape, answer, `Pipedrive ${name}`);
  return { items: data ?? [], after: additional_data?.next_cursor ?? null };
}

function afterPath<Of>(
  { paths }: PipedriveList<Of>,
  place: Place,
  newest: number | null,
): Pick<SourcePage, "cursor" | "more"> {
  const read = newest === null ? place : withSince(place, newest - AGAIN_MS);
  const next = { ...read, newest: null, after: null };
  if (place.path + 1 < paths.length) return goingOn({ ...next, path: place.path + 1 });
  return { cursor: JSON.stringify({ ...next, path: 0 }), more: false };
}

function withSince(place: Place, moment: number | null): Place {
  const since = Array.from({ length: Math.max(place.since.length, place.path + 1) }, (_, path) =>
    path === place.path ? moment : (place.since[path] ?? null),
  );
  return { ...place, since };
}

const goingOn = (place: Place): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more: true },
});

function momentOf(text: string | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
