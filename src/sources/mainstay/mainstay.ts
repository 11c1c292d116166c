import { mainstayActivities } from "./mainstay-activities.ts";
import { mainstayContracts } from "./mainstay-contracts.ts";
import { mainstayCosts } from "./mainstay-costs.ts";
import { mainstayCustomers } from "./mainstay-customers.ts";

/** Our own formats, for whoever can write an export to order. */
export const mainstay = {
  "mainstay-activities": mainstayActivities,
  "mainstay-customers": mainstayCustomers,
  "mainstay-contracts": mainstayContracts,
  "mainstay-costs": mainstayCosts,
};
