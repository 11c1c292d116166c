import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const CUSTOMER = { first_of: ["Customer", "Customer full name", "Name"] };
const AT = { first_of: ["Invoice Date", "Date", "Transaction date"], date: AUTO };
const NUMBER = { first_of: ["Invoice No", "Invoice Number", "No.", "Num"] };
const AMOUNT = { first_of: ["Total", "Amount", "Invoice Amount"], number: AUTO };

/** A list of invoices, as QuickBooks Online exports it. */
export const quickbooksInvoices = readyMapping(
  "quickbooks-invoices",
  ["Invoice No", "Customer", "Invoice Date"],
  {
    source: "quickbooks",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: { external_id: CUSTOMER, name: CUSTOMER, currency: "Currency" },
      },
      {
        rows: "activities",
        called: "orders",
        once_per: "external_id",
        only: [{ column: "Status", is_not: ["voided", "void", "draft"] }],
        facts: {
          external_id: NUMBER,
          customer: CUSTOMER,
          kind: { value: "order" },
          at: AT,
          amount: AMOUNT,
          currency: "Currency",
          category: { first_of: ["Item", "Product/Service"] },
          document: NUMBER,
          note: { first_of: ["Memo", "Memo/Description"] },
        },
      },
    ],
  },
);

/** The report "Transaction list by customer". Invoices and sales receipts are taken of it, credit memos and refunds are not. */
export const quickbooksTransactions = readyMapping(
  "quickbooks-transactions",
  ["Date", "Transaction type", "Num", "Name", "Amount"],
  {
    source: "quickbooks",
    kinds: [
      {
        rows: "customers",
        once_per: "external_id",
        facts: { external_id: CUSTOMER, name: CUSTOMER, currency: "Currency" },
      },
      {
        rows: "activities",
        called: "orders",
        only: [{ column: "Transaction type", is: ["invoice", "sales receipt"] }],
        facts: {
          external_id: NUMBER,
          customer: CUSTOMER,
          kind: { value: "order" },
          at: AT,
          amount: AMOUNT,
          currency: "Currency",
          document: NUMBER,
        },
      },
    ],
  },
);
