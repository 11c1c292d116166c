import { z } from "zod";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { askShopify } from "./shopify-api.ts";
import { changedPage, shopifyNode } from "./shopify-pages.ts";

const text = z.string().nullable();
const CUSTOMER = {
  legacyResourceId: z.string(),
  defaultEmailAddress: z.looseObject({ emailAddress: z.string() }).nullable(),
  defaultPhoneNumber: z.looseObject({ phoneNumber: z.string() }).nullable(),
};
const CUSTOMER_FIELDS = `legacyResourceId defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }`;

/** A customer is called as in the exports: by e-mail address, else by phone, else by number. */
const nameOf = (customer: z.output<z.ZodObject<typeof CUSTOMER>>) =>
  customer.defaultEmailAddress?.emailAddress ??
  customer.defaultPhoneNumber?.phoneNumber ??
  customer.legacyResourceId;

const CUSTOMER_NODE = shopifyNode({
  ...CUSTOMER,
  displayName: z.string(),
  defaultAddress: z.looseObject({ company: text, countryCodeV2: text }).nullable(),
});
const CUSTOMERS = `query ($after: String, $changed: String) {
  customers(first: 100, after: $after, query: $changed, sortKey: UPDATED_AT) {
    nodes { id updatedAt displayName locale tags ${CUSTOMER_FIELDS} defaultAddress { company countryCodeV2 } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const customersPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  changedPage(
    {
      ...{ field: "customers", query: CUSTOMERS, node: CUSTOMER_NODE },
      read: async (node) => ({ records: [{ ...node, customer: nameOf(node) }], deleted: [] }),
    },
    from,
    cursor,
  );

const MONEY = z.looseObject({
  shopMoney: z.looseObject({ amount: z.string(), currencyCode: z.string() }),
});
const LINES = z.looseObject({
  nodes: z.array(z.looseObject({ name: z.string(), quantity: z.number(), discountedTotalSet: MONEY })),
  pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: text }),
});
type Line = z.output<typeof LINES>["nodes"][number];

const ORDER = shopifyNode({
  name: z.string(),
  createdAt: z.string().min(1),
  cancelledAt: text,
  test: z.boolean(),
  displayFinancialStatus: text,
  email: text,
  phone: text,
  customer: z.looseObject(CUSTOMER).nullable(),
  billingAddress: z.looseObject({ name: text, countryCodeV2: text }).nullable(),
  lineItems: LINES,
  refunds: z.array(
    z.looseObject({ id: z.string(), createdAt: z.string().nullable(), totalRefundedSet: MONEY }),
  ),
});
type Order = z.output<typeof ORDER>;

/** With these discounts, an amount is what was asked for the products: neither shipping nor taxes on top. */
const LINE_FIELDS = `nodes { name quantity discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount currencyCode } } }
  pageInfo { hasNextPage endCursor }`;
/** Ten at once: a query may cost 1,000 points, and each order may cost some 80 of them. */
const ORDERS = `query ($after: String, $changed: String) {
  orders(first: 10, after: $after, query: $changed, sortKey: UPDATED_AT) {
    nodes {
      id updatedAt name createdAt cancelledAt test displayFinancialStatus email phone
      customer { ${CUSTOMER_FIELDS} }
      billingAddress { name countryCodeV2 }
      lineItems(first: 50) { ${LINE_FIELDS} }
      refunds(first: 20) { id createdAt totalRefundedSet { shopMoney { amount currencyCode } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const MORE_LINES = `query ($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: 250, after: $after) { ${LINE_FIELDS} } }
}`;

/** Orders line by line, and what went back of them on the day it did. One that was cancelled is gone, with its refunds. */
export const ordersPage = (from: SourceConnection, cursor: string | null): Promise<SourcePage> =>
  changedPage({ field: "orders", query: ORDERS, node: ORDER, read: readOrder }, from, cursor);

const NOTHING_PAID = new Set(["VOIDED", "EXPIRED"]);

async function readOrder(order: Order, from: SourceConnection) {
  const lines = await allLines(order, from);
  const records = [...linesOf(order, lines), ...refundsOf(order)];
  const isNone = order.cancelledAt !== null || NOTHING_PAID.has(order.displayFinancialStatus ?? "");
  if (order.test) return { records: [], deleted: [] };
  return isNone
    ? { records: [], deleted: records.map(({ external_id }) => external_id) }
    : { records, deleted: [] };
}

async function allLines({ id, lineItems }: Order, from: SourceConnection): Promise<readonly Line[]> {
  const lines = [...lineItems.nodes];
  const answer = z.looseObject({ order: z.looseObject({ lineItems: LINES }) });
  for (let { pageInfo } = lineItems; pageInfo.hasNextPage; ) {
    const { order } = await askShopify(from, MORE_LINES, { id, after: pageInfo.endCursor }, answer);
    lines.push(...order.lineItems.nodes);
    pageInfo = order.lineItems.pageInfo;
  }
  return lines;
}

/** Who bought. Guests have no account, and some of them leave no address either. */
function buyerOf({ customer, email, phone, billingAddress }: Order) {
  const guest = email || phone || billingAddress?.name || null;
  return {
    customer: customer === null ? guest : nameOf(customer),
    guest_name: customer === null ? (billingAddress?.name ?? guest) : null,
    country: billingAddress?.countryCodeV2 ?? null,
  };
}

function linesOf(order: Order, lines: readonly Line[]) {
  return lines.map(({ name, quantity, discountedTotalSet: { shopMoney } }, index) => ({
    ...{ row: "line", external_id: index === 0 ? order.name : `${order.name}-${index + 1}` },
    ...{ ...buyerOf(order), at: order.createdAt, document: order.name, product: name, quantity },
    ...{ amount: shopMoney.amount, currency: shopMoney.currencyCode },
  }));
}

/** The exports know one refund an order; the first takes its name, so that none counts twice. */
function refundsOf(order: Order) {
  const paid = order.refunds.filter(({ totalRefundedSet }) => Number(totalRefundedSet.shopMoney.amount) > 0);
  return paid.map(({ createdAt, totalRefundedSet: { shopMoney } }, index) => ({
    ...{ row: "refund", external_id: `${order.name}-refund${index === 0 ? "" : `-${index + 1}`}` },
    ...{ ...buyerOf(order), at: createdAt ?? order.updatedAt, document: order.name },
    ...{ product: null, quantity: null, amount: shopMoney.amount, currency: shopMoney.currencyCode },
  }));
}
