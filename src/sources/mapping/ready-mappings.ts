import { fxiaokeContacts, fxiaokeCustomers, fxiaokeOrders } from "../fxiaoke/fxiaoke-exports.ts";
import { hubspotCompanies, hubspotContacts, hubspotDeals } from "../hubspot/hubspot-exports.ts";
import { intercomConversations, intercomUsers } from "../intercom/intercom-exports.ts";
import { pipedriveDeals, pipedriveOrganizations, pipedrivePeople } from "../pipedrive/pipedrive-exports.ts";
import { quickbooksInvoices, quickbooksTransactions } from "../quickbooks/quickbooks-exports.ts";
import { salesforceAccounts, salesforceOpportunities } from "../salesforce/salesforce-exports.ts";
import { shopifyCustomers, shopifyOrders } from "../shopify/shopify-exports.ts";
import {
  stripeCharges,
  stripeCustomers,
  stripeInvoices,
  stripeSubscriptions,
} from "../stripe/stripe-exports.ts";
import { woocommerceOrders } from "../woocommerce/woocommerce-exports.ts";
import { xeroInvoices } from "../xero/xero-exports.ts";
import { zendeskTickets, zendeskTicketsJson, zendeskTicketTable } from "../zendesk/zendesk-exports.ts";
import { zohoAccounts, zohoContacts, zohoDeals } from "../zoho/zoho-exports.ts";
import { sameName } from "./column-names.ts";
import type { ReadyMapping } from "./ready-mapping.ts";

/** The exports that are known; one more is a line here. */
export const READY_MAPPINGS: readonly ReadyMapping[] = [
  ...[shopifyOrders, shopifyCustomers, woocommerceOrders],
  ...[stripeSubscriptions, stripeCharges, stripeInvoices, stripeCustomers],
  ...[hubspotCompanies, hubspotContacts, hubspotDeals, salesforceAccounts, salesforceOpportunities],
  ...[zohoAccounts, zohoContacts, zohoDeals, fxiaokeCustomers, fxiaokeContacts, fxiaokeOrders],
  ...[zendeskTickets, zendeskTicketTable, zendeskTicketsJson, intercomConversations, intercomUsers],
  ...[pipedriveOrganizations, pipedrivePeople, pipedriveDeals, xeroInvoices],
  ...[quickbooksInvoices, quickbooksTransactions],
];

/** The export with these columns; of several the one that is known by the most of them. Null: none is known. */
export function readyMappingFor(names: readonly string[]): ReadyMapping | null {
  const found = new Set(names.map(sameName));
  const fitting = READY_MAPPINGS.filter(({ recognisedBy }) =>
    recognisedBy.every((name) => found.has(sameName(name))),
  );
  return fitting.reduce<ReadyMapping | null>(
    (best, one) => (best === null || one.recognisedBy.length > best.recognisedBy.length ? one : best),
    null,
  );
}
