import { type SegmentReport, segmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import {
  EMPTY_FILE,
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  type ValueQuestion,
  valuingFor,
} from "./read-valued-customers.ts";

export type ReadSegmentsDeps = ReadValuedCustomersDeps &
  FindRestingSourcesDeps & {
    readonly scoreBasis: ScoreBasisStore;
  };

export type SegmentsQuestion = ValueQuestion & { readonly rule: SegmentRule; readonly asOf: Date };

export type SegmentsAnswer = { readonly kind: "report"; readonly report: SegmentReport } | NoAnswer;

/** All customers by one rule: sizes, value, cost and risk of its segments, and how they were a quarter ago. */
export function readSegments(deps: ReadSegmentsDeps, question: SegmentsQuestion): Promise<SegmentsAnswer> {
  return orMissingRate(deps, async () => {
    const { rule, asOf } = question;
    const { currency, customersWithCostsAt } = await valuingFor(deps, question);
    const { period, quarterAgo: comparedWith } = valuePeriod(asOf);
    const customers = await customersWithCostsAt(asOf);
    if (customers.length === 0) return EMPTY_FILE;
    const quarterAgo = await customersWithCostsAt(comparedWith);
    const { lastActivityAt: dataUpTo } = await deps.dataSpan.read();
    const noSignal = (await deps.scoreBasis.newest(asOf))?.serves === "constant";
    const given = { rule, customers, quarterAgo, currency, period, asOf, comparedWith, dataUpTo, noSignal };
    const { stopped } = await findRestingSources(deps, asOf);
    return { kind: "report", report: { ...segmentReport(given), stopped } };
  });
}
