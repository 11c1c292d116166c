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
  "no-purchases",
].map((key) => segmentNamed("rfm", key, { days: NEW_WITHIN_DAYS }));

/** Named groups by days since the last purchase, purchase days and revenue. */
export const rfm: SegmentRule = {
  ...wordsOfRule("rfm"),
  assign(customers) {
    const scores = rfmScores(customers);
    return {
      segments: SEGMENTS,
      assigned: customers.map(({ purchases }, index) => groupOf(purchases, scores[index] ?? null)),
      basis: null,
      notes: [],
      serviceLevels: new Map(),
    };
  },
};

/** The fifths of everyone who ever bought, among each other; null for the others. */
export function rfmScores(customers: readonly ValuedCustomer[]): Array<RfmScores | null> {
  const buyers = customers.flatMap(({ purchases, revenue12mMinor }) =>
    purchases === null ? [] : [{ purchases, revenue12mMinor }],
  );
  const lately = quintiles(buyers.map(({ purchases }) => -purchases.daysSinceLastPurchase));
  const often = quintiles(buyers.map(({ purchases }) => purchases.purchaseDays12m));
  const much = quintiles(buyers.map(({ revenue12mMinor }) => revenue12mMinor));
  let place = -1;
  return customers.map(({ purchases }) => {
    if (purchases === null) return null;
    place += 1;
    return { lately: lately[place] ?? 1, often: often[place] ?? 1, much: much[place] ?? 1 };
  });
}

function groupOf(purchases: PurchaseHistory | null, scores: RfmScores | null): string {
  if (purchases === null || scores === null) return "no-purchases";
  const worth = (scores.often + scores.much) / 2;
  if (purchases.daysSinceFirstPurchase <= NEW_WITHIN_DAYS) return "new";
  if (scores.lately <= 2) return worth >= 3 ? "at-risk" : "hibernating";
  if (worth < 3) return "promising";
  return scores.lately >= 4 && worth >= 4 ? "champions" : "loyal";
}
