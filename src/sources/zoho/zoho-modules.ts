import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { expectShape, readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import { askZoho } from "./zoho-api.ts";

/** What every record has; `Modified_Time` is by Zoho's own clock. */
export const ZOHO_RECORD = { id: z.string().min(1), Modified_Time: z.string().min(1) };
/** Another record that one names. */
export const ZOHO_LOOKUP = z.looseObject({ id: z.string().min(1) }).nullable();
export const ZOHO_OWNER = z.looseObject({ email: z.string().nullish() }).nullish();

/** A record's id as Zoho's exports write it, so that a file and a pull tell of the same one. */
export const zohoId = (id: string): string => `zcrm_${id}`;
export const accountId = (account: z.output<typeof ZOHO_LOOKUP>): string | null =>
  account === null ? null : zohoId(account.id);

/** One kind of record. */
export type ZohoModule<Item> = {
  /** As the API names it: "Accounts". */
  readonly name: string;
  readonly fields: readonly string[];
  readonly item: z.ZodType<Item>;
  /** Whether it counts; what did, and does no longer, is told as deleted. */
  counts(item: Item, from: SourceConnection): boolean;
  records(items: readonly Item[], from: SourceConnection): Promise<readonly unknown[]>;
};

/** Records in the order of their changes, then what was deleted. Moments in ms since 1970. */
const PLACE = z.object({
  /** Changes from then on are read; null: all there is. */
  since: z.number().nullable(),
  /** The latest change that was seen. */
  newest: z.number().nullable(),
  token: z.string().nullable(),
  /** So many records by this token. */
  read: z.number(),
  /** Deletions up to here were told; null: none was asked for yet. */
  told: z.number().nullable(),
  /** When this pull began, by our clock; null: none is under way. */
  began: z.number().nullable(),
  /** Of the list of deletions; null: records are being read. */
  page: z.number().nullable(),
});
type Place = z.output<typeof PLACE>;

const BEGINNING: Place = {
  ...{ since: null, newest: null, token: null, read: 0 },
  ...{ told: null, began: null, page: null },
};

/** The most that Zoho gives at once. */
const PAGE = "200";
/** A page token leads through 100,000 records and no further. */
const MOST_BY_TOKEN = 90_000;
/** Of Zoho's clock: a change may show a little after its time. Chosen. */
const AGAIN_MS = 5 * MS_PER_MINUTE;
/** Deletions are asked for by our clock, which may differ from theirs. Chosen. */
const TOLD_AGAIN_MS = 15 * MS_PER_MINUTE;

type Item = { readonly id: string; readonly Modified_Time: string };

/** All records once; from then on those that changed, and the ids of those that were deleted. */
export function modulePage<Of extends Item>(module: ZohoModule<Of>) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const left = readCursor(PLACE, cursor) ?? BEGINNING;
    const place = { ...left, began: left.began ?? from.now.getTime() };
    return place.page === null ? changed(module, from, place) : deleted(module, from, place, place.page);
  };
}

type UnderWay = Place & { readonly began: number };

async function changed<Of extends Item>(
  module: ZohoModule<Of>,
  from: SourceConnection,
  place: UnderWay,
): Promise<SourcePage> {
  const answer = await askForChanges(module, from, place);
  if (answer === "token-is-gone") return { records: [], deleted: [], ...goingOn(fromNewest(place)) };
  const { items, token } = answer;
  const counting = items.filter((item) => module.counts(item, from));
  const gone = place.since === null ? [] : items.filter((item) => !module.counts(item, from));
  const newest = momentOf(items.at(-1)?.Modified_Time) ?? place.newest;
  const next = { ...place, newest, token, read: place.read + items.length };
  return {
    records: await module.records(counting, from),
    deleted: gone.map(({ id }) => zohoId(id)),
    ...(token === null ? afterRecords(next) : goingOn(further(next))),
  };
}

async function askForChanges<Of extends Item>(
  { name, fields, item }: ZohoModule<Of>,
  from: SourceConnection,
  { since, newest, token }: UnderWay,
) {
  const query = { fields: fields.join(","), per_page: PAGE, sort_by: "Modified_Time", sort_order: "asc" };
  try {
    const wanted = token === null ? query : { ...query, page_token: token };
    return pageOf(item, await askZoho(from, name, wanted, since === null ? null : new Date(since)), name);
  } catch (error) {
    // Page tokens last for a day: an older one is refused, and the list goes on from the latest change that was seen.
    const isGone = error instanceof SourceError && error.status === 400 && token !== null;
    if (isGone && newest !== null && newest !== since) return "token-is-gone" as const;
    throw error;
  }
}

const INFO = { more_records: z.boolean(), next_page_token: z.string().nullish() };

function pageOf<Of>(item: z.ZodType<Of>, answer: unknown, name: string) {
  if (answer === null) return { items: [], token: null };
  const page = z.looseObject({ data: z.array(item), info: z.looseObject(INFO) });
  const { data, info } = expectShape(page, answer, `Zoho ${name}`);
  if (!info.more_records) return { items: data, token: null };
  if (!info.next_page_token) throw new SourceError("changed-shape", `Zoho ${name}: info.next_page_token`);
  return { items: data, token: info.next_page_token };
}

const further = (place: Place): Place =>
  place.read >= MOST_BY_TOKEN && place.newest !== place.since ? fromNewest(place) : place;
const fromNewest = (place: Place): Place => ({ ...place, since: place.newest, token: null, read: 0 });

function afterRecords(place: UnderWay): Pick<SourcePage, "cursor" | "more"> {
  const read = {
    ...place,
    since: place.newest === null ? place.since : place.newest - AGAIN_MS,
    token: null,
  };
  return read.told === null ? over(read) : goingOn({ ...read, page: 1 });
}

const DELETED = z.looseObject({
  data: z.array(z.looseObject({ id: z.string().min(1) })),
  info: z.looseObject({ more_records: z.boolean() }),
});

async function deleted<Of extends Item>(
  { name }: ZohoModule<Of>,
  from: SourceConnection,
  place: UnderWay,
  page: number,
): Promise<SourcePage> {
  const query = { type: "all", per_page: PAGE, page: String(page) };
  const since = new Date(place.told ?? place.began);
  const answer = await askZoho(from, `${name}/deleted`, query, since);
  const { data, info } = expectShape(DELETED, answer ?? NONE, `Zoho ${name} deleted`);
  return {
    records: [],
    deleted: data.map(({ id }) => zohoId(id)),
    ...(info.more_records ? goingOn({ ...place, page: page + 1 }) : over(place)),
  };
}

const NONE = { data: [], info: { more_records: false } };

const over = ({ since, began }: UnderWay): Pick<SourcePage, "cursor" | "more"> => ({
  cursor: JSON.stringify({ ...BEGINNING, since, told: began - TOLD_AGAIN_MS }),
  more: false,
});
const goingOn = (place: Place): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more: true },
});

function momentOf(text: string | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
