import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const CURRENCY = { first_of: ["Currency", "CurrencyCode"] };

/** Sales invoices, a line for each item with the invoice's total; drafts and what was voided count for nothing. */
export const xeroInvoices = readyMapping(
  "xero-invoices",
  ["ContactName", "InvoiceNumber", "InvoiceDate", "Total"],
  {
    source: "xero",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: { external_id: "ContactName", name: "ContactName", country: "POCountry", currency: CURRENCY },
      },
      {
        rows: "activities",
        called: "orders",
        once_per: "external_id",
        only: [
          { column: "Status", is_not: ["draft", "voided", "deleted", "submitted"] },
          { column: "Type", is_not: ["accpay", "bill", "sales credit note", "purchase credit note"] },
        ],
        facts: {
          external_id: "InvoiceNumber",
          customer: "ContactName",
          kind: { value: "order" },
          at: { column: "InvoiceDate", date: AUTO },
          amount: { column: "Total", number: AUTO },
          currency: CURRENCY,
          category: "Description",
          document: "InvoiceNumber",
          note: "Reference",
        },
      },
      {
        rows: "activities",
        called: "refunds",
        once_per: "external_id",
        only: [{ column: "Type", is: ["sales credit note"] }],
        facts: {
          external_id: { column: "InvoiceNumber", suffix: "-refund" },
          customer: "ContactName",
          kind: { value: "refund" },
          at: { column: "InvoiceDate", date: AUTO },
          amount: { column: "Total", number: AUTO },
          currency: CURRENCY,
          document: "InvoiceNumber",
        },
      },
    ],
  },
);
