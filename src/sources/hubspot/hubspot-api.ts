import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";

const id = z.union([z.number(), z.string()]).transform(String);

/** A record of any kind; its values are texts, or null. */
const OBJECT = z.looseObject({ id, properties: z.record(z.string(), z.string().nullable()) });
export type HubspotObject = z.output<typeof OBJECT>;
const OBJECTS = z.looseObject({
  results: z.array(OBJECT),
  paging: z.looseObject({ next: z.looseObject({ after: z.string() }).nullish() }).nullish(),
});
export type HubspotPage = { readonly objects: readonly HubspotObject[]; readonly after: string | null };

/** The most that lists give at once; a search would give more. */
const PAGE = 100;

/** @throws SourceError */
export async function listObjects(
  from: SourceConnection,
  type: string,
  query: Readonly<Record<string, string>>,
): Promise<HubspotPage> {
  return pageOf(await ask(from, `crm/v3/objects/${type}`, { limit: String(PAGE), ...query }), type);
}

/** @throws SourceError */
export async function searchObjects(
  from: SourceConnection,
  type: string,
  body: Readonly<Record<string, unknown>>,
): Promise<HubspotPage> {
  return pageOf(await ask(from, `crm/v3/objects/${type}/search`, {}, { limit: PAGE, ...body }), type);
}

function pageOf(answer: unknown, type: string): HubspotPage {
  const { results, paging } = expectShape(OBJECTS, answer, `HubSpot ${type}`);
  return { objects: results, after: paging?.next?.after ?? null };
}

const LINKS = z.looseObject({
  results: z.array(
    z.looseObject({
      from: z.looseObject({ id }),
      to: z.array(
        z.looseObject({
          toObjectId: id,
          associationTypes: z.array(z.looseObject({ label: z.string().nullish() })),
        }),
      ),
    }),
  ),
});

/** The company that each record belongs to, by record: the primary one where there are several. @throws SourceError */
export async function companiesOf(
  from: SourceConnection,
  type: string,
  objects: readonly HubspotObject[],
): Promise<ReadonlyMap<string, string>> {
  if (objects.length === 0) return new Map();
  const body = { inputs: objects.map(({ id }) => ({ id })) };
  const answer = await ask(from, `crm/v4/associations/${type}/companies/batch/read`, {}, body);
  const { results } = expectShape(LINKS, answer, `HubSpot ${type} companies`);
  return new Map(
    results.flatMap(({ from: { id }, to }) => {
      const primary = to.find(({ associationTypes }) =>
        associationTypes.some(({ label }) => label === "Primary"),
      );
      const company = (primary ?? to[0])?.toObjectId;
      return company === undefined ? [] : [[id, company] as const];
    }),
  );
}

/** @throws SourceError */
export function ask(
  { secrets, fetch }: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<unknown> {
  const url = new URL(`https://api.hubapi.com/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = { authorization: `Bearer ${secrets.HUBSPOT_TOKEN}`, "content-type": "application/json" };
  return fetch(
    url,
    body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) },
  );
}
