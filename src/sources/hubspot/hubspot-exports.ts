import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

/** Companies. When a record was made says nothing of a contract: deals do. */
export const hubspotCompanies = readyMapping("hubspot-companies", ["Record ID", "Company name"], {
  source: "hubspot",
  kinds: [
    {
      rows: "customers",
      facts: {
        external_id: "Record ID",
        name: { first_of: ["Company name", "Company Domain Name", "Record ID"] },
        domain: "Company Domain Name",
        segment: { first_of: ["Customer segment", "Type", "Industry"] },
        country: "Country/Region",
        currency: "Currency",
      },
      attributes: ["Company owner", "Create Date", "Lifecycle Stage", "Industry"],
    },
  ],
});

export const hubspotContacts = readyMapping(
  "hubspot-contacts",
  ["Record ID", "First Name", "Last Name", "Email"],
  {
    source: "hubspot",
    kinds: [
      {
        rows: "contacts",
        only: [{ column: "Associated Company IDs", filled: true }],
        facts: {
          external_id: "Record ID",
          customer: {
            first_of: ["Associated Company IDs", "Primary Associated Company ID", "Associated Company"],
          },
          name: { join: ["First Name", "Last Name"], with: " " },
          role: "Job Title",
          email: "Email",
          phone: { first_of: ["Phone Number", "Mobile Phone Number"] },
          language: "Preferred language",
          birthday: { column: "Date of birth", date: AUTO },
        },
      },
    ],
  },
);

/** Deals that were won are orders. */
export const hubspotDeals = readyMapping(
  "hubspot-deals",
  ["Record ID", "Deal Name", "Deal Stage", "Close Date"],
  {
    source: "hubspot",
    kinds: [
      {
        rows: "activities",
        called: "orders",
        only: [
          {
            column: "Deal Stage",
            is: ["closed won", "closedwon", "gewonnen", "gagné", "ganado", "赢单", "已成交"],
          },
          { column: "Amount", above_zero: AUTO },
        ],
        facts: {
          external_id: "Record ID",
          customer: {
            first_of: ["Associated Company IDs", "Primary Associated Company ID", "Associated Company"],
          },
          kind: { value: "order" },
          at: { column: "Close Date", date: AUTO },
          amount: { column: "Amount", number: AUTO },
          currency: { first_of: ["Currency", "Deal Currency"] },
          category: { first_of: ["Deal Type", "Pipeline"] },
          note: "Deal Name",
        },
      },
    ],
  },
);
