import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { readCursor } from "../pull/expect-shape.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { FXIAOKE_PAGE, queryFxiaoke } from "./fxiaoke-api.ts";

/** Moments are in ms since 1970, and at times texts. */
export const FXIAOKE_MOMENT = z.union([z.number(), z.string()]).transform(Number);
/** What every record has; `last_modified_time` is by its own clock. */
export const FXIAOKE_RECORD = {
  _id: z.string().min(1),
  last_modified_time: FXIAOKE_MOMENT,
  is_deleted: z.boolean().nullish(),
  life_status: z.string().nullish(),
};

/** One kind of record. */
export type FxiaokeObject<Item> = {
  /** As the API names it: "AccountObj". */
  readonly name: string;
  readonly item: z.ZodType<Item>;
  /** Whether it counts; what did, and does no longer, is told as deleted. */
  counts(item: Item, from: SourceConnection): boolean;
  record(item: Item, from: SourceConnection): unknown;
};

/** First the records, then those that were made invalid (作废), which a plain query leaves out. */
const PLACE = z.object({
  phase: z.enum(["records", "invalid"]),
  /** Changes from then on are read; null: all there is. */
  since: z.number().nullable(),
  /** Where the list of a phase begins: at `since`, and farther on in a long one. */
  at: z.number().nullable(),
  /** The records of that moment that were read before the list began there. */
  seen: z.array(z.string()),
  /** The latest change that was seen among records. */
  newest: z.number().nullable(),
  offset: z.number().int().nonnegative(),
});
type Place = z.output<typeof PLACE>;

const BEGINNING: Place = {
  ...{ phase: "records", since: null, at: null, seen: [], newest: null, offset: 0 },
};
/** Farther on a list begins anew where it is: deep offsets are slow, and no documented limit is there to rely on. Chosen. */
const DEEPEST = 2_000;
/** Of its clock: a change may show a little after its time. Chosen. */
const AGAIN_MS = 5 * MS_PER_MINUTE;

type Item = {
  readonly _id: string;
  readonly last_modified_time: number;
  readonly is_deleted?: boolean | null | undefined;
  readonly life_status?: string | null | undefined;
};

/** All records once; from then on those that changed, and the ids of those that were made invalid. */
export function objectPage<Of extends Item>(object: FxiaokeObject<Of>) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const place = readCursor(PLACE, cursor) ?? BEGINNING;
    const { dataList } = await queryFxiaoke(
      from,
      { object: object.name, filters: filtersOf(place), offset: place.offset },
      z.looseObject({ dataList: z.array(object.item) }),
    );
    const items = dataList.filter(({ _id }) => !place.seen.includes(_id));
    const isThere = (item: Of) => !isInvalid(item) && object.counts(item, from);
    const gone = place.since === null ? [] : items.filter((item) => !isThere(item));
    return {
      records: items.filter(isThere).map((item) => object.record(item, from)),
      deleted: gone.map(({ _id }) => _id),
      ...goingOn(dataList.length < FXIAOKE_PAGE ? afterPhase(place, dataList) : further(place, dataList)),
    };
  };
}

const isInvalid = ({ is_deleted, life_status }: Item) => is_deleted === true || life_status === "invalid";

function filtersOf({ phase, at }: Place) {
  const changed = { field_name: "last_modified_time", operator: "GTE", field_values: [String(at)] };
  const invalid = { field_name: "life_status", operator: "EQ", field_values: ["invalid"] };
  return [...(at === null ? [] : [changed]), ...(phase === "invalid" ? [invalid] : [])];
}

type Next = { readonly place: Place; readonly more: boolean };

function further(place: Place, items: readonly Item[]): Next {
  const last = items.at(-1)?.last_modified_time ?? null;
  const next = { ...place, newest: newestOf(place, last), offset: place.offset + FXIAOKE_PAGE };
  if (next.offset < DEEPEST || last === null || last === place.at) return { place: next, more: true };
  const seen = items.filter((item) => item.last_modified_time === last).map(({ _id }) => _id);
  return { place: { ...next, at: last, seen, offset: 0 }, more: true };
}

function afterPhase(place: Place, items: readonly Item[]): Next {
  const newest = newestOf(place, items.at(-1)?.last_modified_time ?? null);
  // Nothing was here before the first pull that could be gone.
  if (place.phase === "records" && place.since !== null)
    return {
      place: { ...BEGINNING, phase: "invalid", since: place.since, at: place.since, newest },
      more: true,
    };
  const since = newest === null ? place.since : newest - AGAIN_MS;
  return { place: { ...BEGINNING, since, at: since }, more: false };
}

/** Of records alone: what is invalid may have changed later than records that are yet to be read. */
const newestOf = ({ phase, newest }: Place, last: number | null): number | null =>
  phase === "records" ? (last ?? newest) : newest;

const goingOn = ({ place, more }: Next): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more },
});
