import { quintiles } from "./ranking.ts";
import { type SegmentDefinition, type SegmentRule, segmentNamed, wordsOfRule } from "./segment-rule.ts";
import type { PurchaseHistory, ValuedCustomer } from "./valued-customer.ts";

/** Fifths, 5 the best: how lately, on how many days of the last twelve months, and for how much somebody bought. */
export type RfmScores = { readonly lately: number; readonly often: number; readonly much: number };

/** Who bought first so lately is new, whatever the fifths say. Chosen by the product: one quarter. */
const NEW_WITHIN_DAYS = 91;

const SEGMENTS: readonly SegmentDefinition[] = [
  "champions",
  "loyal",
  "new",
  "promising",
  "at-risk",
  "hibernating",
  "contract",
].map((key) => segmentNamed("rfm", key, { days: NEW_WITHIN_DAYS }));

/**
 * Named groups of buyers by days since the last purchase, purchase days and revenue; contracts are a group of their own.
 * What a contract brings is agreed, month by month, not bought: it is neither recent nor frequent, and among buyers' fifths
 * a faithful contract would stand with those who never bought.
 */
export const rfm: SegmentRule = {
  ...wordsOfRule("rfm"),
  habits: true,
  assign(customers) {
    const scores = rfmScores(customers);
    return {
      segments: SEGMENTS,
      assigned: customers.map((customer, index) => groupOf(boughtBy(customer), scores[index] ?? null)),
      basis: null,
      notes: [],
      serviceLevels: new Map(),
    };
  },
};

/** The fifths of everyone who buys without a contract, among each other; null for the others. */
export function rfmScores(customers: readonly ValuedCustomer[]): Array<RfmScores | null> {
  const buyers = customers.flatMap((customer) => {
    const purchases = boughtBy(customer);
    return purchases === null ? [] : [{ purchases, revenue12mMinor: customer.revenue12mMinor }];
  });
  const lately = quintiles(buyers.map(({ purchases }) => -purchases.daysSinceLastPurchase));
  const often = quintiles(buyers.map(({ purchases }) => purchases.purchaseDays12m));
  const much = quintiles(buyers.map(({ revenue12mMinor }) => revenue12mMinor));
  let place = -1;
  return customers.map((customer) => {
    if (boughtBy(customer) === null) return null;
    place += 1;
    return { lately: lately[place] ?? 1, often: often[place] ?? 1, much: much[place] ?? 1 };
  });
}

/** Null under a contract, whatever was ordered besides. Who has none is only a customer for what they bought. */
const boughtBy = ({ hasContract, purchases }: ValuedCustomer) => (hasContract ? null : purchases);

function groupOf(purchases: PurchaseHistory | null, scores: RfmScores | null): string {
  if (purchases === null || scores === null) return "contract";
  const worth = (scores.often + scores.much) / 2;
  if (purchases.daysSinceFirstPurchase <= NEW_WITHIN_DAYS) return "new";
  if (scores.lately <= 2) return worth >= 3 ? "at-risk" : "hibernating";
  if (worth < 3) return "promising";
  return scores.lately >= 4 && worth >= 4 ? "champions" : "loyal";
}
