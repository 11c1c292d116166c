import type { CustomerProfile } from "../domain/customer.ts";
import type { ProfileColumns } from "../domain/imports/imports.ts";
import type { Columns } from "./csv/columns.ts";
import type { Header } from "./csv/header.ts";

/** A customer of whom a source tells nothing but id and name. */
export const UNKNOWN_FACTS = {
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
} as const satisfies Omit<
  { readonly [Fact in keyof CustomerProfile]: null },
  "source" | "externalId" | "name" | "attributes"
>;

const isOptionalFact = (fact: string): fact is keyof typeof UNKNOWN_FACTS =>
  Object.hasOwn(UNKNOWN_FACTS, fact);

/** What a file of customers has columns for: what it lacks keeps its stored value. */
export function profileColumns(columns: Columns, { positions, further }: Header): ProfileColumns {
  const facts = new Set([...positions.keys()].filter(isOptionalFact));
  const attributes = columns.attributes;
  if (!attributes || !("nameOf" in attributes)) return { facts, attributes: [] };
  return { facts, attributes: further.map(({ name }) => attributes.nameOf(name)) };
}
