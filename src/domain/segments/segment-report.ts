import type { Period } from "../metrics/metric.ts";
import type { SegmentDefinition } from "./segment-rule.ts";
import type { ServiceLevel } from "./service-level.ts";

/** All customers, divided by one rule. Amounts are minor units of `currency`. */
export type SegmentReport = {
  readonly rule: { readonly key: string; readonly name: string; readonly description: string };
  readonly currency: string;
  /** The twelve months that revenue and cost are of. */
  readonly period: Period;
  readonly asOf: Date;
  readonly dataUpTo: Date | null;
  /** The moment the trend compares with. */
  readonly comparedWith: Date;
  readonly customers: number;
  readonly segments: readonly SegmentRow[];
  readonly notes: readonly string[];
};

export type SegmentRow = SegmentDefinition & {
  readonly customers: number;
  /** Of all customers; null without any. */
  readonly customersPercent: number | null;
  readonly revenue12mMinor: number;
  /** The sum over those it is known for; null where it is known for none. */
  readonly marginClv: { readonly minor: number; readonly customers: number } | null;
  /** Null where no ledger was read. */
  readonly cost12mMinor: number | null;
  readonly costPerCustomerMinor: number | null;
  readonly risk: SegmentRisk;
  /** The same segment by the same rule a quarter ago. */
  readonly quarterAgo: {
    readonly customers: number;
    readonly revenue12mMinor: number;
    readonly cost12mMinor: number | null;
    readonly risk: SegmentRisk;
  };
  readonly serviceLevel: ServiceLevel | null;
  /** What the care may cost a customer a year: the level's cap of the mean yearly margin; null where not known. */
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
