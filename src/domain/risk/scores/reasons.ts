import type { Parameter, Phrase } from "../../phrase.ts";
import { phrase } from "../../phrase.ts";
import { type FeatureName, featureNamed } from "../features.ts";

/** One reason for a score, as stored with it. Numbers are in the feature's unit; null where missing. */
export type Reason = {
  readonly feature: string;
  readonly value: number | null;
  /** The median customer of the model's training snapshots. */
  readonly typical: number | null;
  /** What the feature's group adds to the logit against the average training customer; above zero raises the risk. */
  readonly contribution: number;
  /** Other features that are told with it. */
  readonly companions?: Readonly<Partial<Record<FeatureName, number>>>;
};

/** Features that are told together with others. */
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
 * The reason in the customer's own numbers, with its direction: "Buys every 21 days on average, last bought 48 days ago –
 * raises the risk". Without a currency, amounts are told as above or below the typical one.
 */
export function reasonPhrase(reason: Reason, { currency }: { readonly currency: string | null }): Phrase {
  const feature = featureNamed(reason.feature);
  const statement = feature ? STATEMENTS[feature.name](figuresOf(reason, currency)) : unknownFeature(reason);
  return phrase(`reason.${reasonDirection(reason)}`, { statement });
}

/** A model trained by another version may know a feature that this one does not. */
function unknownFeature({ feature, value }: Reason): Phrase {
  if (value === null) return phrase("reason.other-unknown", { feature });
  return phrase("reason.other", { feature, value: figure(value) });
}

type Figures = {
  readonly value: number | null;
  readonly typical: number | null;
  companion(name: FeatureName): number | null;
  money(minor: number): Parameter | null;
};

function figuresOf(reason: Reason, currency: string | null): Figures {
  return {
    value: reason.value,
    typical: reason.typical,
    companion: (name) => reason.companions?.[name] ?? null,
    money: (minor) => (currency === null ? null : { minor: Math.round(minor), currency, digits: "brief" }),
  };
}

type Statement = (figures: Figures) => Phrase;

/** How long ago they bought, against how often they do. */
function lastPurchase(days: number | null, gap: number | null): Phrase {
  if (days === null) return NEVER_BOUGHT;
  if (gap === null)
    return days === 0
      ? phrase("reason.first-bought-today")
      : phrase("reason.bought-once", { n: figure(days) });
  if (days === 0) return phrase("reason.rhythm-today", { gap: figure(gap) });
  return phrase("reason.rhythm", { gap: figure(gap), days: figure(days) });
}

/** "3 tickets open (typical: 1)". */
const count =
  (code: string): Statement =>
  ({ value, typical }) =>
    compared(phrase(code, { n: figure(value ?? 0) }), typical === null ? null : figure(typical));

/** "Spent so far: €1,235 (typical: €800)"; without a currency only whether that is more or less than most. */
const amount =
  (code: string): Statement =>
  ({ value, typical, money }) => {
    const what = phrase(code);
    if (value === null) return phrase("reason.amount-unknown", { what });
    const amount = money(value);
    if (amount !== null)
      return compared(phrase("reason.amount", { what, amount }), typical === null ? null : money(typical));
    if (typical === null || value === typical) return phrase("reason.amount-like-most", { what });
    return phrase(value > typical ? "reason.amount-above" : "reason.amount-below", { what });
  };

/** A figure that may be missing. `tell` gives what stands in the statement, `typically` the same of the typical one. */
const measured =
  (
    code: string,
    missing: Phrase,
    tell: (value: number) => number = figure,
    typically: (value: number) => Parameter = tell,
  ): Statement =>
  ({ value, typical }) =>
    value === null
      ? missing
      : compared(phrase(code, { n: tell(value) }), typical === null ? null : typically(typical));

function compared(statement: Phrase, usual: Parameter | null): Phrase {
  if (usual === null) return statement;
  const typical = typeof usual === "number" ? phrase("number.plain", { number: usual }) : usual;
  return phrase("reason.compared", { statement, typical });
}

const inDays = (days: number): Phrase => phrase("reason.days", { n: figure(days) });
const percent = (share: number): number => Math.round(share * 100);
const inPercent = (share: number): Phrase => phrase("reason.percent", { n: percent(share) });
const ofTen = (share: number): number => figure(share * 10);

const NEVER_BOUGHT = phrase("reason.never-bought");
const BOUGHT_ONCE_OR_NEVER = phrase("reason.bought-once-or-never");
const NO_USAGE = phrase("reason.no-usage");

const STATEMENTS: Record<FeatureName, Statement> = {
  daysSinceLastPurchase: ({ value, companion }) => lastPurchase(value, companion("meanGapDays")),
  silenceOverMeanGap: ({ companion }) =>
    lastPurchase(companion("daysSinceLastPurchase"), companion("meanGapDays")),
  daysSinceFirstPurchase: measured("reason.first-bought", NEVER_BOUGHT, figure, inDays),
  purchaseDaysTotal: count("reason.bought-so-far"),
  purchaseDays30d: count("reason.bought-30"),
  purchaseDays60d: count("reason.bought-60"),
  purchaseDays90d: count("reason.bought-90"),
  purchaseDays180d: count("reason.bought-180"),
  purchaseDaysPrevious90d: count("reason.bought-90-before"),
  purchaseDaysChange90d: ({ companion }) =>
    phrase("reason.bought-change", {
      now: figure(companion("purchaseDays90d") ?? 0),
      before: figure(companion("purchaseDaysPrevious90d") ?? 0),
    }),
  purchaseDaysFading30d: measured("reason.bought-lately", NEVER_BOUGHT),
  activeWeeksShare: measured("reason.active-weeks", NEVER_BOUGHT, percent, inPercent),
  revenueMinorTotal: amount("reason.spent-so-far"),
  revenueMinor30d: amount("reason.spent-30"),
  revenueMinor60d: amount("reason.spent-60"),
  revenueMinor90d: amount("reason.spent-90"),
  revenueMinorPrevious90d: amount("reason.spent-90-before"),
  revenueMinorChange90d: ({ value, companion, money }) => {
    const now = money(companion("revenueMinor90d") ?? 0);
    const before = money(companion("revenueMinorPrevious90d") ?? 0);
    if (now !== null && before !== null) return phrase("reason.spent-change", { now, before });
    return phrase((value ?? 0) < 0 ? "reason.spent-less" : "reason.spent-not-less");
  },
  revenueMinorPerPurchaseDay: amount("reason.spent-a-day"),
  revenueMinorLargestDay: amount("reason.spent-largest-day"),
  unitsPerPurchaseDay: measured("reason.units-a-day", phrase("reason.no-units")),
  productsTotal: measured("reason.products", phrase("reason.no-products")),
  meanGapDays: measured("reason.mean-gap", BOUGHT_ONCE_OR_NEVER, figure, inDays),
  gapDeviationDays: measured("reason.gap-deviation", phrase("reason.no-rhythm"), figure, inDays),
  longestGapDays: measured("reason.longest-gap", BOUGHT_ONCE_OR_NEVER, figure, inDays),
  refundDaysTotal: count("reason.refund-days"),
  refundMinorTotal: amount("reason.refunded"),
  deliveryDays90d: measured("reason.deliveries", phrase("reason.no-deliveries")),
  usageQuantity28d: measured("reason.usage", NO_USAGE),
  usageQuantityPrevious28d: measured("reason.usage-before", NO_USAGE),
  usageChange28d: ({ value, companion }) => {
    if (value === null) return phrase("reason.usage-not-comparable");
    return phrase(value >= 0 ? "reason.usage-up" : "reason.usage-down", {
      percent: percent(Math.abs(value)),
      before: figure(companion("usageQuantityPrevious28d") ?? 0),
      now: figure(companion("usageQuantity28d") ?? 0),
    });
  },
  openTickets: count("reason.open-tickets"),
  tickets90d: count("reason.tickets"),
  daysSinceLastTouch: measured("reason.last-contact", phrase("reason.no-contact"), figure, inDays),
  touches90d: count("reason.contacts"),
  lastCsatShare: measured("reason.csat", phrase("reason.no-csat"), percent, inPercent),
  lastNpsShare: measured("reason.nps", phrase("reason.no-nps"), ofTen),
  contractAgeDays: measured("reason.contract-age", phrase("reason.no-contract"), figure, inDays),
};

/** One decimal below ten, none above: nobody acts on 21.4 rather than 21 days. */
function figure(value: number): number {
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  // −0 would be written with its sign.
  return rounded + 0;
}
