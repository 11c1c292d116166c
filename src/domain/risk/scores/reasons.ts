import { formatMoney } from "../../money.ts";
import { type FeatureName, featureNamed } from "../features.ts";

/** One reason for a score, as stored with it. Numbers are in the feature's unit; null where missing. */
export type Reason = {
  readonly feature: string;
  readonly value: number | null;
  /** The median customer of the model's training snapshots. */
  readonly typical: number | null;
  /** What the feature's group adds to the logit against the average training customer; above zero raises the risk. */
  readonly contribution: number;
  /** Other features the sentence names. */
  readonly companions?: Readonly<Partial<Record<FeatureName, number>>>;
};

/** Features whose sentence is told together with others. */
export const COMPANIONS: Readonly<Partial<Record<FeatureName, readonly FeatureName[]>>> = {
  daysSinceLastPurchase: ["meanGapDays"],
  silenceOverMeanGap: ["daysSinceLastPurchase", "meanGapDays"],
  purchaseDaysChange90d: ["purchaseDays90d", "purchaseDaysPrevious90d"],
  revenueMinorChange90d: ["revenueMinor90d", "revenueMinorPrevious90d"],
  usageChange28d: ["usageQuantity28d", "usageQuantityPrevious28d"],
};

/** Association, not cause: the model saw customers like this one leave more, or less, often. */
export function reasonDirection(reason: Reason): "raises" | "lowers" {
  return reason.contribution >= 0 ? "raises" : "lowers";
}

/**
 * The reason in the customer's own numbers, with its direction: "Orders every 21 days on average, silent for 48 days
 * – raises the risk". Without a currency, amounts are told as above or below the typical one.
 */
export function reasonSentence(reason: Reason, { currency }: { readonly currency: string | null }): string {
  const feature = featureNamed(reason.feature);
  const statement = feature
    ? STATEMENTS[feature.name](figuresOf(reason, currency))
    : `${reason.feature}: ${reason.value === null ? "unknown" : decimal(reason.value)}`;
  return `${statement} – ${reasonDirection(reason)} the risk`;
}

type Figures = {
  readonly value: number | null;
  readonly typical: number | null;
  companion(name: FeatureName): number | null;
  money(minor: number): string | null;
};

function figuresOf(reason: Reason, currency: string | null): Figures {
  return {
    value: reason.value,
    typical: reason.typical,
    companion: (name) => reason.companions?.[name] ?? null,
    money: (minor) =>
      currency === null ? null : formatMoney({ minor: Math.round(minor), currency }, "brief"),
  };
}

type Statement = (figures: Figures) => string;

const silence = (days: number | null, gap: number | null): string => {
  if (days === null) return "No purchase so far";
  if (gap === null)
    return days === 0 ? "First bought today" : `Bought on one day only, ${counted(days, "day")} ago`;
  const rhythm = `Orders every ${counted(gap, "day")} on average`;
  return days === 0 ? `${rhythm}, bought today` : `${rhythm}, silent for ${counted(days, "day")}`;
};

/** "3 tickets open now (typical: 1)". */
const count =
  (noun: string, rest: string): Statement =>
  ({ value, typical }) =>
    `${counted(value ?? 0, noun)} ${rest}${typically(typical === null ? null : decimal(typical))}`;

const bought =
  (window: string): Statement =>
  ({ value, typical }) =>
    `Bought on ${counted(value ?? 0, "day")} ${window}${typically(typical === null ? null : decimal(typical))}`;

const amount =
  (what: string): Statement =>
  ({ value, typical, money }) => {
    if (value === null) return `${what} cannot be told`;
    const told = money(value);
    if (told !== null) return `${what}: ${told}${typically(typical === null ? null : money(typical))}`;
    if (typical === null || value === typical) return `${what}: like most`;
    return `${what}: ${value > typical ? "above" : "below"} the typical`;
  };

const measured =
  (what: string, missing: string, tell: (value: number) => string): Statement =>
  ({ value, typical }) =>
    value === null ? missing : `${what}${tell(value)}${typically(typical === null ? null : tell(typical))}`;

const STATEMENTS: Record<FeatureName, Statement> = {
  daysSinceLastPurchase: ({ value, companion }) => silence(value, companion("meanGapDays")),
  silenceOverMeanGap: ({ companion }) =>
    silence(companion("daysSinceLastPurchase"), companion("meanGapDays")),
  daysSinceFirstPurchase: measured(
    "First bought ",
    "No purchase so far",
    (days) => `${counted(days, "day")} ago`,
  ),
  purchaseDaysTotal: bought("so far"),
  purchaseDays30d: bought("in the last 30"),
  purchaseDays60d: bought("in the last 60"),
  purchaseDays90d: bought("in the last 90"),
  purchaseDays180d: bought("in the last 180"),
  purchaseDaysPrevious90d: bought("between 180 and 90 days ago"),
  purchaseDaysChange90d: ({ companion }) =>
    `Bought on ${counted(companion("purchaseDays90d") ?? 0, "day")} in the last 90, on ${decimal(companion("purchaseDaysPrevious90d") ?? 0)} in the 90 before`,
  purchaseDaysFading30d: measured(
    "Purchase days, recent ones counting most: ",
    "No purchase so far",
    decimal,
  ),
  activeWeeksShare: measured(
    "Bought in ",
    "No purchase so far",
    (share) => `${Math.round(share * 100)} % of the weeks since the first purchase`,
  ),
  revenueMinorTotal: amount("Spent so far"),
  revenueMinor30d: amount("Spent in the last 30 days"),
  revenueMinor60d: amount("Spent in the last 60 days"),
  revenueMinor90d: amount("Spent in the last 90 days"),
  revenueMinorPrevious90d: amount("Spent between 180 and 90 days ago"),
  revenueMinorChange90d: ({ value, companion, money }) => {
    const now = money(companion("revenueMinor90d") ?? 0);
    const before = money(companion("revenueMinorPrevious90d") ?? 0);
    if (now !== null && before !== null)
      return `Spent ${now} in the last 90 days, ${before} in the 90 before`;
    return `Spent ${(value ?? 0) < 0 ? "less" : "at least as much"} in the last 90 days than in the 90 before`;
  },
  revenueMinorPerPurchaseDay: amount("Spends on a purchase day, on average"),
  revenueMinorLargestDay: amount("Spent on the largest purchase day"),
  unitsPerPurchaseDay: measured("Units on a purchase day, on average: ", "No units recorded", decimal),
  productsTotal: measured("Kinds of products bought so far: ", "No products recorded", decimal),
  meanGapDays: measured("Orders every ", "Bought on fewer than two days so far", (days) =>
    counted(days, "day"),
  ),
  gapDeviationDays: measured("Gaps between orders vary by ", "Too few orders to show a rhythm", (days) =>
    counted(days, "day"),
  ),
  longestGapDays: measured("Longest pause between orders: ", "Bought on fewer than two days so far", (days) =>
    counted(days, "day"),
  ),
  refundDaysTotal: count("day", "with refunds so far"),
  refundMinorTotal: amount("Refunded so far"),
  deliveryDays90d: measured("Deliveries in the last 90 days: ", "No deliveries recorded", decimal),
  usageQuantity28d: measured("Usage in the last 28 days: ", "No usage recorded", decimal),
  usageQuantityPrevious28d: measured("Usage between 56 and 28 days ago: ", "No usage recorded", decimal),
  usageChange28d: ({ value, companion }) => {
    if (value === null) return "No usage to compare with";
    const from = decimal(companion("usageQuantityPrevious28d") ?? 0);
    const to = decimal(companion("usageQuantity28d") ?? 0);
    const share = `${value >= 0 ? "up" : "down"} ${Math.round(Math.abs(value) * 100)} %`;
    return `Usage ${share} against the 28 days before (${from} → ${to})`;
  },
  openTickets: count("ticket", "open"),
  tickets90d: count("ticket", "opened in the last 90 days"),
  daysSinceLastTouch: measured("Last contact ", "No contact recorded", (days) =>
    days === 0 ? "today" : `${counted(days, "day")} ago`,
  ),
  touches90d: count("contact", "in the last 90 days"),
  lastCsatShare: measured(
    "Last CSAT answer: ",
    "No CSAT answer",
    (share) => `${Math.round(share * 100)} % of the scale`,
  ),
  lastNpsShare: measured("Last NPS answer: ", "No NPS answer", (share) => `${decimal(share * 10)} of 10`),
  contractAgeDays: measured("Contract running for ", "No contract", (days) => counted(days, "day")),
};

function typically(told: string | null): string {
  return told === null ? "" : ` (typical: ${told})`;
}

function counted(value: number, noun: string): string {
  const told = decimal(value);
  return `${told === "0" ? "no" : told} ${noun}${told === "1" ? "" : "s"}`;
}

/** One decimal below ten, none above: nobody acts on 21.4 rather than 21 days. */
function decimal(value: number): string {
  const digits = Math.abs(value) < 10 ? 1 : 0;
  return new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);
}
