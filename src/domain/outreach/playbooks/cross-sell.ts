import { phrase } from "../../phrase.ts";
import { customerProducts, type SuggestedProduct } from "../../products/customer-products.ts";
import { HIGH_RISK } from "../../risk/bands.ts";
import { isBadRating } from "../break-through.ts";
import type { Facts } from "../facts.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** By as many customers the strength of a pair is shrunk: from here on they say more than the shrinking. */
const LEAST_BOTH = 20;
/** Twice as common among buyers of the one as among all. Chosen by the product: below it, it is what everybody buys. */
const LEAST_LIFT = 2;
/** An offer a month is one, more are pestering. Chosen by the product. */
const QUIET_DAYS = 30;
/** Whoever has not bought for longer is to be kept before they are sold more. Chosen by the product. */
const BOUGHT_WITHIN_DAYS = 90;

/** What similar customers buy besides, to somebody who is well. */
export const crossSell = playbook({
  key: "cross-sell",
  needs: [
    "lastAnswers",
    "lastTouch",
    "openMention",
    "openTicket",
    "products",
    "purchases",
    "resting",
    "score",
    "unhappyAnswer",
  ],
  priority: "due",
  // It is there to earn more; that somebody who buys two things stays longer is no more than likely.
  saves: 0.01,
  minutes: 10,
  onCardsOnly: true,
  eligible(facts, now) {
    const { products, lastTouch } = facts;
    if (!isWell(facts, now)) return null;
    if (lastTouch !== null && wholeDays(lastTouch.at, now) < QUIET_DAYS) return null;
    const { next, pairing } = customerProducts(products, now);
    const strong = pairing && next.find((one) => isStrong(one, pairing.customers));
    if (!strong) return null;
    const { name: product, afterName: after, both, productCustomers } = strong;
    return {
      action: phrase("cross-sell.action", { product }),
      reason: phrase("cross-sell.reason", { product, after, both, of: productCustomers }),
      occasion: `${product}:${dayOf(now).slice(0, 7)}`,
    };
  },
});

type WellFacts = Facts<(typeof crossSell)["needs"][number]>;

/** Nothing open, nothing said against us, and a risk that is known and not high. */
function isWell(facts: WellFacts, now: Date): boolean {
  const { openTicket, openMention, unhappyAnswer, lastAnswers, score, purchases, resting } = facts;
  if (openTicket !== null || openMention !== null || unhappyAnswer !== null) return false;
  if (lastAnswers.some(isBadRating) || resting?.stopped) return false;
  if (purchases === null || wholeDays(purchases.lastAt, now) > BOUGHT_WITHIN_DAYS) return false;
  return score !== null && score.probability !== null && score.probability < HIGH_RISK;
}

function isStrong({ both, productCustomers, otherCustomers }: SuggestedProduct, customers: number): boolean {
  if (both < LEAST_BOTH) return false;
  return both * customers >= LEAST_LIFT * productCustomers * otherCustomers;
}
