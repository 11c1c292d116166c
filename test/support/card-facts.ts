import type { Customer } from "../../src/domain/customer.ts";
import type { CardFacts } from "../../src/domain/outreach/card-facts.ts";

export const A_CUSTOMER: Customer = {
  id: 1,
  source: "test",
  externalId: "C-1",
  name: "Acme",
  domain: null,
  ownerEmail: "ana@example.com",
  segment: null,
  currency: "EUR",
  monthlyRevenueMinor: null,
  marginPercent: null,
  acquisitionCostMinor: null,
  startedOn: null,
  renewsOn: null,
  endedOn: null,
  country: null,
  language: null,
  attributes: {},
  snoozedUntil: null,
  snoozedBy: null,
};
/** What is known of a customer of whom nothing is known but what a test names. */
export const cardFactsOf = (rest: Partial<CardFacts> = {}, about: Partial<Customer> = {}): CardFacts => ({
  customer: { ...A_CUSTOMER, ...about },
  owner: null,
  snoozedByName: null,
  score: null,
  earlierScore: null,
  hasModel: true,
  dataUpTo: null,
  revenue12Months: [],
  purchaseDays: 0,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  lastTouch: null,
  openTicket: null,
  lastDeliveryAt: null,
  solvedTicket: null,
  ...rest,
});
