import type { RandomStream } from "../../../model/random.ts";
import { daysAfter } from "../../../src/domain/clock.ts";
import type { Column, LabelledDataset } from "../../../src/domain/risk/dataset.ts";
import type { FeatureName } from "../../../src/domain/risk/features.ts";
import { exponentialDraw, normalDraw } from "./draws.ts";
import type { InventedCase, Signal } from "./invented-tables.ts";

/** What a kind of log is like; all of it may be left to the usual. */
export type LogKind = {
  /** Chance that a purchase was a customer's last. */
  readonly leaving?: number;
  /** Days between a customer's purchases on the mean; each customer has another. */
  readonly gapDays?: number;
  /** Purchases come on the day, not at random. */
  readonly regular?: boolean;
  /** Days the log reaches back before the held-out snapshot. */
  readonly reachDays?: number;
  readonly customers?: number;
  /** Most customers are new: their numbers grow by e over so many days. */
  readonly growthDays?: number;
  /** Of one purchase, in minor units. */
  readonly amount?: (random: RandomStream) => number;
};

type Purchase = { readonly day: number; readonly amountMinor: number };
type Buyer = { readonly number: number; readonly purchases: readonly Purchase[] };

const START = new Date("2023-05-10T00:00:00Z");
export const HORIZON_DAYS = 90;

export function inventLog(kind: LogKind, signal: Signal, random: RandomStream): InventedCase {
  const { reachDays = 400, customers = 220 } = kind;
  const buyers = (count: number, from: number) =>
    Array.from({ length: count }, (_, place) => drawBuyer(kind, from + place, random));
  const [known, others] = [buyers(customers, 0), buyers(1200, customers)];
  const newest = reachDays - HORIZON_DAYS;
  const days = [4, 3, 2, 1, 0].map((steps) => newest - 30 * steps).filter((day) => day >= 60);
  const at = (those: readonly Buyer[], day: number) => snapshotOf(those, day, signal, random);
  return {
    training: days.map((day) => at(known, day)),
    heldOut: at(known, reachDays),
    fresh: at(others, reachDays),
  };
}

function drawBuyer(kind: LogKind, number: number, random: RandomStream): Buyer {
  const { leaving = 0.15, gapDays = 40, reachDays = 400, growthDays, regular = false } = kind;
  const amount = kind.amount ?? ((stream: RandomStream) => Math.round(2500 * Math.exp(normalDraw(stream))));
  const end = reachDays + HORIZON_DAYS;
  const first =
    growthDays === undefined
      ? end * random() * 0.8
      : end - Math.min(end, exponentialDraw(1 / growthDays, random));
  const gap = gapDays * (regular ? 1 : Math.exp(0.5 * normalDraw(random)));
  const purchases: Purchase[] = [];
  for (let day = first; day < end; day += regular ? gap : exponentialDraw(1 / gap, random)) {
    purchases.push({ day: Math.floor(day), amountMinor: amount(random) });
    if (random() < leaving) break;
  }
  return { number, purchases };
}

/** The customers who had bought before the day, as they then were; without a signal, who buys again is a coin's choice. */
function snapshotOf(
  buyers: readonly Buyer[],
  day: number,
  signal: Signal,
  random: RandomStream,
): LabelledDataset {
  const known = buyers.filter(({ purchases }) => (purchases[0]?.day ?? day) < day);
  const labels = Uint8Array.from(known, ({ purchases }) => {
    if (signal === "noise") return random() < 0.4 ? 1 : 0;
    return purchases.some((own) => own.day >= day && own.day < day + HORIZON_DAYS) ? 0 : 1;
  });
  const facts = known.map(({ purchases }) => factsAt(purchases, day));
  return {
    rows: known.length,
    labels,
    groups: Int32Array.from(known, ({ number }) => number),
    columns: FEATURES.map(
      (name): Column => ({ kind: "number", name, values: Float64Array.from(facts, (own) => own[name]) }),
    ),
    asOf: daysAfter(START, day),
  };
}

/** A good part of the product's own features, by their own names, so that what the model makes of them is made here too. */
const FEATURES = [
  "daysSinceLastPurchase",
  "daysSinceFirstPurchase",
  "purchaseDaysTotal",
  "purchaseDays90d",
  "revenueMinorTotal",
  "revenueMinor90d",
  "revenueMinorPerPurchaseDay",
  "meanGapDays",
  "longestGapDays",
  "silenceOverMeanGap",
] as const satisfies readonly FeatureName[];

/** Of somebody who had bought before the day. */
function factsAt(all: readonly Purchase[], day: number): Record<(typeof FEATURES)[number], number> {
  const purchases = all.filter((own) => own.day < day);
  const days = [...new Set(purchases.map((own) => own.day))];
  const gaps = days.slice(1).map((own, place) => own - (days[place] ?? 0));
  const [first = day, last = day] = [days[0], days.at(-1)];
  const revenue = (since: number) =>
    purchases.reduce((sum, own) => sum + (own.day >= since ? own.amountMinor : 0), 0);
  const meanGap = gaps.length === 0 ? Number.NaN : (last - first) / gaps.length;
  return {
    daysSinceLastPurchase: day - last,
    daysSinceFirstPurchase: day - first,
    purchaseDaysTotal: days.length,
    purchaseDays90d: days.filter((own) => own >= day - 90).length,
    revenueMinorTotal: revenue(0),
    revenueMinor90d: revenue(day - 90),
    revenueMinorPerPurchaseDay: revenue(0) / days.length,
    meanGapDays: meanGap,
    longestGapDays: gaps.length === 0 ? Number.NaN : Math.max(...gaps),
    silenceOverMeanGap: (day - last) / Math.max(1, meanGap),
  };
}

export const LOG_KINDS: Readonly<Record<string, LogKind>> = {
  "a usual log": {},
  "a log of regulars": { leaving: 0.01, gapDays: 25 },
  "a log in which nearly everybody buys once": { leaving: 0.95, customers: 500 },
  "a log of clockwork": { regular: true, gapDays: 30, leaving: 0.05 },
  "a log of equal amounts": { amount: () => 100 },
  "a log of amounts of 1e12": { amount: (random) => Math.round(1e12 * Math.exp(2 * normalDraw(random))) },
  "a log of amounts of nothing": { amount: () => 0 },
  "a young log": { reachDays: 180 },
  "a log that grows": { growthDays: 60, customers: 500 },
  "a log of daily customers": { gapDays: 2, leaving: 0.004, customers: 120 },
};
