import type { Clock } from "../../domain/clock.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { SegmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import type { SpendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import { type AdviseSpendingDeps, adviseSpending } from "./advise-spending.ts";
import { type ReadSegmentsDeps, readSegments } from "./read-segments.ts";
import type { NoAnswer } from "./read-valued-customers.ts";

export type ShowSegmentsDeps = AdviseSpendingDeps &
  ReadSegmentsDeps & {
    readonly clock: Clock;
    readonly clv: ClvParameters;
    /** Of the ledger's days. */
    readonly timeZone: string;
  };

export type ShownSegments =
  | { readonly kind: "report"; readonly report: SegmentReport; readonly advice: SpendingAdvice | null }
  | NoAnswer;

const MOST_ON_A_LIST = 10;

/** All customers by a rule; with the value tiers, where to spend and where to save. */
export async function showSegments(deps: ShowSegmentsDeps, rule: SegmentRule): Promise<ShownSegments> {
  const asOf = deps.clock();
  const { clv, timeZone } = deps;
  const question = { currency: null, timeZone, clv, rule, asOf };
  const segments = await readSegments(deps, question);
  if (segments.kind !== "report") return segments;
  if (rule.key !== valueTier.key) return { ...segments, advice: null };
  const { period } = valuePeriod(asOf);
  const advised = await adviseSpending(deps, { ...question, period, mostOnAList: MOST_ON_A_LIST });
  return { ...segments, advice: advised.kind === "report" ? advised.report : null };
}
