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
  /** Of those with nothing left. */
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
 * Adds one customer. Who had nothing before is new and belongs to no revenue retention; whose refunds outweigh their
 * orders now has nothing left.
 */
export function withRevenuePair(movement: RevenueMovement, pair: RevenuePair): RevenueMovement {
  const before = pair.beforeMinor;
  const now = Math.max(0, pair.nowMinor);
  if (before <= 0) return movement;
  return {
    customers: movement.customers + 1,
    beforeMinor: movement.beforeMinor + before,
    expansionMinor: movement.expansionMinor + Math.max(0, now - before),
    contractionMinor: movement.contractionMinor + (now > 0 ? Math.max(0, before - now) : 0),
    lostMinor: movement.lostMinor + (now === 0 ? before : 0),
  };
}

export function revenueMovement(pairs: Iterable<RevenuePair>): RevenueMovement {
  let movement = NO_MOVEMENT;
  for (const pair of pairs) movement = withRevenuePair(movement, pair);
  return movement;
}

/** The two ways to tell revenue before from revenue now. */
const KINDS = {
  contracts: {
    suffix: "contracts",
    gross: "monthly revenue at the start − contraction − lost, ÷ monthly revenue at the start",
    net: "monthly revenue at the start + expansion − contraction − lost, ÷ monthly revenue at the start",
    what: "contracts running at the start, by their monthly revenue",
    none: "no contract with a monthly revenue ran at the start",
  },
  buyers: {
    suffix: "buyers without a contract",
    gross:
      "the smaller of each customer's revenue in this period and the equally long one before, ÷ the one before",
    net: "this period's revenue of the customers who bought in the equally long period before, ÷ theirs before",
    what: "customers without a contract who bought in the equally long period before, by their revenue",
    none: "no customer without a contract bought in the equally long period before",
  },
} as const;

/**
 * Gross and net revenue retention of contracts or of buyers: gross leaves expansion out and is at most 100 %, net counts
 * it; n/a where there was no revenue before.
 * @param say an amount as its reader sees it
 */
export function revenueRetentionMetrics(
  context: MetricContext,
  kind: keyof typeof KINDS,
  movement: RevenueMovement,
  say: (minor: number) => string,
  note: string | null = null,
): Metric[] {
  const words = KINDS[kind];
  const { beforeMinor, expansionMinor, contractionMinor, lostMinor, customers } = movement;
  const kept = beforeMinor - contractionMinor - lostMinor;
  const shared = {
    whole: beforeMinor,
    because: words.none,
    denominator: { what: words.what, count: customers },
    workingIn: say,
    note,
  };
  return [
    percentMetric(context, {
      ...shared,
      key: `gross-revenue-retention-${kind}`,
      name: `Gross revenue retention, ${words.suffix}`,
      formula: words.gross,
      part: kept,
    }),
    percentMetric(context, {
      ...shared,
      key: `net-revenue-retention-${kind}`,
      name: `Net revenue retention, ${words.suffix}`,
      formula: words.net,
      part: kept + expansionMinor,
    }),
  ];
}
