import { type Phrase, phrase } from "../../phrase.ts";
import { sharesAbove } from "./ranking.ts";
import { type Segmentation, type SegmentRule, segmentNamed, wordsOfRule } from "./segment-rule.ts";
import { TIER_SERVICE } from "./service-level.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** The best fifth and the next three tenths. Chosen by the product, after the usual 80/20 rule of thumb. */
const TOP_SHARE = 0.2;
const MIDDLE_SHARE = 0.5;
/** Margin CLV ranks customers only where nearly all have one; else the missing ones would rank last unjustly. */
const LEAST_KNOWN_SHARE = 0.8;

type Basis = "margin-clv" | "revenue";

export const VALUE_TIERS = ["top", "middle", "rest", "not-valued"] as const;
export type ValueTier = (typeof VALUE_TIERS)[number];

/** Top, middle and rest by margin CLV, or by twelve months' revenue where too few customers have a margin CLV. */
export const valueTier: SegmentRule = {
  ...wordsOfRule("value-tier"),
  assign(customers) {
    const basis = basisFor(customers);
    const values = customers.map((customer) => worthOf(customer, basis));
    return {
      segments: segmentsBy(basis),
      assigned: tiersOf(values),
      basis,
      notes: notesOn(customers, values, basis),
      serviceLevels: new Map(Object.entries(TIER_SERVICE)),
    };
  },
};

function basisFor(customers: readonly ValuedCustomer[]): Basis {
  const known = customers.filter(({ marginClv }) => marginClv.kind === "figure").length;
  return known > 0 && known >= LEAST_KNOWN_SHARE * customers.length ? "margin-clv" : "revenue";
}

function worthOf({ marginClv, revenue12mMinor }: ValuedCustomer, basis: Basis): number | null {
  if (basis === "revenue") return revenue12mMinor;
  return marginClv.kind === "figure" ? marginClv.money.minor : null;
}

/** By the share of valued customers worth more; nobody without any value is above the rest. */
function tiersOf(values: ReadonlyArray<number | null>): ValueTier[] {
  const known = values.filter((value) => value !== null);
  const shares = sharesAbove(known);
  let place = 0;
  return values.map((value) => {
    if (value === null) return "not-valued";
    const share = shares[place++] ?? 0;
    if (value <= 0) return "rest";
    if (share < TOP_SHARE) return "top";
    return share < MIDDLE_SHARE ? "middle" : "rest";
  });
}

function segmentsBy(basis: Basis): Segmentation["segments"] {
  const tiers = VALUE_TIERS.filter((tier) => tier !== "not-valued" || basis === "margin-clv");
  const parameters = { basis, top: 100 * TOP_SHARE, next: Math.round(100 * (MIDDLE_SHARE - TOP_SHARE)) };
  return tiers.map((tier) => segmentNamed("value-tier", tier, parameters));
}

function notesOn(
  customers: readonly ValuedCustomer[],
  values: ReadonlyArray<number | null>,
  basis: Basis,
): Phrase[] {
  const known = customers.filter(({ marginClv }) => marginClv.kind === "figure").length;
  if (customers.length === 0) return [];
  if (basis === "revenue") {
    const counts = { known, customers: customers.length, needed: 100 * LEAST_KNOWN_SHARE };
    return [phrase("segments.note.ranked-by-revenue", counts)];
  }
  const missing = values.filter((value) => value === null).length;
  return missing === 0 ? [] : [phrase("segments.note.not-valued", { customers: missing })];
}
