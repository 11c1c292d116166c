import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

export const pipedriveOrganizations = readyMapping(
  "pipedrive-organizations",
  ["Organization - ID", "Organization - Name"],
  {
    source: "pipedrive",
    kinds: [
      {
        rows: "customers",
        facts: {
          external_id: "Organization - ID",
          name: "Organization - Name",
          segment: "Organization - Label",
          country: "Organization - Country of Address",
        },
        attributes: ["Organization - Owner", "Organization - Organization created"],
      },
    ],
  },
);

export const pipedrivePeople = readyMapping("pipedrive-people", ["Person - ID", "Person - Name"], {
  source: "pipedrive",
  kinds: [
    {
      rows: "contacts",
      only: [{ column: "Person - Organization", filled: true }],
      facts: {
        external_id: "Person - ID",
        customer: { first_of: ["Person - Organization ID", "Person - Organization"] },
        name: "Person - Name",
        role: "Person - Job title",
        email: { first_of: ["Person - Email - Work", "Person - Email"] },
        phone: { first_of: ["Person - Phone - Work", "Person - Phone"] },
      },
    },
  ],
});

/** Deals that were won are orders. */
export const pipedriveDeals = readyMapping(
  "pipedrive-deals",
  ["Deal - ID", "Deal - Title", "Deal - Status"],
  {
    source: "pipedrive",
    kinds: [
      {
        rows: "activities",
        called: "orders",
        only: [
          { column: "Deal - Status", is: ["won", "gewonnen", "gagné", "ganado", "赢单"] },
          { column: "Deal - Value", above_zero: AUTO },
        ],
        facts: {
          external_id: "Deal - ID",
          customer: { first_of: ["Deal - Organization ID", "Deal - Organization"] },
          kind: { value: "order" },
          at: { first_of: ["Deal - Won time", "Deal - Deal closed on"], date: AUTO },
          amount: { column: "Deal - Value", number: AUTO },
          currency: { first_of: ["Deal - Currency", "Deal - Currency of Value"] },
          category: "Deal - Pipeline",
          note: "Deal - Title",
        },
      },
    ],
  },
);
