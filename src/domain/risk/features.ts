/**
 * What the model knows about a customer as of a date: the one list that training and scoring share.
 *
 * - A day is a UTC date; a window of n days is the n whole days before the as-of day, plus the part of the as-of
 *   day that has passed (none at midnight). Nothing at or after the as-of moment counts.
 * - A purchase is an order with an amount above zero; several on one day are one purchase day.
 * - Money counts in the customer's own currency (or that of the first amount, where the file names none); other
 *   currencies are left out rather than added. It stays in minor units, which are of one magnitude across
 *   currencies (1 cent, 1 yen); the model's encoding levels the scale.
 * - A product is the category of a purchase, letter by letter as the source writes it: a stock code in a log of order
 *   lines, a group of goods in a coarser one. Where no purchase of a customer names one, how many there were is unknown
 *   rather than zero.
 * - Missing is NaN: never bought, never measured.
 * - Facts the customer file holds only in their present state (segment, renewal date, monthly revenue, country) are
 *   no features: nothing says what they were at an earlier date, and many systems blank them when a customer leaves.
 */
export type FeatureUnit = "days" | "count" | "minor" | "quantity" | "ratio" | "share";

/** Features of one group tell the same story; a card names at most one of each. */
export type FeatureGroup =
  | "silence"
  | "tenure"
  | "frequency"
  | "spend"
  | "rhythm"
  | "refunds"
  | "deliveries"
  | "usage"
  | "tickets"
  | "touches"
  | "satisfaction"
  | "contract";

type FeatureDefinition = {
  /** Carries unit and window. */
  readonly name: string;
  readonly unit: FeatureUnit;
  readonly group: FeatureGroup;
  readonly description: string;
};

const define = <const Name extends string>(
  name: Name,
  unit: FeatureUnit,
  group: FeatureGroup,
  description: string,
) => ({ name, unit, group, description });

export const FEATURES = [
  define("daysSinceLastPurchase", "days", "silence", "days since the last purchase day"),
  define(
    "silenceOverMeanGap",
    "ratio",
    "silence",
    "that silence over the mean gap between purchase days (at least 1 day)",
  ),
  define("daysSinceFirstPurchase", "days", "tenure", "days since the first purchase day"),
  define("purchaseDaysTotal", "count", "frequency", "purchase days ever"),
  define("purchaseDays30d", "count", "frequency", "purchase days in the last 30 days"),
  define("purchaseDays60d", "count", "frequency", "purchase days in the last 60 days"),
  define("purchaseDays90d", "count", "frequency", "purchase days in the last 90 days"),
  define("purchaseDaysPrevious90d", "count", "frequency", "purchase days in the 90 days before those"),
  define("purchaseDays180d", "count", "frequency", "purchase days in the last 180 days"),
  define(
    "purchaseDaysChange90d",
    "count",
    "frequency",
    "purchase days in the last 90 days minus those in the 90 before",
  ),
  define(
    "purchaseDaysFading30d",
    "count",
    "frequency",
    "purchase days, each counting by a factor e less for every 30 days ago",
  ),
  define(
    "activeWeeksShare",
    "share",
    "frequency",
    "share of the weeks since the first purchase in which there was one; missing without a purchase",
  ),
  define("revenueMinorTotal", "minor", "spend", "revenue ever"),
  define("revenueMinor30d", "minor", "spend", "revenue of the last 30 days"),
  define("revenueMinor60d", "minor", "spend", "revenue of the last 60 days"),
  define("revenueMinor90d", "minor", "spend", "revenue of the last 90 days"),
  define("revenueMinorPrevious90d", "minor", "spend", "revenue of the 90 days before those"),
  define(
    "revenueMinorChange90d",
    "minor",
    "spend",
    "revenue of the last 90 days minus that of the 90 before",
  ),
  define("revenueMinorPerPurchaseDay", "minor", "spend", "mean revenue of a purchase day"),
  define("revenueMinorLargestDay", "minor", "spend", "revenue of the largest purchase day"),
  define(
    "unitsPerPurchaseDay",
    "quantity",
    "spend",
    "mean units bought on a purchase day; missing where no units are recorded",
  ),
  define(
    "productsTotal",
    "count",
    "spend",
    "different products bought ever; missing where no purchase names one",
  ),
  define("meanGapDays", "days", "rhythm", "mean gap between purchase days; missing below two"),
  define(
    "gapDeviationDays",
    "days",
    "rhythm",
    "sample standard deviation of those gaps; missing below three purchase days",
  ),
  define("longestGapDays", "days", "rhythm", "longest gap between purchase days; missing below two"),
  define("refundDaysTotal", "count", "refunds", "days with a refund, ever"),
  define("refundMinorTotal", "minor", "refunds", "money refunded, ever"),
  define(
    "deliveryDays90d",
    "count",
    "deliveries",
    "days with a delivery in the last 90; missing when none ever",
  ),
  define("usageQuantity28d", "quantity", "usage", "usage in the last 28 days; missing when none ever"),
  define(
    "usageQuantityPrevious28d",
    "quantity",
    "usage",
    "usage in the 28 days before those; missing when none ever",
  ),
  define(
    "usageChange28d",
    "ratio",
    "usage",
    "change from the previous 28 days to the last, over the previous; missing when those had none",
  ),
  define("openTickets", "count", "tickets", "tickets open at the date"),
  define("tickets90d", "count", "tickets", "tickets opened in the last 90 days"),
  define("daysSinceLastTouch", "days", "touches", "days since somebody of the team was last in contact"),
  define("touches90d", "count", "touches", "contacts by the team in the last 90 days"),
  define("lastCsatShare", "share", "satisfaction", "last CSAT answer as a share of its scale"),
  define("lastNpsShare", "share", "satisfaction", "last NPS answer as a share of its scale"),
  define("contractAgeDays", "days", "contract", "days since the running contract began; missing without one"),
] as const satisfies readonly FeatureDefinition[];

export type FeatureName = (typeof FEATURES)[number]["name"];
export type Feature = FeatureDefinition & { readonly name: FeatureName };

const BY_NAME: ReadonlyMap<string, Feature> = new Map(FEATURES.map((feature) => [feature.name, feature]));

/** The feature of that name; undefined for a name this version does not know (a model trained by another). */
export function featureNamed(name: string): Feature | undefined {
  return BY_NAME.get(name);
}
