import { phrase } from "../../phrase.ts";
import { tierStanding } from "../../value/loyalty/tier.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** The next loyalty tier is within one usual order. */
export const tierInReach = playbook({
  key: "tier-in-reach",
  needs: ["lastTouch", "loyalty", "purchases", "revenue12Months"],
  priority: "due",
  saves: 0.04,
  minutes: 10,
  // Of what they usually spend on a day with a purchase. Chosen by the product.
  numbers: { usualOrderPercent: { default: 100, least: 10, most: 500, unit: "percent" } },
  eligible({ loyalty, purchases, revenue12Months, lastTouch }, now, _kind, { usualOrderPercent }) {
    if (loyalty === null || loyalty.tiers === null || purchases === null) return null;
    const { next } = tierStanding(loyalty.tiers, revenue12Months, loyalty.today, loyalty.rates);
    const spent = revenue12Months.find(({ currency }) => currency === next?.missing.currency);
    if (next === null || spent === undefined) return null;
    // Of a longer history it comes out smaller than it is: then the tier has to be nearer.
    const usualOrder = spent.minor / purchases.days;
    if (100 * next.missing.minor > usualOrderPercent * usualOrder) return null;
    if (lastTouch !== null && dayOf(lastTouch.at).slice(0, 7) === dayOf(now).slice(0, 7)) return null;
    return {
      action: phrase("tier-in-reach.action", { tier: next.name }),
      reason: phrase("tier-in-reach.reason", { tier: next.name }),
      occasion: `${next.name}:${dayOf(now).slice(0, 7)}`,
    };
  },
});
