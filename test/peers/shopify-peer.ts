import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer } from "./http-peer.ts";

type Node = Record<string, unknown> & { id: string; updatedAt: string };
export type ShopifyPeer = VendorPeer & { readonly lists: Readonly<Record<"customers" | "orders", Node[]>> };

const BEGAN = NOON.getTime() - 86_400_000;
export const shopMoney = (amount: string) => ({ shopMoney: { amount, currencyCode: "EUR" } });
/** Lines that an order shows at once. */
const SHOWN = 50;

/** Two lists of Shopify's GraphQL Admin API, as shopify.dev describes them. */
export function shopifyPeer(many: number): ShopifyPeer {
  const at = (index: number) => new Date(BEGAN + index * 1_000).toISOString();
  const made = (type: string, fields: (n: number) => Record<string, unknown>): Node[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ id: `gid://shopify/${type}/${index + 1}`, updatedAt: at(index) },
      ...fields(index + 1),
    }));
  const person = (n: number) => ({
    ...{ legacyResourceId: String(n), defaultPhoneNumber: null },
    defaultEmailAddress: { emailAddress: `c${n}@example.com` },
  });
  const lists = {
    customers: made("Customer", (n) => ({
      ...{ ...person(n), displayName: `Customer ${n}`, locale: "de", tags: ["vip"] },
      defaultAddress: { company: null, countryCodeV2: "DE" },
    })),
    orders: made("Order", (n) => ({
      ...{
        name: `#${1_000 + n}`,
        createdAt: at(n),
        cancelledAt: null,
        test: false,
        email: null,
        phone: null,
      },
      ...{ displayFinancialStatus: "PAID", customer: person(n), billingAddress: null, refunds: [] },
      lineItems: [{ name: "Tea", quantity: 2, discountedTotalSet: shopMoney("19.90") }],
    })),
  };
  const streamOf = (name: "customers" | "orders", idOf: (node: Node) => string): PeerStream => {
    const touch = (node: Node) => {
      node.updatedAt = peer.clock.now.toISOString();
      return idOf(node);
    };
    const cancel = () => {
      lists.orders[2]!.cancelledAt = peer.clock.now.toISOString();
      return touch(lists.orders[2]!);
    };
    return {
      ...{ idField: name === "orders" ? "external_id" : "customer", ids: () => lists[name].map(idOf) },
      ...{ needs: name === "orders" ? "createdAt" : "displayName", change: () => touch(lists[name][1]!) },
      remove: name === "orders" ? cancel : null,
    };
  };
  const peer: ShopifyPeer = {
    ...{ lists, clock: { now: NOON } },
    sending: (_, record) => record,
    streams: {
      customers: streamOf("customers", ({ defaultEmailAddress }) =>
        String((defaultEmailAddress as { emailAddress: string }).emailAddress),
      ),
      orders: streamOf("orders", ({ name }) => String(name)),
    },
    answer: ({ url, headers, body }) => {
      if (headers["x-shopify-access-token"] !== "shpat-secret")
        return { status: 401, body: { errors: "no" } };
      if (!/^\/admin\/api\/\d{4}-\d\d\/graphql.json$/.test(url.pathname)) return { status: 404, body: {} };
      const { query, variables } = JSON.parse(body) as Asked;
      if (variables.id !== undefined) return moreLines(lists.orders, variables);
      const name = query.includes("orders(") ? "orders" : "customers";
      return changed(lists[name], { query, variables }, name, (node) =>
        peer.sending(name, name === "orders" ? { ...node, lineItems: linesOf(node, 0, SHOWN) } : node),
      );
    },
  };
  return peer;
}

type Asked = { query: string; variables: { id?: string; after: string | null; changed?: string } };

function changed(
  list: readonly Node[],
  { query, variables }: Asked,
  name: string,
  send: (node: Node) => unknown,
): PeerAnswer {
  const since = /updated_at:>='([^']+)'/.exec(variables.changed ?? "")?.[1] ?? "";
  // A thousand pages of one list are looked for once.
  const found = (variables.after !== null && FOUND.get(list)) || foundIn(list, since);
  FOUND.set(list, found);
  const start = Number(variables.after ?? 0);
  const end = start + Number(/first: (\d+)/.exec(query)?.[1]);
  const pageInfo = { hasNextPage: end < found.length, endCursor: String(end) };
  return { body: { data: { [name]: { nodes: found.slice(start, end).map(send), pageInfo } } } };
}

const FOUND = new WeakMap<readonly Node[], readonly Node[]>();

function foundIn(list: readonly Node[], since: string): readonly Node[] {
  return list
    .filter(({ updatedAt }) => updatedAt >= since)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
}

function linesOf({ lineItems }: Node, start: number, count: number) {
  const all = lineItems as unknown[];
  const end = start + count;
  return {
    nodes: all.slice(start, end),
    pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
  };
}

function moreLines(orders: readonly Node[], { id, after }: Asked["variables"]): PeerAnswer {
  const order = orders.find((each) => each.id === id)!;
  return { body: { data: { order: { lineItems: linesOf(order, Number(after), SHOWN) } } } };
}
