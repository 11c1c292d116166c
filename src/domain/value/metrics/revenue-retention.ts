import { type Phrase, phrase } from "../../phrase.ts";
import { type Metric, type MetricContext, percentMetric } from "./metric.ts";

/** One customer's revenue before and now, minor units of one currency. */
export type RevenuePair = { readonly beforeMinor: number; readonly nowMinor: number };

/**
 * What became of the revenue of the customers who had some before. Then: kept = before − contraction − lost, and
 * now = kept + expansion.
 */
export type RevenueMovement = {
  readonly customers: number;
  readonly beforeMinor: number;
  readonly expansionMinor: number;
  readonly contractionMinor: number;
  /** Of those with nothing left, with what they got back beyond that. */
  readonly lostMinor: number;
};

export const NO_MOVEMENT: RevenueMovement = {
  customers: 0,
  beforeMinor: 0,
  expansionMinor: 0,
  contractionMinor: 0,
  lostMinor: 0,
};

/**
 * Adds one customer. Who had nothing before is new and belongs to no revenue retention. Whose refunds outweigh their orders
 * now has lost more than they brought: their revenue is below zero here as it is in profitability.
 */
export function withRevenuePair(movement: RevenueMovement, pair: RevenuePair): RevenueMovement {
  const before = pair.beforeMinor;
  const now = pair.nowMinor;
  if (before <= 0) return movement;
  return {
    customers: movement.customers + 1,
    beforeMinor: movement.beforeMinor + before,
    expansionMinor: movement.expansionMinor + Math.max(0, now - before),
    contractionMinor: movement.contractionMinor + (now > 0 ? Math.max(0, before - now) : 0),
    lostMinor: movement.lostMinor + (now <= 0 ? before - now : 0),
  };
}

/**
 * Gross and net revenue retention of contracts or of buyers: gross leaves expansion out and is at most 100 %, net counts
 * it; n/a where there was no revenue before.
 * @param kind how revenue before is told from revenue now
 */
export function revenueRetentionMetrics(
  context: MetricContext,
  kind: "contracts" | "buyers",
  movement: RevenueMovement,
  currency: string,
  note: Phrase | null = null,
): Metric[] {
  const { beforeMinor, expansionMinor, contractionMinor, lostMinor, customers } = movement;
  const kept = beforeMinor - contractionMinor - lostMinor;
  const rate = (which: "gross" | "net", part: number) => {
    const key = `${which}-revenue-retention-${kind}`;
    return percentMetric(context, {
      key,
      name: phrase(`metric.${key}.name`),
      formula: phrase(`metric.${key}.formula`),
      part,
      whole: beforeMinor,
      currency,
      because: phrase(`metric.none.revenue-before-${kind}`),
      denominator: { what: phrase(`metric.of.revenue-before-${kind}`), count: customers },
      note,
    });
  };
  return [rate("gross", kept), rate("net", kept + expansionMinor)];
}
