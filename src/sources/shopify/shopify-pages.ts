import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { readCursor } from "../pull/expect-shape.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { askShopify } from "./shopify-api.ts";

const NODE = { id: z.string(), updatedAt: z.string().min(1) };
export const shopifyNode = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.looseObject({ ...NODE, ...fields });

export type ShopifyList<Node> = {
  /** The field of the query, and of its answer. */
  readonly field: "orders" | "customers";
  readonly query: string;
  readonly node: z.ZodType<Node>;
  /** What becomes of a node: its records, or the ids of what is gone. */
  read(
    node: Node,
    from: SourceConnection,
  ): Promise<{ records: readonly unknown[]; deleted: readonly string[] }>;
};

/** Moments as Shopify writes them; `newest` is the latest change that was seen. */
const PLACE = z.object({
  since: z.string().nullable(),
  newest: z.string().nullable(),
  after: z.string().nullable(),
});

/** Of Shopify's own clock: a change may become visible a little after its time. */
const AGAIN_MS = 5 * MS_PER_MINUTE;

/** Nodes in the order of their changes, from where the last pull saw the latest one. */
export async function changedPage<Node extends { readonly updatedAt: string }>(
  { field, query, node, read }: ShopifyList<Node>,
  from: SourceConnection,
  cursor: string | null,
): Promise<SourcePage> {
  const place = readCursor(PLACE, cursor) ?? { since: null, newest: null, after: null };
  const changed = place.since === null ? "" : `updated_at:>='${place.since}'`;
  const page = z.looseObject({
    nodes: z.array(node),
    pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });
  const data = z.looseObject({ [field]: page });
  const answer = (await askShopify(from, query, { after: place.after, changed }, data))[field] as z.output<
    typeof page
  >;
  const told = await Promise.all(answer.nodes.map((each) => read(each, from)));
  const newest = answer.nodes.at(-1)?.updatedAt ?? place.newest;
  const { hasNextPage, endCursor } = answer.pageInfo;
  const next = hasNextPage
    ? { ...place, newest, after: endCursor }
    : { since: newest === null ? place.since : before(newest), newest: null, after: null };
  return {
    records: told.flatMap(({ records }) => records),
    deleted: told.flatMap(({ deleted }) => deleted),
    ...{ cursor: JSON.stringify(next), more: hasNextPage },
  };
}

const before = (moment: string) => new Date(Date.parse(moment) - AGAIN_MS).toISOString();
