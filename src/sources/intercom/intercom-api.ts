import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";

/** Where workspaces are kept. */
export const REGIONS = {
  us: "api.intercom.io",
  eu: "api.eu.intercom.io",
  au: "api.au.intercom.io",
} as const;
type Region = keyof typeof REGIONS;
export const REGION_NAMES = Object.keys(REGIONS) as [Region, ...Region[]];

const VERSION = "2.11";
/** The most that a search gives at once. */
const PAGE = 150;

export const INTERCOM_ID = z.union([z.number(), z.string()]).transform(String);
/** Seconds since 1970. */
export const INTERCOM_MOMENT = z.number();

/** @throws SourceError */
export function askIntercom(
  { settings, secrets, fetch }: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<unknown> {
  const url = new URL(`https://${REGIONS[settings.region as Region]}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = {
    ...{ authorization: `Bearer ${secrets.INTERCOM_TOKEN}`, "intercom-version": VERSION },
    "content-type": "application/json",
  };
  return fetch(
    url,
    body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) },
  );
}

export type IntercomSearch<Item> = {
  /** "conversations" */
  readonly list: string;
  /** Of the answer, where the items are. */
  readonly field: string;
  readonly item: z.ZodType<Item>;
};

const PAGES = z
  .looseObject({ next: z.looseObject({ starting_after: z.string().nullish() }).nullish() })
  .nullish();

/** @throws SourceError */
export async function searchIntercom<Item>(
  from: SourceConnection,
  { list, field, item }: IntercomSearch<Item>,
  query: unknown,
  after: string | null,
): Promise<{ readonly items: readonly Item[]; readonly after: string | null }> {
  const pagination = { per_page: PAGE, ...(after !== null && { starting_after: after }) };
  const sort = { field: "updated_at", order: "ascending" };
  const answer = await askIntercom(from, `${list}/search`, {}, { query, sort, pagination });
  const shape = z.looseObject({ [field]: z.array(item), pages: PAGES });
  const read = expectShape(shape, answer, `Intercom ${list}`);
  const pages = read.pages as z.output<typeof PAGES>;
  return { items: read[field] as Item[], after: pages?.next?.starting_after ?? null };
}

export const toIso = (seconds: number): string => new Date(seconds * 1_000).toISOString();
