import { NO_SEGMENT } from "../../costs/cost-report.ts";
import { byName } from "./geography.ts";
import { type SegmentRule, wordsOfRule } from "./segment-rule.ts";

/** The segment that the customer's file names: the one costs and budgets are entered for. */
export const fileSegment: SegmentRule & {
  /** The same by the names alone. */
  ofNames(names: ReadonlyArray<string | null>): ReturnType<SegmentRule["assign"]>;
} = {
  ...wordsOfRule("segment"),
  assign: (customers) => fileSegment.ofNames(customers.map(({ segment }) => segment)),
  ofNames: (names) => byName(names, NO_SEGMENT, "segment"),
};
