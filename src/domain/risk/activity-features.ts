import type { ActivityFigures } from "./activity-figures.ts";
import type { FeatureName } from "./features.ts";

/** How each feature that comes of activities is worked out; the others are read as they are. NaN is missing. */
export const ACTIVITY_FEATURES = {
  daysSinceLastPurchase: (of) => of.lastPurchaseAgo,
  silenceOverMeanGap: (of) => of.lastPurchaseAgo / Math.max(meanGap(of), 1),
  daysSinceFirstPurchase: (of) => of.firstPurchaseAgo,
  purchaseDaysTotal: (of) => of.purchaseDays,
  purchaseDays30d: (of) => of.purchaseDays30d,
  purchaseDays60d: (of) => of.purchaseDays60d,
  purchaseDays90d: (of) => of.purchaseDays90d,
  purchaseDaysPrevious90d: (of) => of.purchaseDays180d - of.purchaseDays90d,
  purchaseDays180d: (of) => of.purchaseDays180d,
  purchaseDaysChange90d: (of) => 2 * of.purchaseDays90d - of.purchaseDays180d,
  purchaseDaysFading30d: (of) => of.purchaseDaysFading30d,
  activeWeeksShare: (of) => of.activeWeeks / (Math.floor(of.firstPurchaseAgo / 7) + 1),
  revenueMinorTotal: (of) => orZero(of.revenue),
  revenueMinor30d: (of) => of.revenue30d,
  revenueMinor60d: (of) => of.revenue60d,
  revenueMinor90d: (of) => of.revenue90d,
  revenueMinorPrevious90d: (of) => of.revenuePrevious90d,
  revenueMinorChange90d: (of) => of.revenue90d - of.revenuePrevious90d,
  revenueMinorPerPurchaseDay: (of) => over(of.revenue, of.purchaseDays),
  revenueMinorLargestDay: (of) => of.largestDay,
  unitsPerPurchaseDay: (of) => over(of.units, of.purchaseDays),
  productsTotal: (of) => of.products,
  meanGapDays: (of) => meanGap(of),
  gapDeviationDays: (of) => gapDeviation(of),
  longestGapDays: (of) => of.longestGap,
  refundDaysTotal: (of) => of.refundDays,
  refundMinorTotal: (of) => of.refunded,
  deliveryDays90d: (of) => (of.deliveryDays > 0 ? of.deliveryDays90d : Number.NaN),
  usageQuantity28d: (of) => of.usage28d,
  usageQuantityPrevious28d: (of) => of.usagePrevious28d,
  usageChange28d: (of) => over(of.usage28d - of.usagePrevious28d, of.usagePrevious28d),
} as const satisfies Partial<Record<FeatureName, (of: ActivityFigures) => number>>;

/** Missing below two purchase days. */
const meanGap = ({ gapSum, purchaseDays }: ActivityFigures) =>
  purchaseDays < 2 ? Number.NaN : gapSum / (purchaseDays - 1);

/** Of the sample; its sums are of whole days, so nothing is lost in their difference. Missing below two gaps. */
function gapDeviation({ gapSum, gapSquares, purchaseDays }: ActivityFigures): number {
  const gaps = purchaseDays - 1;
  return gaps < 2 ? Number.NaN : Math.sqrt((gaps * gapSquares - gapSum * gapSum) / (gaps * (gaps - 1)));
}

/** Missing where there is nothing to divide by. */
const over = (value: number, by: number) => (by === 0 ? Number.NaN : value / by);
const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);
