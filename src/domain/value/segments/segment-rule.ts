import type { ServiceLevel } from "./service-level.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** One segment of a rule: in the order they are listed, and what makes a customer belong to it. */
export type SegmentDefinition = { readonly key: string; readonly name: string; readonly criterion: string };

/** The outcome of a rule on all customers of one moment. */
export type Segmentation = {
  readonly segments: readonly SegmentDefinition[];
  /** The segment's key of every customer, in the order of the customers given. */
  readonly assigned: readonly string[];
  /** What the customers were ranked by, where the rule can choose; two moments compare only on the same one. */
  readonly basis: string | null;
  /** What a reader has to know: the basis chosen, a signal the file does not hold. */
  readonly notes: readonly string[];
  /** The suggested care per segment, where the rule has one. */
  readonly serviceLevels: ReadonlyMap<string, ServiceLevel>;
};

/** A way to divide all customers. One file each in this folder, and one line in `segment-rules.ts`. */
export type SegmentRule = {
  /** As it is asked for: `value-tier`. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Every customer falls into exactly one segment; the same customers in any order give the same answer. */
  assign(customers: readonly ValuedCustomer[]): Segmentation;
};
