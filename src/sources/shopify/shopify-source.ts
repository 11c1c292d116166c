import { z } from "zod";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { shopifyHook } from "./shopify-hook.ts";
import { customersPage, ordersPage } from "./shopify-orders.ts";

const customerKinds = streamKinds({
  rows: "customers",
  facts: {
    external_id: "customer",
    name: { first_of: ["defaultAddress.company", "displayName", "customer"] },
    country: "defaultAddress.countryCodeV2",
    language: "locale",
  },
  attributes: ["tags"],
});

const OF_AN_ORDER = {
  external_id: "external_id",
  customer: "customer",
  at: { column: "at", ...ISO },
  amount: { column: "amount", ...DECIMAL },
  currency: "currency",
  document: "document",
} as const;

const orderKinds = streamKinds(
  {
    rows: "customers",
    once_per: "external_id",
    only: [{ column: "guest_name", filled: true }],
    facts: { external_id: "customer", name: "guest_name", currency: "currency", country: "country" },
  },
  {
    rows: "activities",
    called: "orders",
    only: [{ column: "row", is: ["line"] }],
    facts: {
      ...OF_AN_ORDER,
      kind: { value: "order" },
      category: "product",
      quantity: { column: "quantity", ...DECIMAL },
    },
  },
  {
    rows: "activities",
    called: "refunds",
    only: [{ column: "row", is: ["refund"] }],
    facts: { ...OF_AN_ORDER, kind: { value: "refund" } },
  },
);

/**
 * Shopify by its GraphQL Admin API, with the token of an app of one's own. Amounts are in the shop's currency. Without
 * `read_all_orders` Shopify shows the orders of the last 60 days, and does not say so. It tells of no deletions.
 */
export const shopifySource: SourceDefinition = {
  name: "shopify",
  title: "Shopify",
  settings: z.strictObject({
    /** Of acme.myshopify.com: "acme". */
    shop: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  }),
  secrets: ["SHOPIFY_TOKEN"],
  scopes: ["read_customers", "read_orders", "read_all_orders"],
  hook: shopifyHook,
  streams: [
    { name: "customers", kinds: customerKinds, page: customersPage },
    { name: "orders", kinds: orderKinds, page: ordersPage },
  ],
};
