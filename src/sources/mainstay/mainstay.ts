import { mainstayActivities } from "./mainstay-activities.ts";
import { mainstayContacts } from "./mainstay-contacts.ts";
import { mainstayContracts } from "./mainstay-contracts.ts";
import { mainstayCosts } from "./mainstay-costs.ts";
import { mainstayCustomers } from "./mainstay-customers.ts";
import { mainstayFeedback } from "./mainstay-feedback.ts";
import { mainstayMentions } from "./mainstay-mentions.ts";
import { mainstayProducts } from "./mainstay-products.ts";
import { mainstayTickets } from "./mainstay-tickets.ts";
import { mainstayTouches } from "./mainstay-touches.ts";

/** Our own formats, for whoever can write an export to order. */
export const mainstay = {
  "mainstay-activities": mainstayActivities,
  "mainstay-customers": mainstayCustomers,
  "mainstay-contracts": mainstayContracts,
  "mainstay-costs": mainstayCosts,
  "mainstay-contacts": mainstayContacts,
  "mainstay-tickets": mainstayTickets,
  "mainstay-feedback": mainstayFeedback,
  "mainstay-touches": mainstayTouches,
  "mainstay-mentions": mainstayMentions,
  "mainstay-products": mainstayProducts,
};
