import { type Phrase, phrase } from "../../../phrase.ts";
import { LAPSED_AFTER_DAYS } from "../../bands.ts";
import {
  agePhrase,
  changePercent,
  type KeptNumber,
  LONG_FROM_DAYS,
  NEW_WITHIN_DAYS,
  NOTABLE_PERCENT,
  type Sentence,
  sentence,
} from "./sentence.ts";

/** A second purchase is not missed sooner. Chosen by the product. */
const SECOND_PURCHASE_AFTER_DAYS = 30;
/** At least a quarter fewer; 7 times after 8 is no change that anybody would speak of. Chosen by the product. */
const MUCH_LESS = 0.75;
/** Fewer purchases make no habit. Chosen by the product. */
const HABIT_FROM_PURCHASES = 5;

/**
 * Whether somebody under contract buys besides it: more than once, and within a year. Of others a missing purchase tells
 * nothing. Chosen by the product.
 */
export function buysBesidesContract(number: KeptNumber): boolean {
  const silent = number("daysSinceLastPurchase");
  return silent !== null && silent <= 365 && (number("purchaseDaysTotal") ?? 0) >= 2;
}
export const BUYS_BESIDES_CONTRACT_NEEDS = ["daysSinceLastPurchase", "purchaseDaysTotal"] as const;

/** The mean gap as it is said: whole days, at least one. */
const usualGap = (meanGapDays: number) => Math.max(1, Math.round(meanGapDays));

export const SILENCE: readonly Sentence[] = [
  sentence(
    "raises",
    ["daysSinceLastPurchase", "meanGapDays"],
    ({ daysSinceLastPurchase: days, meanGapDays }, { hasContract }) => {
      const gap = usualGap(meanGapDays);
      if (days <= gap) return null;
      return phrase(hasContract ? "because.silent-contract" : "because.silent", { days, gap });
    },
  ),
  sentence(
    "raises",
    ["daysSinceLastPurchase", "purchaseDaysTotal"],
    ({ daysSinceLastPurchase: days, purchaseDaysTotal }) =>
      purchaseDaysTotal === 1 && days >= SECOND_PURCHASE_AFTER_DAYS
        ? phrase("because.bought-once", { days })
        : null,
  ),
  sentence(
    "lowers",
    ["daysSinceLastPurchase", "meanGapDays"],
    ({ daysSinceLastPurchase: days, meanGapDays }) => {
      const gap = usualGap(meanGapDays);
      if (days < 0 || days >= gap) return null;
      return days === 0
        ? phrase("because.just-bought", { gap })
        : phrase("because.bought-lately", { days, gap });
    },
  ),
];

/** Under contract, the contract's age tells it. */
export const TENURE: readonly Sentence[] = [
  sentence("raises", ["daysSinceFirstPurchase"], ({ daysSinceFirstPurchase: days }, { hasContract }) =>
    days < NEW_WITHIN_DAYS && !hasContract ? aged("because.new-customer", days) : null,
  ),
  sentence(
    "lowers",
    ["daysSinceFirstPurchase", "daysSinceLastPurchase"],
    ({ daysSinceFirstPurchase: days, daysSinceLastPurchase }, { hasContract }) =>
      days >= LONG_FROM_DAYS && daysSinceLastPurchase <= LAPSED_AFTER_DAYS && !hasContract
        ? aged("because.long-customer", days)
        : null,
  ),
];

/** "Customer for 6 years" and its like; null where there is no age to tell. */
export function aged(code: string, days: number): Phrase | null {
  const age = agePhrase(days);
  return age === null ? null : phrase(code, { age });
}

export const FREQUENCY: readonly Sentence[] = [
  sentence(
    "raises",
    ["purchaseDays90d", "purchaseDaysPrevious90d"],
    ({ purchaseDays90d: now, purchaseDaysPrevious90d: before }) => {
      if (now < 0 || now >= before || now > MUCH_LESS * before) return null;
      return now === 0
        ? phrase("because.bought-none", { before })
        : phrase("because.bought-less", { now, before });
    },
  ),
  sentence(
    "lowers",
    ["purchaseDays90d", "purchaseDaysPrevious90d", "daysSinceFirstPurchase"],
    ({ purchaseDays90d: now, purchaseDaysPrevious90d: before, daysSinceFirstPurchase }) => {
      // A newer customer had less than the whole earlier window to buy in.
      if (daysSinceFirstPurchase < 180 || before < 0) return null;
      if (now <= before || before > MUCH_LESS * now) return null;
      return before === 0
        ? phrase("because.buys-again", { now })
        : phrase("because.bought-more", { now, before });
    },
  ),
  sentence(
    "lowers",
    ["purchaseDays90d", "purchaseDaysPrevious90d"],
    ({ purchaseDays90d: now, purchaseDaysPrevious90d: before }) =>
      now === before && now >= 3 ? phrase("because.buys-steadily", { now }) : null,
  ),
];

/** Shares, never amounts: anybody may read a reason. */
export const SPEND: readonly Sentence[] = [
  sentence(
    "raises",
    ["revenueMinor90d", "revenueMinorPrevious90d"],
    ({ revenueMinor90d: now, revenueMinorPrevious90d: before }) => {
      const percent = changePercent(before, now);
      // That nothing was bought at all is told by the purchases.
      if (percent === null || percent > -NOTABLE_PERCENT || percent === -100) return null;
      return phrase("because.spends-less", { percent: -percent });
    },
  ),
  sentence(
    "lowers",
    ["revenueMinor90d", "revenueMinorPrevious90d", "daysSinceFirstPurchase"],
    ({ revenueMinor90d: now, revenueMinorPrevious90d: before, daysSinceFirstPurchase }) => {
      const percent = changePercent(before, now);
      if (percent === null || percent < NOTABLE_PERCENT || daysSinceFirstPurchase < 180) return null;
      return percent > 100 ? phrase("because.spends-twice") : phrase("because.spends-more", { percent });
    },
  ),
];

export const PRODUCTS: readonly Sentence[] = [
  sentence("raises", ["productsTotal", "purchaseDaysTotal"], ({ productsTotal, purchaseDaysTotal }) =>
    productsTotal === 1 && purchaseDaysTotal >= 3 ? phrase("because.one-product") : null,
  ),
  sentence("lowers", ["productsTotal"], ({ productsTotal: n }) =>
    n >= 3 ? phrase("because.many-products", { n }) : null,
  ),
];

export const RHYTHM: readonly Sentence[] = [
  sentence(
    "raises",
    ["meanGapDays", "longestGapDays", "purchaseDaysTotal"],
    ({ meanGapDays, longestGapDays: days, purchaseDaysTotal }) =>
      purchaseDaysTotal >= HABIT_FROM_PURCHASES && days >= 30 && days >= 3 * meanGapDays
        ? phrase("because.irregular", { days })
        : null,
  ),
  sentence(
    "lowers",
    ["meanGapDays", "longestGapDays", "purchaseDaysTotal", "daysSinceLastPurchase"],
    ({ meanGapDays, longestGapDays: days, purchaseDaysTotal, daysSinceLastPurchase }) =>
      purchaseDaysTotal >= HABIT_FROM_PURCHASES && days <= 2 * meanGapDays && daysSinceLastPurchase <= days
        ? phrase("because.regular", { days })
        : null,
  ),
];

export const REFUNDS: readonly Sentence[] = [
  sentence("raises", ["refundDaysTotal"], ({ refundDaysTotal: n }) =>
    n >= 1 ? phrase("because.refunds", { n }) : null,
  ),
  sentence("lowers", ["refundDaysTotal", "purchaseDaysTotal"], ({ refundDaysTotal, purchaseDaysTotal }) =>
    refundDaysTotal === 0 && purchaseDaysTotal >= HABIT_FROM_PURCHASES ? phrase("because.no-refund") : null,
  ),
];
