import { phrase } from "../../../phrase.ts";
import { aged } from "./purchase-sentences.ts";
import {
  type Answer,
  changePercent,
  LONG_FROM_DAYS,
  NEW_WITHIN_DAYS,
  NOTABLE_PERCENT,
  type Sentence,
  sentence,
} from "./sentence.ts";

export const DELIVERIES: readonly Sentence[] = [
  // Who bought nothing was sent nothing.
  sentence(
    "raises",
    ["deliveryDays90d", "purchaseDays90d"],
    ({ deliveryDays90d, purchaseDays90d }, { hasContract }) =>
      deliveryDays90d === 0 && (purchaseDays90d >= 1 || hasContract) ? phrase("because.no-delivery") : null,
  ),
  sentence("lowers", ["deliveryDays90d"], ({ deliveryDays90d: n }) =>
    n >= 1 ? phrase("because.deliveries", { n }) : null,
  ),
];

export const USAGE: readonly Sentence[] = [
  sentence(
    "raises",
    ["usageQuantity28d", "usageQuantityPrevious28d"],
    ({ usageQuantity28d, usageQuantityPrevious28d }) => {
      const change = usageChange(usageQuantityPrevious28d, usageQuantity28d);
      if (change === null || change.percent > -NOTABLE_PERCENT) return null;
      const { before, now, percent } = change;
      if (now === 0) return phrase("because.usage-stopped", { before });
      // Within two points of the half, which is how people say it.
      if (Math.abs(percent + 50) <= 2) return phrase("because.usage-halved", { before, now });
      return phrase("because.usage-down", { before, now, percent: -percent });
    },
  ),
  sentence(
    "lowers",
    ["usageQuantity28d", "usageQuantityPrevious28d"],
    ({ usageQuantity28d, usageQuantityPrevious28d }) => {
      const change = usageChange(usageQuantityPrevious28d, usageQuantity28d);
      if (change === null || change.percent <= -NOTABLE_PERCENT) return null;
      const { before, now, percent } = change;
      if (percent < NOTABLE_PERCENT) return phrase("because.usage-steady", { before, now });
      if (percent > 100) return phrase("because.usage-doubled", { before, now });
      return phrase("because.usage-up", { before, now, percent });
    },
  ),
];

/** In whole units, as they are shown; null where fewer than ten make a change in percent a play with numbers. */
function usageChange(previous: number, last: number) {
  const [before, now] = [Math.round(previous), Math.round(last)];
  const percent = changePercent(before, now);
  return percent === null || before < 10 ? null : { before, now, percent };
}

export const TICKETS: readonly Sentence[] = [
  sentence("raises", ["openTickets"], ({ openTickets: n }) =>
    n >= 1 ? phrase("because.open-tickets", { n }) : null,
  ),
  // One ticket in a quarter is everyday business. Chosen by the product.
  sentence("raises", ["tickets90d"], ({ tickets90d: n }) =>
    n >= 2 ? phrase("because.many-tickets", { n }) : null,
  ),
  sentence("lowers", ["openTickets", "tickets90d"], ({ openTickets, tickets90d }) => {
    if (openTickets !== 0 || tickets90d < 0) return null;
    return phrase(tickets90d === 0 ? "because.no-tickets" : "because.tickets-solved");
  }),
];

/** Out of touch from two months on, in touch up to one. Chosen by the product. */
const OUT_OF_TOUCH_FROM_DAYS = 60;
const IN_TOUCH_UP_TO_DAYS = 30;

export const TOUCHES: readonly Sentence[] = [
  sentence("raises", ["daysSinceLastTouch"], ({ daysSinceLastTouch: days }) =>
    days >= OUT_OF_TOUCH_FROM_DAYS ? phrase("because.out-of-touch", { days }) : null,
  ),
  // Also true of those with whom no contact is on record at all.
  sentence("raises", ["touches90d"], ({ touches90d }) =>
    touches90d === 0 ? phrase("because.no-touch") : null,
  ),
  sentence("lowers", ["daysSinceLastTouch"], ({ daysSinceLastTouch: days }) =>
    days >= 0 && days <= IN_TOUCH_UP_TO_DAYS ? phrase("because.in-touch", { days }) : null,
  ),
  sentence("lowers", ["touches90d"], ({ touches90d: n }) =>
    n >= 3 ? phrase("because.often-in-touch", { n }) : null,
  ),
];

/** Satisfied from 4 of 5 on, as in the metrics; not satisfied below 3 of 5. */
export const RATING: readonly Sentence[] = [
  sentence("raises", ["lastCsatShare"], ({ lastCsatShare: share }, { answers }) =>
    share < 0.6 ? answered("because.rated-low", "because.dissatisfied", share, answers.csat) : null,
  ),
  sentence("lowers", ["lastCsatShare"], ({ lastCsatShare: share }, { answers }) =>
    share >= 0.8 ? answered("because.rated-high", "because.satisfied", share, answers.csat) : null,
  ),
];

/** Detractors up to 6 of 10, promoters from 9 on, as the NPS has it. */
export const RECOMMENDATION: readonly Sentence[] = [
  sentence("raises", ["lastNpsShare"], ({ lastNpsShare: share }, { answers }) =>
    share <= 0.6 ? answered("because.recommends-low", "because.no-recommendation", share, answers.nps) : null,
  ),
  sentence("lowers", ["lastNpsShare"], ({ lastNpsShare: share }, { answers }) =>
    share >= 0.9 ? answered("because.recommends-high", "because.recommendation", share, answers.nps) : null,
  ),
];

/** "2 of 5", or in words alone where the answer is not known or is no longer the one that was scored. */
function answered(withScore: string, inWords: string, share: number, answer: Answer | undefined) {
  // Kept to three decimals.
  if (answer === undefined || Math.abs(answer.score / answer.scaleMax - share) > 0.001)
    return phrase(inWords);
  return phrase(withScore, { score: answer.score, scale: answer.scaleMax });
}

export const CONTRACT: readonly Sentence[] = [
  sentence("raises", ["contractAgeDays"], ({ contractAgeDays: days }) =>
    days < NEW_WITHIN_DAYS ? aged("because.new-contract", days) : null,
  ),
  sentence("lowers", ["contractAgeDays"], ({ contractAgeDays: days }) =>
    days >= LONG_FROM_DAYS ? aged("because.long-contract", days) : null,
  ),
];
