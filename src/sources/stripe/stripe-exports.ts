import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const NAME = { first_of: ["Customer Name", "Customer Description", "Customer Email", "Customer ID"] };
/** Months in an interval; a week has 12/52 of one. */
const MONTHS = {
  day: 12 / 365,
  week: 12 / 52,
  month: 1,
  quarter: 3,
  "every 3 months": 3,
  "every 6 months": 6,
  year: 12,
};

/** Subscriptions: each is a contract at one price, paid each interval. */
export const stripeSubscriptions = readyMapping(
  "stripe-subscriptions",
  ["id", "Customer ID", "Status", "Interval", "Amount"],
  {
    source: "stripe",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: { external_id: "Customer ID", name: NAME, currency: "Currency" },
      },
      {
        rows: "contracts",
        only: [{ column: "Status", is_not: ["incomplete", "incomplete_expired", "trialing"] }],
        facts: {
          contract: "id",
          customer: "Customer ID",
          started_on: { first_of: ["Start (UTC)", "Start Date (UTC)", "Created (UTC)"], date: AUTO },
          ended_on: { first_of: ["Ended At (UTC)", "Canceled At (UTC)"], date: AUTO },
          monthly_revenue: {
            column: "Amount",
            number: AUTO,
            times: "Quantity",
            divided_by: { column: "Interval", words: MONTHS },
          },
          currency: "Currency",
        },
      },
    ],
  },
);

export const stripeCustomers = readyMapping(
  "stripe-customers",
  ["id", "Email", "Name", "Created (UTC)", "Delinquent"],
  {
    source: "stripe",
    kinds: [
      {
        rows: "customers",
        facts: {
          external_id: "id",
          name: { first_of: ["Name", "Description", "Email", "id"] },
          currency: "Currency",
          country: { first_of: ["Card Address Country", "Address Country"] },
        },
        attributes: ["Email", "Description", "Plan", "Status"],
      },
    ],
  },
);

const PAID_AT = { first_of: ["Created (UTC)", "Created date (UTC)"], date: AUTO };

/** Charges, also called payments: what was paid, what failed, and what went back. */
export const stripeCharges = readyMapping(
  "stripe-charges",
  ["id", "Amount", "Amount Refunded", "Currency", "Status"],
  {
    source: "stripe",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        only: [{ column: "Customer ID", filled: true }],
        facts: { external_id: "Customer ID", name: NAME, currency: "Currency" },
      },
      {
        rows: "activities",
        called: "payments",
        only: [
          { column: "Customer ID", filled: true },
          { column: "Status", is_not: ["pending", "uncaptured", "canceled", "cancelled", "incomplete"] },
        ],
        facts: {
          external_id: "id",
          customer: "Customer ID",
          kind: {
            column: "Status",
            words: {
              ...{ paid: "order", succeeded: "order", disputed: "order", refunded: "order" },
              ...{ "partial refund": "order", "partially refunded": "order" },
              ...{ failed: "payment_failed", blocked: "payment_failed" },
            },
          },
          at: PAID_AT,
          amount: { column: "Amount", number: AUTO },
          currency: "Currency",
          category: "Description",
          document: "Invoice ID",
        },
      },
      {
        rows: "activities",
        called: "refunds",
        only: [
          { column: "Customer ID", filled: true },
          { column: "Amount Refunded", above_zero: AUTO },
        ],
        facts: {
          external_id: { column: "id", suffix: "-refund" },
          customer: "Customer ID",
          kind: { value: "refund" },
          at: { first_of: ["Refunded date (UTC)", "Created (UTC)", "Created date (UTC)"], date: AUTO },
          amount: { column: "Amount Refunded", number: AUTO },
          currency: "Currency",
          document: "Invoice ID",
        },
      },
    ],
  },
);

/** Invoices that were paid. */
export const stripeInvoices = readyMapping(
  "stripe-invoices",
  ["id", "Customer", "Amount Due", "Amount Paid", "Currency"],
  {
    source: "stripe",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: {
          external_id: "Customer",
          name: { first_of: ["Customer Name", "Customer Email", "Customer"] },
          currency: "Currency",
        },
      },
      {
        rows: "activities",
        called: "orders",
        only: [{ column: "Amount Paid", above_zero: AUTO }],
        facts: {
          external_id: "id",
          customer: "Customer",
          kind: { value: "order" },
          at: { first_of: ["Date (UTC)", "Created (UTC)"], date: AUTO },
          amount: { column: "Amount Paid", number: AUTO },
          currency: "Currency",
          document: { first_of: ["Number", "id"] },
        },
      },
    ],
  },
);
