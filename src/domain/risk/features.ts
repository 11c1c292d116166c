import { asWritten, type Phrase, phrase } from "../phrase.ts";

/**
 * What the model knows about a customer as of a date: the one list that training and scoring share.
 *
 * - A day is a UTC date; a window of n days is the n whole days before the as-of day, plus the part of the as-of
 *   day that has passed (none at midnight). Nothing at or after the as-of moment counts.
 * - A purchase is an order with an amount above zero; several on one day are one purchase day.
 * - Money counts in the customer's own currency (or that of the first amount, where the file names none); other
 *   currencies are left out rather than added. All customers' is then counted in minor units of one currency, the
 *   model's, by the stated rates as of the date (model-money.ts); without a rate it is missing.
 * - A product is the category of a purchase, letter by letter as the source writes it: a stock code in a log of order
 *   lines, a group of goods in a coarser one. Where no purchase of a customer names one, how many there were is unknown
 *   rather than zero.
 * - Missing is NaN: never bought, never measured.
 * - Facts the customer file holds only in their present state (segment, renewal date, monthly revenue, country) are
 *   no features: nothing says what they were at an earlier date, and many systems blank them when a customer leaves.
 *   Its further columns are read as they were known (attribute-inputs.ts).
 */
export type FeatureUnit = "days" | "count" | "minor" | "quantity" | "ratio" | "share";

/** Features of one group tell the same story; a card names at most one of each. */
export type FeatureGroup =
  | "last purchase"
  | "tenure"
  | "frequency"
  | "spend"
  | "products"
  | "rhythm"
  | "refunds"
  | "deliveries"
  | "usage"
  | "tickets"
  | "touches"
  | "rating"
  | "recommendation"
  | "contract";

type FeatureDefinition = {
  /** Carries unit and window. */
  readonly name: string;
  readonly unit: FeatureUnit;
  readonly group: FeatureGroup;
};

const define = <const Name extends string>(name: Name, unit: FeatureUnit, group: FeatureGroup) => ({
  name,
  unit,
  group,
});

export const FEATURES = [
  /** Days since the last purchase day. */
  define("daysSinceLastPurchase", "days", "last purchase"),
  /** Those days over the mean gap between purchase days (at least 1 day). */
  define("silenceOverMeanGap", "ratio", "last purchase"),
  /** Days since the first purchase day. */
  define("daysSinceFirstPurchase", "days", "tenure"),
  /** Purchase days ever. */
  define("purchaseDaysTotal", "count", "frequency"),
  /** Purchase days in the last 30 days. */
  define("purchaseDays30d", "count", "frequency"),
  /** Purchase days in the last 60 days. */
  define("purchaseDays60d", "count", "frequency"),
  /** Purchase days in the last 90 days. */
  define("purchaseDays90d", "count", "frequency"),
  /** Purchase days in the 90 days before those. */
  define("purchaseDaysPrevious90d", "count", "frequency"),
  /** Purchase days in the last 180 days. */
  define("purchaseDays180d", "count", "frequency"),
  /** Purchase days in the last 90 days minus those in the 90 before. */
  define("purchaseDaysChange90d", "count", "frequency"),
  /** Purchase days, each counting by a factor e less for every 30 days ago. */
  define("purchaseDaysFading30d", "count", "frequency"),
  /** Share of the weeks since the first purchase in which there was one; missing without a purchase. */
  define("activeWeeksShare", "share", "frequency"),
  /** Revenue ever. */
  define("revenueMinorTotal", "minor", "spend"),
  /** Revenue of the last 30 days. */
  define("revenueMinor30d", "minor", "spend"),
  /** Revenue of the last 60 days. */
  define("revenueMinor60d", "minor", "spend"),
  /** Revenue of the last 90 days. */
  define("revenueMinor90d", "minor", "spend"),
  /** Revenue of the 90 days before those. */
  define("revenueMinorPrevious90d", "minor", "spend"),
  /** Revenue of the last 90 days minus that of the 90 before. */
  define("revenueMinorChange90d", "minor", "spend"),
  /** Mean revenue of a purchase day. */
  define("revenueMinorPerPurchaseDay", "minor", "spend"),
  /** Revenue of the largest purchase day. */
  define("revenueMinorLargestDay", "minor", "spend"),
  /** Mean units bought on a purchase day; missing where no units are recorded. */
  define("unitsPerPurchaseDay", "quantity", "spend"),
  /** Different products bought ever; missing where no purchase names one. */
  define("productsTotal", "count", "products"),
  /** Mean gap between purchase days; missing below two. */
  define("meanGapDays", "days", "rhythm"),
  /** Sample standard deviation of those gaps; missing below three purchase days. */
  define("gapDeviationDays", "days", "rhythm"),
  /** Longest gap between purchase days; missing below two. */
  define("longestGapDays", "days", "rhythm"),
  /** Days with a refund, ever. */
  define("refundDaysTotal", "count", "refunds"),
  /** Money refunded, ever. */
  define("refundMinorTotal", "minor", "refunds"),
  /** Days with a delivery in the last 90; missing when none ever. */
  define("deliveryDays90d", "count", "deliveries"),
  /** Usage in the last 28 days; missing when none ever. */
  define("usageQuantity28d", "quantity", "usage"),
  /** Usage in the 28 days before those; missing when none ever. */
  define("usageQuantityPrevious28d", "quantity", "usage"),
  /** Change from the previous 28 days to the last, over the previous; missing when those had none. */
  define("usageChange28d", "ratio", "usage"),
  /** Tickets open at the date. */
  define("openTickets", "count", "tickets"),
  /** Tickets opened in the last 90 days. */
  define("tickets90d", "count", "tickets"),
  /** Days since somebody of the team was last in contact. */
  define("daysSinceLastTouch", "days", "touches"),
  /** Contacts by the team in the last 90 days. */
  define("touches90d", "count", "touches"),
  /** Last CSAT answer as a share of its scale. */
  define("lastCsatShare", "share", "rating"),
  /** Last NPS answer as a share of its scale. */
  define("lastNpsShare", "share", "recommendation"),
  /** Days since the running contract began; missing without one. */
  define("contractAgeDays", "days", "contract"),
] as const satisfies readonly FeatureDefinition[];

export type FeatureName = (typeof FEATURES)[number]["name"];
export type Feature = FeatureDefinition & { readonly name: FeatureName };

const BY_NAME: ReadonlyMap<string, Feature> = new Map(FEATURES.map((feature) => [feature.name, feature]));

/** The feature of that name; undefined for a name this version does not know (a model trained by another). */
export function featureNamed(name: string): Feature | undefined {
  return BY_NAME.get(name);
}

/** What a feature is called; one this version does not know goes by its own name. */
export const featurePhrase = (name: string): Phrase =>
  BY_NAME.has(name) ? phrase(`feature.${name}`) : asWritten(name);
