import { type Day, daysBetween } from "../../calendar.ts";
import { type CostTarget, parseAppliesTo, targetName } from "../applies-to.ts";
import type { CostCategory, CostDriver, CostKind } from "../cost-entry.ts";
import { numberOf, type PeriodFacts } from "./period-facts.ts";
import { type SettledDivision, type Sharers, settleDivision } from "./settled-division.ts";
import { type WeighedFacts, type WindowWeights, windowWeigher } from "./window-weights.ts";

/** Entries that are shared alike, as one amount in the report's currency. */
export type CostPool = {
  readonly appliesTo: string;
  /** Whose ids `appliesTo` uses; empty where it uses none. */
  readonly source: string;
  /** In which its entries were recorded. */
  readonly recordedIn: string;
  readonly driver: CostDriver;
  readonly kind: CostKind;
  readonly category: CostCategory;
  /** Inside the period. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly minor: number;
};

/** Whom targets mean that only the store can tell. */
export type TargetedCustomers = {
  /** Of a `customer`, `ticket` or `touch`, by the ids of a source; null: not in the file. */
  readonly named: (target: CostTarget, source: string) => number | null;
  /** To whom a playbook was suggested on some days; an id may come twice. */
  readonly suggestedTo: (playbook: string, fromDay: Day, toDay: Day) => readonly number[];
};

/** How a pool came out. */
export type PoolOutcome = {
  readonly pool: CostPool;
  /** Nobody: it stays unallocated. */
  readonly weighedBy: "driver" | "days" | "heads" | "nobody";
  /** Who was a customer on its days, or is named by it. */
  readonly parties: number;
  /** What it names and the file does not have. */
  readonly unknown: readonly string[];
};

export type SharedPool = PoolOutcome & {
  readonly settled: SettledDivision | null;
  /** Only until the next pool. */
  readonly sharers: Sharers;
  /** The sharers' numbers in the facts, −1 for who was no customer in the period; null: everybody in their order. */
  readonly numbers: Int32Array | null;
  /** The list is the pool's own, and not everybody's or a segment's. */
  readonly listed: boolean;
};

const NOBODY: Sharers = { customerIds: new Int32Array(0), weights: new Float64Array(0), count: 0 };

/**
 * Shares pools out one after the other as `weigh` and `largestRemainder` say; whoever takes them can let others have a
 * turn between two.
 * @param pools those of the same days together, and of these those with the same driver
 */
export function* sharePools(
  pools: Iterable<CostPool>,
  weighed: WeighedFacts,
  targeted: TargetedCustomers,
): Generator<SharedPool> {
  const { facts } = weighed;
  const weigh = windowWeigher(weighed);
  const segments = new Map<string, Int32Array>();
  const inSegment = (name: string) => {
    const known = segments.get(name) ?? numbersOfSegment(facts, name);
    segments.set(name, known);
    return known;
  };
  for (const pool of pools) {
    const first = daysBetween(facts.period.fromDay, pool.fromDay);
    const weights = weigh(pool.driver, first, daysBetween(facts.period.fromDay, pool.toDay));
    const scope = scopeOf(pool, targeted, facts, inSegment);
    const chosen = chosenWeights(scope, weights, facts);
    const settled = chosen.weighedBy === "nobody" ? null : settleDivision(pool.minor, chosen.sharers);
    yield { pool, settled, unknown: scope.unknown, listed: scope.kind === "listed", ...chosen };
  }
}

type Scope = { readonly unknown: readonly string[] } & (
  | { readonly kind: "all" }
  | { readonly kind: "segment"; readonly numbers: Int32Array }
  /** Ids in order; who is named shares also without having been a customer. */
  | { readonly kind: "listed"; readonly ids: readonly number[]; readonly named: ReadonlySet<number> }
);

function scopeOf(
  { appliesTo, source, fromDay, toDay }: CostPool,
  targeted: TargetedCustomers,
  facts: PeriodFacts,
  inSegment: (name: string) => Int32Array,
): Scope {
  const parsed = parseAppliesTo(appliesTo);
  const targets = parsed.kind === "parsed" ? parsed.targets : [];
  const [only] = targets;
  if (targets.length === 1 && only?.kind === "all") return { kind: "all", unknown: [] };
  if (targets.length === 1 && only?.kind === "segment")
    return { kind: "segment", numbers: inSegment(only.name), unknown: [] };
  const ids = new Set<number>();
  const named = new Set<number>();
  const unknown: string[] = [];
  for (const target of targets) {
    if (target.kind === "segment")
      for (const number of inSegment(target.name)) ids.add(facts.customerIds[number] ?? 0);
    else if (target.kind === "playbook")
      for (const id of targeted.suggestedTo(target.key, fromDay, toDay)) ids.add(id);
    else {
      const id = targeted.named(target, source);
      if (id === null) unknown.push(`${target.kind}:${targetName(target)}`);
      else named.add(id);
    }
  }
  for (const id of named) ids.add(id);
  return { kind: "listed", ids: [...ids].sort((a, b) => a - b), named, unknown };
}

type Chosen = Pick<SharedPool, "weighedBy" | "parties" | "sharers" | "numbers">;

/** The driver; where nobody has any of it the days; where there are none, those whom the pool names, alike. */
function chosenWeights(scope: Scope, { days, quantities }: WindowWeights, facts: PeriodFacts): Chosen {
  if (scope.kind === "all") {
    const count = days.length;
    return chosenFrom({ customerIds: facts.customerIds, numbers: null, days, quantities, count });
  }
  if (scope.kind === "segment") {
    const { numbers } = scope;
    const customerIds = numbers.map((number) => facts.customerIds[number] ?? 0);
    const pick = (values: Float64Array) => Float64Array.from(numbers, (number) => values[number] ?? 0);
    return chosenFrom({
      ...{ customerIds, numbers, days: pick(days), quantities: pick(quantities) },
      count: numbers.length,
    });
  }
  const customerIds = Int32Array.from(scope.ids);
  const numbers = Int32Array.from(scope.ids, (id) => numberOf(facts, id));
  const pick = (values: Float64Array) => Float64Array.from(numbers, (number) => values[number] ?? 0);
  const heads = Float64Array.from(scope.ids, (id) => Number(scope.named.has(id)));
  return chosenFrom({
    ...{ customerIds, numbers, heads, days: pick(days), quantities: pick(quantities) },
    count: numbers.length,
  });
}

type InScope = WindowWeights &
  Omit<Sharers, "weights"> &
  Pick<SharedPool, "numbers"> & { readonly heads?: Float64Array };

function chosenFrom({ customerIds, numbers, days, quantities, heads, count }: InScope): Chosen {
  let parties = 0;
  let anyDays = false;
  let anyQuantity = false;
  for (let at = 0; at < count; at += 1) {
    const hasDays = (days[at] ?? 0) > 0;
    if (hasDays || (heads?.[at] ?? 0) > 0) parties += 1;
    anyDays ||= hasDays;
    anyQuantity ||= (quantities[at] ?? 0) > 0;
  }
  const by = (weighedBy: PoolOutcome["weighedBy"], weights: Float64Array): Chosen => ({
    ...{ weighedBy, parties, numbers },
    sharers: { customerIds, weights, count },
  });
  if (anyQuantity) return by("driver", quantities);
  if (anyDays) return by("days", days);
  if (parties > 0 && heads) return by("heads", heads);
  return { weighedBy: "nobody", parties: 0, numbers, sharers: NOBODY };
}

function numbersOfSegment({ segments }: PeriodFacts, name: string): Int32Array {
  return Int32Array.from(segments.flatMap((segment, number) => (segment === name ? [number] : [])));
}
