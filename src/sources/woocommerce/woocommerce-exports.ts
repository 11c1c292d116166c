import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const BUYER = { first_of: ["Email (Billing)", "Customer User ID", "Phone (Billing)"] };
const CURRENCY = { first_of: ["Order Currency", "Currency"] };

/** Orders; an order with several products has a line for each, all with the order's total. */
export const woocommerceOrders = readyMapping(
  "woocommerce-orders",
  ["Order Number", "Order Status", "Order Date", "Order Total Amount"],
  {
    source: "woocommerce",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: {
          external_id: BUYER,
          name: {
            first_of: ["Company (Billing)", "Full Name (Billing)", "Last Name (Billing)", "Email (Billing)"],
          },
          country: { first_of: ["Country Code (Billing)", "Country Name (Billing)"] },
          currency: CURRENCY,
        },
      },
      {
        rows: "activities",
        called: "orders",
        once_per: "external_id",
        only: [
          {
            column: "Order Status",
            is_not: [
              "cancelled",
              "failed",
              "pending payment",
              "draft",
              "storniert",
              "fehlgeschlagen",
              "annulée",
              "cancelado",
              "已取消",
            ],
          },
        ],
        facts: {
          external_id: "Order Number",
          customer: BUYER,
          kind: { value: "order" },
          at: { column: "Order Date", date: AUTO },
          amount: { column: "Order Total Amount", number: AUTO },
          currency: CURRENCY,
          category: { first_of: ["Item Name", "SKU"] },
          document: "Order Number",
        },
      },
      {
        rows: "activities",
        called: "refunds",
        once_per: "external_id",
        only: [{ column: "Order Refund Amount", above_zero: AUTO }],
        facts: {
          external_id: { column: "Order Number", suffix: "-refund" },
          customer: BUYER,
          kind: { value: "refund" },
          at: { column: "Order Date", date: AUTO },
          amount: { column: "Order Refund Amount", number: AUTO },
          currency: CURRENCY,
          document: "Order Number",
        },
      },
    ],
  },
);
