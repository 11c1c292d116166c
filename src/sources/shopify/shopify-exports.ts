import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

/** Guests may leave no e-mail. */
const BUYER = { first_of: ["Email", "Phone", "Billing Name"] };
const AT = { column: "Created at", date: AUTO };
const OF_THE_ORDER = [
  ...["Email", "Phone", "Financial Status", "Currency", "Cancelled at", "Created at"],
  ...["Billing Name", "Billing Country", "Shipping Name", "Shipping Country"],
];
const carry_down = { by: "Name", columns: OF_THE_ORDER };

/**
 * Orders, as Shopify's admin exports them: a line for each product, what concerns the whole order in its first line only.
 * What is counted is the price of the products: neither shipping nor taxes, and no discount on the whole order. The file
 * does not say when money was given back, so a refund has the order's day.
 */
export const shopifyOrders = readyMapping("shopify-orders", ["Name", "Financial Status", "Lineitem name"], {
  source: "shopify",
  kinds: [
    {
      rows: "customers",
      once_per: "external_id",
      carry_down,
      facts: {
        external_id: BUYER,
        name: { first_of: ["Billing Name", "Shipping Name", "Email", "Phone"] },
        currency: "Currency",
        country: { first_of: ["Billing Country", "Shipping Country"] },
      },
    },
    {
      rows: "activities",
      called: "orders",
      lines_of: "Name",
      carry_down,
      only: [
        { column: "Financial Status", is_not: ["voided", "expired"] },
        { column: "Cancelled at", filled: false },
      ],
      facts: {
        external_id: "Name",
        customer: BUYER,
        kind: { value: "order" },
        at: AT,
        amount: { column: "Lineitem price", number: AUTO, times: "Lineitem quantity" },
        currency: "Currency",
        category: "Lineitem name",
        quantity: { column: "Lineitem quantity", number: AUTO },
        document: "Name",
      },
    },
    {
      rows: "activities",
      called: "refunds",
      carry_down,
      only: [
        { column: "Refunded Amount", above_zero: AUTO },
        { column: "Cancelled at", filled: false },
      ],
      facts: {
        external_id: { column: "Name", suffix: "-refund" },
        customer: BUYER,
        kind: { value: "refund" },
        at: AT,
        amount: { column: "Refunded Amount", number: AUTO },
        currency: "Currency",
        document: "Name",
      },
    },
  ],
});

/** Customers, as Shopify's admin exports them. */
export const shopifyCustomers = readyMapping(
  "shopify-customers",
  ["Customer ID", "First Name", "Last Name", "Total Spent"],
  {
    source: "shopify",
    kinds: [
      {
        rows: "customers",
        facts: {
          external_id: { first_of: ["Email", "Phone", "Customer ID"] },
          name: { first_of: ["Default Address Company", "Last Name", "Email", "Customer ID"] },
          country: { first_of: ["Default Address Country Code", "Country Code"] },
        },
        attributes: ["Tags", "Note", "Total Orders"],
      },
    ],
  },
);
