import { NO_SEGMENT } from "../../costs/cost-report.ts";
import { byName } from "./geography.ts";
import { type SegmentRule, wordsOfRule } from "./segment-rule.ts";

/** The segment that the customer's file names: the one costs and budgets are entered for. */
export const fileSegment: SegmentRule = {
  ...wordsOfRule("segment"),
  assign: (customers) =>
    byName(
      customers.map(({ segment }) => segment),
      NO_SEGMENT,
      "segment",
    ),
};
