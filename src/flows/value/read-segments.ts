import { type SegmentReport, segmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import {
  EMPTY_FILE,
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  readCostsByCustomer,
  readValuedCustomers,
  reportCurrency,
  type ValueQuestion,
} from "./read-valued-customers.ts";

export type ReadSegmentsDeps = ReadValuedCustomersDeps & {
  readonly scoreBasis: ScoreBasisStore;
};

export type SegmentsQuestion = ValueQuestion & { readonly rule: SegmentRule; readonly asOf: Date };

export type SegmentsAnswer = { readonly kind: "report"; readonly report: SegmentReport } | NoAnswer;

/** All customers by one rule: sizes, value, cost and risk of its segments, and how they were a quarter ago. */
export function readSegments(deps: ReadSegmentsDeps, question: SegmentsQuestion): Promise<SegmentsAnswer> {
  return orMissingRate(deps, async () => {
    const { rule, asOf, timeZone, clv } = question;
    const currency = await reportCurrency(deps, question.currency);
    const rates = await deps.exchangeRates.all();
    const { period, quarterAgo: comparedWith } = valuePeriod(asOf);
    const customersAt = async (moment: Date) => {
      const scope = { ...valuePeriod(moment).period, timeZone, currency };
      const { byCustomer: costs } = await readCostsByCustomer(deps, scope);
      return readValuedCustomers(deps, moment, { currency, rates, clv, costs });
    };
    const customers = await customersAt(asOf);
    if (customers.length === 0) return EMPTY_FILE;
    const quarterAgo = await customersAt(comparedWith);
    const { lastActivityAt: dataUpTo } = await deps.dataSpan.read();
    const noSignal = (await deps.scoreBasis.newest(asOf))?.serves === "constant";
    const given = { rule, customers, quarterAgo, currency, period, asOf, comparedWith, dataUpTo, noSignal };
    return { kind: "report", report: segmentReport(given) };
  });
}
