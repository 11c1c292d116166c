import type { Customer } from "../../domain/customer.ts";
import {
  bool,
  float8,
  int4,
  int8,
  json,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";

/** Of `customers AS c`, as `customerFrom` reads them. */
export const CUSTOMER_COLUMNS = `c.id, c.source, c.external_id, c.name, c.domain, c.owner_email, c.segment, c.currency,
    c.monthly_revenue_minor, c.margin_percent, c.acquisition_cost_minor, c.started_on::text, c.renews_on::text,
    c.ended_on::text, c.has_named_contracts, c.country, c.language, c.attributes, c.snoozed_until, c.snoozed_by,
    c.snoozed_at, c.known_from_activities`;

export const CUSTOMER_ROW = {
  id: int4,
  source: text,
  external_id: text,
  name: text,
  domain: nullable(text),
  owner_email: nullable(text),
  segment: nullable(text),
  currency: nullable(text),
  monthly_revenue_minor: nullable(int8),
  margin_percent: nullable(float8),
  acquisition_cost_minor: nullable(int8),
  started_on: nullable(text),
  renews_on: nullable(text),
  ended_on: nullable(text),
  has_named_contracts: bool,
  country: nullable(text),
  language: nullable(text),
  attributes: json<Readonly<Record<string, string>>>(),
  snoozed_until: nullable(timestamptz),
  snoozed_by: nullable(text),
  snoozed_at: nullable(timestamptz),
  known_from_activities: bool,
};

export function customerFrom(row: ValuesOf<typeof CUSTOMER_ROW>): Customer {
  return {
    id: row.id,
    source: row.source,
    externalId: row.external_id,
    name: row.name,
    domain: row.domain,
    ownerEmail: row.owner_email,
    segment: row.segment,
    currency: row.currency,
    monthlyRevenueMinor: row.monthly_revenue_minor,
    marginPercent: row.margin_percent,
    acquisitionCostMinor: row.acquisition_cost_minor,
    startedOn: row.started_on,
    renewsOn: row.renews_on,
    endedOn: row.ended_on,
    hasNamedContracts: row.has_named_contracts,
    country: row.country,
    language: row.language,
    attributes: row.attributes,
    snoozedUntil: row.snoozed_until,
    snoozedBy: row.snoozed_by,
    snoozedAt: row.snoozed_at,
    knownFromActivities: row.known_from_activities,
  };
}
