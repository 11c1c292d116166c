import { type SegmentDefinition, type SegmentRule, segmentNamed, wordsOfRule } from "./segment-rule.ts";
import type { PurchaseHistory, UsageHistory, ValuedCustomer } from "./valued-customer.ts";

/** Without a purchase for so many times their own mean gap (and at least so many days): dormant. Chosen by the product. */
const DORMANT_GAPS = 3;
const DORMANT_LEAST_DAYS = 30;
/** Gaps that stray by at most this share of their mean keep a rhythm. Chosen by the product. */
const REGULAR_DEVIATION = 0.5;
/** A change of use within this share is steady: weeks with a holiday stray as much. Chosen by the product. */
const STEADY_CHANGE = 0.2;

const THRESHOLDS = {
  gaps: DORMANT_GAPS,
  days: DORMANT_LEAST_DAYS,
  stray: 100 * REGULAR_DEVIATION,
  change: 100 * STEADY_CHANGE,
};

const SEGMENTS: readonly SegmentDefinition[] = [
  "regular",
  "irregular",
  "one-time",
  "dormant",
  "use-growing",
  "use-steady",
  "use-falling",
  "unused",
  "use-unknown",
].map((key) => segmentNamed("behaviour", key, THRESHOLDS));

/** By the rhythm of purchases, and for contracts by the course of use. */
export const behaviour: SegmentRule = {
  ...wordsOfRule("behaviour"),
  habits: true,
  assign: (customers) => ({
    segments: SEGMENTS,
    assigned: customers.map(groupOf),
    basis: null,
    notes: [],
    serviceLevels: new Map(),
  }),
};

function groupOf({ hasContract, usage, purchases }: ValuedCustomer): string {
  if (hasContract && usage !== null) return byUse(usage);
  return purchases === null ? "use-unknown" : byRhythm(purchases);
}

function byUse({ quantity28d, quantityPrevious28d }: UsageHistory): string {
  if (quantity28d === 0) return "unused";
  if (quantity28d > (1 + STEADY_CHANGE) * quantityPrevious28d) return "use-growing";
  return quantity28d < (1 - STEADY_CHANGE) * quantityPrevious28d ? "use-falling" : "use-steady";
}

function byRhythm({ meanGapDays, gapDeviationDays, daysSinceLastPurchase }: PurchaseHistory): string {
  if (meanGapDays === null) return "one-time";
  if (daysSinceLastPurchase > Math.max(DORMANT_GAPS * meanGapDays, DORMANT_LEAST_DAYS)) return "dormant";
  const keepsRhythm = gapDeviationDays !== null && gapDeviationDays <= REGULAR_DEVIATION * meanGapDays;
  return keepsRhythm ? "regular" : "irregular";
}
