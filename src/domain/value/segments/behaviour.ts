import type { SegmentDefinition, SegmentRule } from "./segment-rule.ts";
import type { PurchaseHistory, UsageHistory, ValuedCustomer } from "./valued-customer.ts";

/** Silent for so many times the own mean gap (and at least so many days) is dormant. Chosen by the product. */
const DORMANT_GAPS = 3;
const DORMANT_LEAST_DAYS = 30;
/** Gaps that stray by at most this share of their mean keep a rhythm. Chosen by the product. */
const REGULAR_DEVIATION = 0.5;
/** A change of use within this share is steady: weeks with a holiday stray as much. Chosen by the product. */
const STEADY_CHANGE = 0.2;

const SEGMENTS: readonly SegmentDefinition[] = [
  {
    key: "regular",
    name: "Regular buyers",
    criterion: "gaps between purchases stray by at most half their mean",
  },
  { key: "irregular", name: "Irregular buyers", criterion: "two and more purchase days without a rhythm" },
  { key: "one-time", name: "One-time buyers", criterion: "one purchase day" },
  {
    key: "dormant",
    name: "Dormant buyers",
    criterion: `silent for over ${DORMANT_GAPS} of their own mean gaps, at least ${DORMANT_LEAST_DAYS} days`,
  },
  { key: "use-growing", name: "Contract, use growing", criterion: "28 days' use up by over 20 %" },
  {
    key: "use-steady",
    name: "Contract, use steady",
    criterion: "28 days' use within 20 % of the 28 days before",
  },
  { key: "use-falling", name: "Contract, use falling", criterion: "28 days' use down by over 20 %" },
  { key: "unused", name: "Contract, not used", criterion: "no use in 28 days" },
  {
    key: "use-unknown",
    name: "Contract, use not measured",
    criterion: "a contract, neither use nor orders known",
  },
];

/** By the rhythm of purchases, and for contracts by the course of use. */
export const behaviour: SegmentRule = {
  key: "behaviour",
  name: "Behaviour",
  description: "the rhythm of purchases; for contracts, how use has changed over four weeks",
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
