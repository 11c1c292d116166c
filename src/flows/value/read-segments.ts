import { type SegmentReport, segmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import {
  type NoAnswer,
  nobodyValued,
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
export async function readSegments(
  deps: ReadSegmentsDeps,
  question: SegmentsQuestion,
): Promise<SegmentsAnswer> {
  const answer = await readSegmentsOf(deps, question);
  return answer.kind === "report" ? { kind: "report", report: answer.report } : answer;
}

/** The same, with the customers that it is made of. */
export function readSegmentsOf(
  deps: ReadSegmentsDeps,
  question: SegmentsQuestion,
): Promise<
  | { readonly kind: "report"; readonly report: SegmentReport; readonly customers: readonly ValuedCustomer[] }
  | NoAnswer
> {
  return orMissingRate(deps, async () => {
    const { rule, asOf, timeZone } = question;
    const { currency, customersAt, customersWithCostsAt } = await valuingFor(deps, question, rule.habits);
    const { period, quarterAgo: comparedWith } = valuePeriod(asOf, timeZone);
    const [{ customers, unrated, leftOut: costsLeftOut }, earlier] = await Promise.all([
      customersWithCostsAt(asOf),
      customersAt(comparedWith),
    ]);
    if (customers.length === 0) return nobodyValued(deps, { unrated }, currency, period.toDay);
    const leftOut = new Set(unrated.map(({ customerId }) => customerId));
    const { lastActivityAt: dataUpTo } = await deps.dataSpan.read();
    const noSignal = (await deps.scoreBasis.newest(asOf))?.serves === "constant";
    const { stopped } = await findRestingSources(deps, asOf);
    const segments = segmentReport({
      ...{ rule, customers, currency, period, asOf, comparedWith, dataUpTo, noSignal },
      quarterAgo: earlier.customers.filter(({ customerId }) => !leftOut.has(customerId)),
      unrated,
      costsLeftOut,
      // Who was left out then and is not now would look like somebody new.
      ratesKnownThen: earlier.unrated.every(({ customerId }) => leftOut.has(customerId)),
    });
    return { kind: "report", report: { ...segments, stopped }, customers };
  });
}
