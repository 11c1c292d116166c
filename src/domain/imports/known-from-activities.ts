import type { CustomerProfile } from "../customer.ts";

/** Of a customer whom no customer file has told of: the id they have in the rows that name them, and nothing else. */
export function profileFromActivities(source: string, externalId: string): CustomerProfile {
  return {
    source,
    externalId,
    name: externalId,
    domain: null,
    ownerEmail: null,
    segment: null,
    currency: null,
    monthlyRevenueMinor: null,
    marginPercent: null,
    acquisitionCostMinor: null,
    startedOn: null,
    renewsOn: null,
    endedOn: null,
    country: null,
    language: null,
    attributes: {},
  };
}
