import { sharesAbove } from "./ranking.ts";
import type { SegmentDefinition, SegmentRule } from "./segment-rule.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** Chosen by the product: the fifth with the largest orders; the half with the smallest. */
const BIG_SHARE = 0.2;
const SMALL_FROM_SHARE = 0.5;
/** Giving back this part of what was ordered, by value, is more than a mishap. Chosen by the product. */
const RETURNS_PERCENT = 10;

const SEGMENTS: readonly SegmentDefinition[] = [
  { key: "big-spender", name: "Big spenders", criterion: "the 20 % with the largest average order" },
  { key: "everyday", name: "Everyday buyers", criterion: "everybody else who ordered in the last 12 months" },
  {
    key: "bargain-hunter",
    name: "Bargain hunters",
    criterion: `the half with the smaller average orders, giving back ${RETURNS_PERCENT} % and more by value`,
  },
  { key: "no-orders", name: "No orders", criterion: "no order in the last 12 months" },
];

/** By the average order of the last twelve months and what part of it was refunded. */
export const spend: SegmentRule = {
  key: "spend",
  name: "Big spenders and bargain hunters",
  description: "average order value, and the part of it given back, of the last 12 months",
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
      notes: [
        "The file holds no discounts or list prices: bargain hunters show by small orders and by what they give back.",
      ],
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
