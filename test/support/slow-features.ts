import type { FeatureName } from "../../src/domain/risk/features.ts";
import type { InventedCustomer, InventedLog } from "./invented-log.ts";

const DAY_MS = 86_400_000;
const dayNumber = (moment: Date) => Math.floor(moment.getTime() / DAY_MS);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The features of one customer, written down a second time from their descriptions, slowly and without SQL; null for
 * who was no customer at the date.
 */
export function slowFeatures(
  log: InventedLog,
  customer: InventedCustomer,
  asOf: Date,
): Record<FeatureName, number> | null {
  const today = dayNumber(asOf);
  const ago = (moment: Date) => today - dayNumber(moment);
  const own = <Row extends { customerId: number }>(rows: Row[], at: (row: Row) => Date) =>
    rows.filter((row) => row.customerId === customer.id && at(row) < asOf);
  const activities = own(log.activities, ({ at }) => at);
  const ofKind = (kind: string) => activities.filter((activity) => activity.kind === kind);
  const purchases = ofKind("order").filter(({ amountMinor }) => (amountMinor ?? 0) > 0);

  const contract = contractRuns(customer, asOf);
  const over = customer.endedOn !== null && dayNumber(new Date(customer.endedOn)) < today;
  if (over || (!contract && purchases.length === 0)) return null;

  const daysAgo = [...new Set(purchases.map(({ at }) => ago(at)))].sort((a, b) => b - a);
  const gaps = daysAgo.slice(1).map((day, place) => daysAgo[place]! - day);
  const meanGap = gaps.length === 0 ? Number.NaN : sum(gaps) / gaps.length;
  const squares = sum(gaps.map((gap) => (gap - meanGap) ** 2));
  const deviation = gaps.length < 2 ? Number.NaN : Math.sqrt(squares / (gaps.length - 1));
  const last = daysAgo.at(-1) ?? Number.NaN;
  const days = (from: number, to: number) => daysAgo.filter((day) => day > from && day <= to).length;
  const revenue = (from: number, to: number) =>
    sum(
      purchases
        .filter(({ at }) => ago(at) > from && ago(at) <= to)
        .map(({ amountMinor }) => amountMinor ?? 0),
    );
  const units = purchases.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
  const products = new Set(
    purchases.map(({ category }) => category).filter((name) => name !== null && name !== ""),
  );
  const ofDay = (day: number) => revenue(day - 1, day);
  const ALL = 1e9;

  const usage = ofKind("usage").filter(({ quantity }) => quantity !== null);
  const used = (from: number, to: number) =>
    usage.length === 0
      ? Number.NaN
      : sum(usage.filter(({ at }) => ago(at) > from && ago(at) <= to).map(({ quantity }) => quantity ?? 0));
  const usedBefore = used(28, 56);
  const deliveries = ofKind("delivery").map(({ at }) => ago(at));
  const tickets = own(log.tickets, ({ openedAt }) => openedAt);
  const touches = own(log.touches, ({ at }) => at).map(({ at }) => ago(at));
  const feedback = own(log.feedback, ({ at }) => at);
  const lastShare = (kind: string) => {
    // Of several at one moment, the one written last.
    const newest = feedback
      .filter((answer) => answer.kind === kind)
      .reduce<(typeof feedback)[number] | null>(
        (best, answer) => (best && best.at > answer.at ? best : answer),
        null,
      );
    return newest ? newest.score / newest.scaleMax : Number.NaN;
  };

  return {
    daysSinceLastPurchase: last,
    silenceOverMeanGap: last / Math.max(meanGap, 1),
    daysSinceFirstPurchase: daysAgo[0] ?? Number.NaN,
    purchaseDaysTotal: daysAgo.length,
    purchaseDays30d: days(-1, 30),
    purchaseDays60d: days(-1, 60),
    purchaseDays90d: days(-1, 90),
    purchaseDaysPrevious90d: days(90, 180),
    purchaseDays180d: days(-1, 180),
    purchaseDaysChange90d: days(-1, 90) - days(90, 180),
    purchaseDaysFading30d: sum(daysAgo.map((day) => Math.exp(-day / 30))),
    activeWeeksShare:
      new Set(daysAgo.map((day) => Math.floor(day / 7))).size /
      (Math.floor((daysAgo[0] ?? Number.NaN) / 7) + 1),
    revenueMinorTotal: revenue(-1, ALL),
    revenueMinor30d: revenue(-1, 30),
    revenueMinor60d: revenue(-1, 60),
    revenueMinor90d: revenue(-1, 90),
    revenueMinorPrevious90d: revenue(90, 180),
    revenueMinorChange90d: revenue(-1, 90) - revenue(90, 180),
    revenueMinorPerPurchaseDay: revenue(-1, ALL) / daysAgo.length,
    revenueMinorLargestDay: daysAgo.length === 0 ? Number.NaN : Math.max(...daysAgo.map(ofDay)),
    unitsPerPurchaseDay: units.length === 0 ? Number.NaN : sum(units) / daysAgo.length,
    productsTotal: products.size === 0 ? Number.NaN : products.size,
    meanGapDays: meanGap,
    gapDeviationDays: deviation,
    longestGapDays: gaps.length === 0 ? Number.NaN : Math.max(...gaps),
    refundDaysTotal: new Set(ofKind("refund").map(({ at }) => ago(at))).size,
    refundMinorTotal: sum(ofKind("refund").map(({ amountMinor }) => amountMinor ?? 0)),
    deliveryDays90d:
      deliveries.length === 0 ? Number.NaN : new Set(deliveries.filter((day) => day <= 90)).size,
    usageQuantity28d: used(-1, 28),
    usageQuantityPrevious28d: usedBefore,
    usageChange28d: usedBefore === 0 ? Number.NaN : (used(-1, 28) - usedBefore) / usedBefore,
    openTickets: tickets.filter(({ solvedAt }) => solvedAt === null || solvedAt >= asOf).length,
    tickets90d: tickets.filter(({ openedAt }) => ago(openedAt) <= 90).length,
    daysSinceLastTouch: touches.length === 0 ? Number.NaN : Math.min(...touches),
    touches90d: touches.filter((day) => day <= 90).length,
    lastCsatShare: lastShare("csat"),
    lastNpsShare: lastShare("nps"),
    contractAgeDays: contract ? today - dayNumber(new Date(customer.startedOn!)) : Number.NaN,
  };
}

/** 1 when the customer churned in the days after the moment, 0 when not. */
export function slowLabel(
  log: InventedLog,
  customer: InventedCustomer,
  asOf: Date,
  horizonDays: number,
): 0 | 1 {
  const end = new Date(asOf.getTime() + horizonDays * DAY_MS);
  if (contractRuns(customer, asOf))
    return customer.endedOn !== null && new Date(customer.endedOn) < end ? 1 : 0;
  const stayed = log.activities.some(
    ({ customerId, kind, at, amountMinor }) =>
      customerId === customer.id && kind === "order" && (amountMinor ?? 0) > 0 && at >= asOf && at < end,
  );
  return stayed ? 0 : 1;
}

function contractRuns(customer: InventedCustomer, asOf: Date): boolean {
  const { startedOn, endedOn, monthlyRevenueMinor, renewsOn } = customer;
  if (startedOn === null || (monthlyRevenueMinor === null && renewsOn === null)) return false;
  const today = dayNumber(asOf);
  return (
    dayNumber(new Date(startedOn)) < today && (endedOn === null || dayNumber(new Date(endedOn)) >= today)
  );
}
