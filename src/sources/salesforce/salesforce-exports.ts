import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const ACCOUNT = { first_of: ["Account ID", "AccountId", "Account Name"] };

export const salesforceAccounts = readyMapping("salesforce-accounts", ["Account ID", "Account Name"], {
  source: "salesforce",
  kinds: [
    {
      rows: "customers",
      facts: {
        external_id: ACCOUNT,
        name: "Account Name",
        domain: "Website",
        segment: { first_of: ["Type", "Account Type", "Rating", "Industry"] },
        country: { first_of: ["Billing Country", "Billing Country/Territory", "BillingCountry"] },
        currency: { first_of: ["Account Currency", "Currency"] },
      },
      attributes: ["Account Owner", "Industry", "Created Date", "Account Number"],
    },
  ],
});

/** Opportunities that were won are orders. */
export const salesforceOpportunities = readyMapping(
  "salesforce-opportunities",
  ["Opportunity Name", "Stage", "Close Date", "Amount"],
  {
    source: "salesforce",
    kinds: [
      {
        rows: "activities",
        called: "orders",
        only: [
          {
            column: "Stage",
            is: ["closed won", "won", "gewonnen", "fermée gagnée", "cerrada ganada", "已成交"],
          },
          { column: "Amount", above_zero: AUTO },
        ],
        facts: {
          external_id: { first_of: ["Opportunity ID", "Id", "Opportunity Name"] },
          customer: ACCOUNT,
          kind: { value: "order" },
          at: { column: "Close Date", date: AUTO },
          amount: { column: "Amount", number: AUTO },
          currency: { first_of: ["Amount Currency", "Opportunity Currency", "Currency"] },
          category: { first_of: ["Type", "Opportunity Type"] },
          note: "Opportunity Name",
        },
      },
    ],
  },
);
