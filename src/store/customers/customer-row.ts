import type { Customer } from "../../domain/customer.ts";

/** Of `customers AS c`, as `customerFrom` reads them. */
export const CUSTOMER_COLUMNS = "c.*, c.started_on::text, c.renews_on::text, c.ended_on::text";

export type CustomerRow = {
  id: number;
  source: string;
  external_id: string;
  name: string;
  domain: string | null;
  owner_email: string | null;
  segment: string | null;
  currency: string | null;
  monthly_revenue_minor: string | null;
  margin_percent: number | null;
  acquisition_cost_minor: string | null;
  started_on: string | null;
  renews_on: string | null;
  ended_on: string | null;
  country: string | null;
  language: string | null;
  attributes: Record<string, string>;
  snoozed_until: Date | null;
  snoozed_by: string | null;
};

export function customerFrom(row: CustomerRow): Customer {
  return {
    id: row.id,
    source: row.source,
    externalId: row.external_id,
    name: row.name,
    domain: row.domain,
    ownerEmail: row.owner_email,
    segment: row.segment,
    currency: row.currency,
    monthlyRevenueMinor: integer(row.monthly_revenue_minor),
    marginPercent: row.margin_percent,
    acquisitionCostMinor: integer(row.acquisition_cost_minor),
    startedOn: row.started_on,
    renewsOn: row.renews_on,
    endedOn: row.ended_on,
    country: row.country,
    language: row.language,
    attributes: row.attributes,
    snoozedUntil: row.snoozed_until,
    snoozedBy: row.snoozed_by,
  };
}

const integer = (text: string | null) => (text === null ? null : Number(text));
