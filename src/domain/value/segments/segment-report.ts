import { asWritten, type Phrase, phrase } from "../../phrase.ts";
import { HIGH_RISK } from "../../risk/bands.ts";
import type { StoppedData } from "../../risk/scores/stopped-data.ts";
import type { Period } from "../metrics/metric.ts";
import { stakeOf, type Unrated } from "../stake.ts";
import { sumOfStakes, unratedNotes, type ValueAtRisk } from "../value-at-risk.ts";
import type { Segmentation, SegmentDefinition, SegmentRule } from "./segment-rule.ts";
import type { ServiceLevel } from "./service-level.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** All customers, divided by one rule. Amounts are minor units of `currency`. */
export type SegmentReport = {
  readonly rule: Pick<SegmentRule, "key" | "name" | "description">;
  readonly currency: string;
  /** The twelve months that revenue and cost are of. */
  readonly period: Period;
  readonly asOf: Date;
  readonly dataUpTo: Date | null;
  /** The moment the trend compares with. */
  readonly comparedWith: Date;
  readonly customers: number;
  /** The newest scoring was by a version that found no signal: no risk, and no margin CLV that rests on one. */
  readonly noSignal: boolean;
  /** Sources that send no more as of the moment; left out: none. */
  readonly stopped?: StoppedData | null;
  /** In the rule's order; only those with customers now or a quarter ago. */
  readonly segments: readonly SegmentRow[];
  /** Of all of them. */
  readonly valueAtRisk: ValueAtRisk;
  readonly notes: readonly Phrase[];
};

export type SegmentFigures = {
  readonly customers: number;
  readonly revenue12mMinor: number;
  /** Null where no ledger was read. */
  readonly cost12mMinor: number | null;
  readonly risk: SegmentRisk;
  readonly valueAtRisk: ValueAtRisk;
};

export type SegmentRow = SegmentDefinition &
  SegmentFigures & {
    /** Of all customers. */
    readonly customersPercent: number;
    /** The sum over those it is known for; null where it is known for none. */
    readonly marginClv: { readonly minor: number; readonly customers: number } | null;
    readonly costPerCustomerMinor: number | null;
    /** The same segment by the same rule a quarter ago; null where it cannot be compared, see the notes. */
    readonly quarterAgo: Omit<SegmentFigures, "cost12mMinor"> | null;
    readonly serviceLevel: ServiceLevel | null;
    /** What the care may cost a customer a year: the level's share of the mean margin; null where not known. */
    readonly costCapPerCustomerMinor: number | null;
  };

export type SegmentRisk = {
  /** Customers with a probability. */
  readonly scored: number;
  /** Null where nobody has one. */
  readonly meanProbability: number | null;
  /** With a probability of at least `HIGH_RISK`. */
  readonly high: number;
};

export type SegmentReportInput = Pick<
  SegmentReport,
  "currency" | "period" | "asOf" | "dataUpTo" | "comparedWith" | "noSignal"
> & {
  readonly rule: SegmentRule;
  readonly customers: readonly ValuedCustomer[];
  readonly quarterAgo: readonly ValuedCustomer[];
  /** Customers who are in no figure for want of a rate. */
  readonly unrated: readonly Unrated[];
  /** What is in no cost for want of a rate. */
  readonly costsLeftOut: readonly Phrase[];
  /** Whether a quarter ago the rates were known of all who are in the report now. */
  readonly ratesKnownThen: boolean;
};

/** Sizes, value, cost, risk and trend of every segment of a rule. */
export function segmentReport(input: SegmentReportInput): SegmentReport {
  const { rule, customers, quarterAgo, currency, period, asOf, dataUpTo, comparedWith, noSignal } = input;
  const now = rule.assign(customers);
  const groups = grouped(customers, now);
  const then = rule.assign(quarterAgo);
  const comparable = then.basis === now.basis && quarterAgo.length > 0 && input.ratesKnownThen;
  const earlier = grouped(comparable ? quarterAgo : [], then);
  const kept = now.segments.filter(({ key }) => groups.has(key) || earlier.has(key));
  const gone = [...earlier.keys()].filter((key) => !now.segments.some((segment) => segment.key === key));
  const definitions = [...kept, ...gone.map(goneSegment)];
  return {
    rule: { key: rule.key, name: rule.name, description: rule.description },
    currency,
    period,
    asOf,
    dataUpTo,
    comparedWith,
    customers: customers.length,
    noSignal,
    segments: definitions.map((definition) => ({
      ...definition,
      ...rowOf(groups.get(definition.key) ?? [], customers.length, now.serviceLevels.get(definition.key)),
      quarterAgo: comparable ? figuresOf(earlier.get(definition.key) ?? []) : null,
    })),
    valueAtRisk: valueAtRiskOf(customers),
    notes: [
      ...now.notes,
      ...leavingNotes(customers),
      ...unratedNotes(input.unrated),
      ...input.costsLeftOut,
      ...(comparable ? [] : [noTrend(input, then.basis)]),
    ],
  };
}

/** Whose margin CLV counts only the days left. */
function leavingNotes(customers: readonly ValuedCustomer[]): Phrase[] {
  const leaving = customers.filter(({ endsOn }) => endsOn !== null).length;
  return leaving === 0 ? [] : [phrase("segments.note.leaving", { customers: leaving })];
}

const goneSegment = (key: string): SegmentDefinition => ({
  key,
  name: asWritten(key),
  criterion: phrase("segment.nobody-any-more"),
});

function noTrend(
  { quarterAgo, ratesKnownThen }: Pick<SegmentReportInput, "quarterAgo" | "ratesKnownThen">,
  basis: string | null,
): Phrase {
  if (!ratesKnownThen) return phrase("segments.note.no-trend.rates");
  if (quarterAgo.length === 0) return phrase("segments.note.no-trend.nobody");
  return phrase("segments.note.no-trend.basis", { basis: basis ?? "other" });
}

/** The customers of each segment that has any. */
export function grouped(
  customers: readonly ValuedCustomer[],
  { assigned }: Pick<Segmentation, "assigned">,
): Map<string, ValuedCustomer[]> {
  const groups = new Map<string, ValuedCustomer[]>();
  customers.forEach((customer, index) => {
    const key = assigned[index] ?? "";
    const group = groups.get(key);
    if (group) group.push(customer);
    else groups.set(key, [customer]);
  });
  return groups;
}

function rowOf(group: readonly ValuedCustomer[], all: number, serviceLevel: ServiceLevel | undefined) {
  const figures = figuresOf(group);
  const valued = group.flatMap(({ marginClv }) =>
    marginClv.kind === "figure" ? [marginClv.money.minor] : [],
  );
  return {
    ...figures,
    customersPercent: all === 0 ? 0 : (100 * group.length) / all,
    marginClv: valued.length === 0 ? null : { minor: sum(valued), customers: valued.length },
    costPerCustomerMinor:
      figures.cost12mMinor === null || group.length === 0
        ? null
        : Math.round(figures.cost12mMinor / group.length),
    serviceLevel: serviceLevel ?? null,
    costCapPerCustomerMinor: serviceLevel === undefined ? null : costCap(group, serviceLevel),
  };
}

function figuresOf(group: readonly ValuedCustomer[]): SegmentFigures {
  const probabilities = group.flatMap(({ probability }) => (probability === null ? [] : [probability]));
  const costs = group.map(({ cost12mMinor }) => cost12mMinor);
  return {
    customers: group.length,
    revenue12mMinor: sum(group.map(({ revenue12mMinor }) => revenue12mMinor)),
    cost12mMinor: costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0)),
    risk: {
      scored: probabilities.length,
      meanProbability: probabilities.length === 0 ? null : sum(probabilities) / probabilities.length,
      high: probabilities.filter((probability) => probability >= HIGH_RISK).length,
    },
    valueAtRisk: valueAtRiskOf(group),
  };
}

function valueAtRiskOf(group: readonly ValuedCustomer[]): ValueAtRisk {
  const atHighRisk = group.filter(({ probability }) => probability !== null && probability >= HIGH_RISK);
  return sumOfStakes(
    atHighRisk.map(({ probability, marginIfStaying }) => stakeOf(probability, marginIfStaying)),
  );
}

/**
 * The level's share of the mean margin of the last twelve months, over those whose margin is known; of who is known to
 * leave, no more than what is still to come.
 */
function costCap(group: readonly ValuedCustomer[], level: ServiceLevel): number | null {
  const margins = group.flatMap((customer) => yearsMarginMinor(customer) ?? []);
  if (margins.length === 0) return null;
  return Math.max(0, Math.round(((sum(margins) / margins.length) * level.costCapPercentOfMargin) / 100));
}

function yearsMarginMinor(customer: ValuedCustomer): number | null {
  const { endsOn, marginClv } = customer;
  const margin = marginMinor(customer);
  if (margin === null || endsOn === null || marginClv.kind !== "figure") return margin;
  return Math.min(margin, marginClv.money.minor);
}

/** A customer's margin of the last twelve months; the file's, else the one CLV assumed; null where neither is known. */
export function marginMinor({ marginPercent, marginClv, revenue12mMinor }: ValuedCustomer): number | null {
  const percent = marginPercent ?? (marginClv.kind === "figure" ? marginClv.marginPercent : null);
  return percent === null ? null : (revenue12mMinor * percent) / 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
