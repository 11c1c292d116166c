import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";

/** Of somebody with whom nothing ever happened: tests add what they are about. */
export const NO_HISTORY: CustomerHistory = {
  customerId: 1,
  externalId: "a",
  name: "A",
  file: { segment: null, ownerEmail: null, country: null, marginPercent: null, acquisitionCost: null },
  contracts: [],
  ends: [],
  lastPurchaseBefore: null,
  purchases: [],
  amounts: [],
  adjustments: [],
};
