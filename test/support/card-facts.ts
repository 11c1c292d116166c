import type { Customer } from "../../src/domain/customer.ts";
import type { AllFacts } from "../../src/domain/outreach/facts.ts";
import { NOTHING_KNOWN } from "../../src/store/facts/facts.ts";

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
  snoozedAt: null,
};
/** What is known of a customer of whom nothing is known but what a test names; of purchases all is known alike. */
export const cardFactsOf = (rest: Partial<AllFacts> = {}, about: Partial<Customer> = {}): AllFacts => ({
  ...NOTHING_KNOWN,
  customer: { ...A_CUSTOMER, ...about },
  hasModel: true,
  playbookSettings: {},
  firstPurchaseAt: rest.purchases?.firstAt ?? null,
  lastPurchaseAt: rest.purchases?.lastAt ?? null,
  ...rest,
});
