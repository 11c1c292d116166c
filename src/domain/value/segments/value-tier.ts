import { type Phrase, phrase } from "../../phrase.ts";
import { sharesAbove } from "./ranking.ts";
import { type Segmentation, type SegmentRule, segmentNamed, wordsOfRule } from "./segment-rule.ts";
import { TIER_SERVICE } from "./service-level.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** The best fifth and the next three tenths. Chosen by the product, after the usual 80/20 rule of thumb. */
const TOP_SHARE = 0.2;
const MIDDLE_SHARE = 0.5;
/** Margin ranks customers only where nearly all have one; else the missing ones would rank last unjustly. */
const LEAST_KNOWN_SHARE = 0.8;

type Basis = "margin" | "revenue";

export const VALUE_TIERS = ["top", "middle", "rest", "not-valued"] as const;
export type ValueTier = (typeof VALUE_TIERS)[number];

/** What a customer is ranked by: nothing of it says how likely they are to leave. */
export type Ranked = Pick<ValuedCustomer, "hasContract" | "marginIfStaying" | "revenue12mMinor">;

/**
 * Top, middle and rest by the margin of a year in which the customer stays, or by twelve months' revenue where too few
 * have a margin. The risk is no part of it: who is about to leave must not fall out of the tier that says how much that
 * would cost. Reports show the risk beside the tier.
 */
export const valueTier: SegmentRule = {
  ...wordsOfRule("value-tier"),
  assign(customers) {
    const { basis, tiers } = rankByWorth(customers);
    return {
      segments: segmentsBy(basis),
      assigned: tiers,
      basis,
      notes: notesOn(customers, tiers, basis),
      serviceLevels: new Map(Object.entries(TIER_SERVICE)),
    };
  },
};

/** Everybody's tier, in the order of the customers given, and what they were ranked by. */
export function rankByWorth(customers: readonly Ranked[]): {
  readonly basis: Basis;
  readonly tiers: readonly ValueTier[];
} {
  const { known, withRevenue } = marginsKnown(customers);
  const basis = known > 0 && known >= LEAST_KNOWN_SHARE * withRevenue ? "margin" : "revenue";
  return { basis, tiers: tiersOf(customers.map((customer) => worthBy(basis, customer))) };
}

/** Of how many of those who brought something the margin is known. */
function marginsKnown(customers: readonly Ranked[]) {
  const known = customers.filter(({ marginIfStaying }) => marginIfStaying.kind === "figure").length;
  const missing = customers.filter((customer) => hasRevenueAlone(customer)).length;
  return { known, withRevenue: known + missing };
}

const hasRevenueAlone = ({ marginIfStaying }: Ranked) =>
  marginIfStaying.kind === "not-applicable" && marginIfStaying.because === "no-margin";

/** Null: not known, as with a contract of which the file does not say what it brings. */
function worthBy(basis: Basis, { hasContract, marginIfStaying, revenue12mMinor }: Ranked): number | null {
  if (marginIfStaying.kind === "figure")
    return basis === "margin" ? marginIfStaying.money.minor : revenue12mMinor;
  if (marginIfStaying.because === "no-revenue") return hasContract ? null : 0;
  return basis === "margin" ? null : revenue12mMinor;
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
  const parameters = { basis, top: 100 * TOP_SHARE, next: Math.round(100 * (MIDDLE_SHARE - TOP_SHARE)) };
  return VALUE_TIERS.map((tier) => segmentNamed("value-tier", tier, parameters));
}

function notesOn(customers: readonly Ranked[], tiers: readonly ValueTier[], basis: Basis): Phrase[] {
  const notValued = tiers.filter((tier) => tier === "not-valued").length;
  const apart = notValued === 0 ? [] : [phrase("segments.note.not-valued", { customers: notValued })];
  if (basis === "margin" || customers.length === 0) return apart;
  const { known, withRevenue } = marginsKnown(customers);
  const counts = { known, customers: withRevenue, needed: 100 * LEAST_KNOWN_SHARE };
  return [phrase("segments.note.ranked-by-revenue", counts), ...apart];
}
