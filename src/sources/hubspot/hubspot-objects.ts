import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import { companiesOf, type HubspotObject, listObjects, searchObjects } from "./hubspot-api.ts";

/** One kind of record. */
export type HubspotList = {
  /** "companies" */
  readonly type: string;
  readonly properties: readonly string[];
  /** The property that says when it changed. */
  readonly modified: string;
  /** Whether it belongs to a company. */
  readonly ofCompany: boolean;
  /** Whether it counts; what did, and does no longer, is told as deleted. */
  counts(properties: HubspotObject["properties"]): boolean;
  further?(properties: HubspotObject["properties"], from: SourceConnection): Record<string, string | null>;
};

/** Moments in ms since 1970; `told` is the day on which deletions were read last. */
const PLACE = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("list"), began: z.number(), after: z.string().nullable() }),
  z.object({
    phase: z.literal("search"),
    since: z.number(),
    began: z.number().nullable(),
    after: z.string().nullable(),
    told: z.string(),
  }),
  z.object({ phase: z.literal("archived"), since: z.number(), after: z.string().nullable() }),
]);
type Place = z.output<typeof PLACE>;
type At<Phase extends Place["phase"]> = Extract<Place, { readonly phase: Phase }>;

/** A search lags behind by some minutes, and HubSpot's clock and ours may differ. Chosen. */
const AGAIN_MS = 15 * MS_PER_MINUTE;
/** A search shows so many and no more: it begins again where it is. */
const MOST_FOUND = 10_000;

/**
 * All records once; from then on those that changed, and once a day the ids of those in the recycling bin, which HubSpot
 * lists as a whole or not at all.
 */
export function objectsPage(list: HubspotList) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const place = readCursor(PLACE, cursor) ?? beginning(from);
    if (place.phase === "list") return listed(list, from, place);
    return place.phase === "search" ? found(list, from, place) : archived(list, from, place);
  };
}

const beginning = ({ now }: SourceConnection): At<"list"> => ({
  ...{ phase: "list", began: now.getTime(), after: null },
});
const dayOf = ({ now }: SourceConnection) => now.toISOString().slice(0, "2026-03-31".length);

async function listed(list: HubspotList, from: SourceConnection, place: At<"list">): Promise<SourcePage> {
  const query = { properties: list.properties.join(","), ...(place.after && { after: place.after }) };
  const { objects, after } = await listObjects(from, list.type, query);
  const search = { since: place.began - AGAIN_MS, began: null, after: null, told: dayOf(from) };
  const next: Place = after === null ? { phase: "search", ...search } : { ...place, after };
  const there = objects.filter(({ properties }) => list.counts(properties));
  return { records: await recordsOf(list, from, there), deleted: [], ...goingOn(next, true) };
}

async function found(list: HubspotList, from: SourceConnection, left: At<"search">): Promise<SourcePage> {
  const place = { ...left, began: left.began ?? from.now.getTime() };
  const filter = { propertyName: list.modified, operator: "GTE", value: String(place.since) };
  const { objects, after } = await searchObjects(from, list.type, {
    filterGroups: [{ filters: [filter] }],
    sorts: [{ propertyName: list.modified, direction: "ASCENDING" }],
    properties: list.properties,
    ...(place.after && { after: place.after }),
  });
  const there = objects.filter(({ properties }) => list.counts(properties));
  const gone = objects.filter(({ properties }) => !list.counts(properties));
  const next = after === null ? null : furtherOn(list, place, objects, after, from);
  return {
    records: await recordsOf(list, from, there),
    deleted: gone.map(({ id }) => id),
    ...(next === null ? afterSearch(place, from) : goingOn(next, true)),
  };
}

function furtherOn(
  { modified, type }: HubspotList,
  place: At<"search">,
  objects: readonly HubspotObject[],
  after: string,
  from: SourceConnection,
): Place {
  if (Number(after) < MOST_FOUND) return { ...place, after };
  const last = Date.parse(objects.at(-1)?.properties[modified] ?? "");
  if (Number.isNaN(last)) throw new SourceError("changed-shape", `HubSpot ${type}: ${modified}`);
  // So many changed in one moment that no search gets past it: the list does.
  return last > place.since ? { ...place, since: last, after: null } : beginning(from);
}

function afterSearch(place: At<"search"> & { readonly began: number }, from: SourceConnection) {
  const since = place.began - AGAIN_MS;
  const today = dayOf(from);
  if (place.told !== today) return goingOn({ phase: "archived", since, after: null }, true);
  return goingOn({ ...place, since, began: null, after: null }, false);
}

async function archived(
  list: HubspotList,
  from: SourceConnection,
  place: At<"archived">,
): Promise<SourcePage> {
  const query = { archived: "true", ...(place.after && { after: place.after }) };
  const { objects, after } = await listObjects(from, list.type, query);
  const rest = { since: place.since, began: null, after: null, told: dayOf(from) };
  const next: Place = after === null ? { phase: "search", ...rest } : { ...place, after };
  return { records: [], deleted: objects.map(({ id }) => id), ...goingOn(next, after !== null) };
}

const goingOn = (place: Place, more: boolean): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more },
});

async function recordsOf(list: HubspotList, from: SourceConnection, objects: readonly HubspotObject[]) {
  const companies = list.ofCompany ? await companiesOf(from, list.type, objects) : new Map<string, string>();
  return objects.map(({ id, properties }) => ({
    ...{ ...properties, ...list.further?.(properties, from) },
    ...{ id, company: companies.get(id) ?? null },
  }));
}
