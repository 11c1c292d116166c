import { phrase } from "../../phrase.ts";
import { sharesAbove } from "./ranking.ts";
import { type SegmentDefinition, type SegmentRule, segmentNamed, wordsOfRule } from "./segment-rule.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** Chosen by the product: the fifth with the largest orders; the half with the smallest. */
const BIG_SHARE = 0.2;
const SMALL_FROM_SHARE = 0.5;
/** Giving back this part of what was ordered, by value, is more than a mishap. Chosen by the product. */
const RETURNS_PERCENT = 10;

const THRESHOLDS = { big: 100 * BIG_SHARE, small: 100 * SMALL_FROM_SHARE, returns: RETURNS_PERCENT };

const SEGMENTS: readonly SegmentDefinition[] = ["big-spender", "everyday", "bargain-hunter", "no-orders"].map(
  (key) => segmentNamed("spend", key, THRESHOLDS),
);

/** By the average order of the last twelve months and what part of it was refunded. */
export const spend: SegmentRule = {
  ...wordsOfRule("spend"),
  habits: true,
  assign(customers) {
    const averages = customers.map(averageOrderMinor);
    const shares = sharesAbove(averages.filter((average) => average !== null));
    let place = 0;
    return {
      segments: SEGMENTS,
      assigned: customers.map((customer, index) =>
        averages[index] === null ? "no-orders" : groupOf(customer, shares[place++] ?? 0),
      ),
      basis: null,
      notes: [phrase("segments.note.no-discounts")],
      serviceLevels: new Map(),
    };
  },
};

function averageOrderMinor({ ordered12mMinor, purchases }: ValuedCustomer): number | null {
  if (purchases === null || purchases.purchaseDays12m === 0) return null;
  return ordered12mMinor / purchases.purchaseDays12m;
}

function groupOf({ ordered12mMinor, refunded12mMinor }: ValuedCustomer, shareAbove: number): string {
  if (shareAbove < BIG_SHARE) return "big-spender";
  const returns = 100 * refunded12mMinor >= RETURNS_PERCENT * ordered12mMinor && refunded12mMinor > 0;
  return shareAbove >= SMALL_FROM_SHARE && returns ? "bargain-hunter" : "everyday";
}
