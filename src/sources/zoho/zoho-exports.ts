import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const ACCOUNT = { first_of: ["Account Name.id", "Account Id", "Account Name"] };

/** Accounts. Their annual revenue is the customer's own, not what they pay us. */
export const zohoAccounts = readyMapping("zoho-accounts", ["Record Id", "Account Name", "Account Owner"], {
  source: "zoho",
  kinds: [
    {
      rows: "customers",
      facts: {
        external_id: "Record Id",
        name: "Account Name",
        domain: "Website",
        segment: { first_of: ["Account Type", "Industry"] },
        country: "Billing Country",
        currency: "Currency",
      },
      attributes: ["Account Owner", "Annual Revenue", "Industry", "Created Time", "Account Number"],
    },
  ],
});

export const zohoContacts = readyMapping(
  "zoho-contacts",
  ["Record Id", "Contact Owner", "Last Name", "Account Name"],
  {
    source: "zoho",
    kinds: [
      {
        rows: "contacts",
        facts: {
          external_id: "Record Id",
          customer: ACCOUNT,
          name: { join: ["First Name", "Last Name"], with: " " },
          role: "Title",
          email: "Email",
          phone: { first_of: ["Phone", "Mobile"] },
          birthday: { column: "Date of Birth", date: AUTO },
        },
      },
    ],
  },
);

/** Deals that were won are orders. */
export const zohoDeals = readyMapping("zoho-deals", ["Record Id", "Deal Name", "Stage", "Closing Date"], {
  source: "zoho",
  kinds: [
    {
      rows: "activities",
      called: "orders",
      only: [
        { column: "Stage", is: ["closed won", "won", "gewonnen", "赢单", "成交"] },
        { column: "Amount", above_zero: AUTO },
      ],
      facts: {
        external_id: "Record Id",
        customer: ACCOUNT,
        kind: { value: "order" },
        at: { column: "Closing Date", date: AUTO },
        amount: { column: "Amount", number: AUTO },
        currency: "Currency",
        category: { first_of: ["Type", "Pipeline"] },
        note: "Deal Name",
      },
    },
  ],
});
