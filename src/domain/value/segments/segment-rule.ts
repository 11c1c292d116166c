import { type Phrase, phrase } from "../../phrase.ts";
import type { ServiceLevel } from "./service-level.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** One segment of a rule: in the order they are listed, and what makes a customer belong to it. */
export type SegmentDefinition = { readonly key: string; readonly name: Phrase; readonly criterion: Phrase };

/** The outcome of a rule on all customers of one moment. */
export type Segmentation = {
  readonly segments: readonly SegmentDefinition[];
  /** The segment's key of every customer, in the order of the customers given. */
  readonly assigned: readonly string[];
  /** What the customers were ranked by, where the rule can choose; two moments compare only on the same one. */
  readonly basis: string | null;
  /** What a reader has to know: the basis chosen, a signal the file does not hold. */
  readonly notes: readonly Phrase[];
  /** The suggested care per segment, where the rule has one. */
  readonly serviceLevels: ReadonlyMap<string, ServiceLevel>;
};

/** A way to divide all customers. One file each in this folder, and one line in `segment-rules.ts`. */
export type SegmentRule = {
  /** As it is asked for: `value-tier`. */
  readonly key: string;
  readonly name: Phrase;
  /** A sentence: what the customers are divided by. */
  readonly description: Phrase;
  /** It looks at what somebody ever bought and used, which takes time to read. */
  readonly habits?: true;
  /** Every customer falls into exactly one segment; the same customers in any order give the same answer. */
  assign(customers: readonly ValuedCustomer[]): Segmentation;
};

/** A rule's own words, by its key. */
export function wordsOfRule(key: string): Pick<SegmentRule, "key" | "name" | "description"> {
  return {
    key,
    name: phrase(`segment-rule.${key}.name`),
    description: phrase(`segment-rule.${key}.description`),
  };
}

/** A segment that a rule names itself. @param thresholds what its criterion is measured by */
export function segmentNamed(
  rule: string,
  key: string,
  thresholds: Phrase["parameters"] = {},
): SegmentDefinition {
  const code = `segment.${rule}.${key}`;
  return { key, name: phrase(`${code}.name`), criterion: phrase(`${code}.criterion`, thresholds) };
}
