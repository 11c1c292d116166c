import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { SegmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import type { SpendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import { type MoneyPlaceDeps, type MoneyRefused, moneyRefused } from "../money-refused.ts";
import { type ReadSegmentsDeps, readSegments } from "./read-segments.ts";
import type { NoAnswer, ValueQuestion } from "./read-valued-customers.ts";
import { adviseSpending, type WeighUpkeepDeps } from "./weigh-upkeep.ts";

export type ShowSegmentsDeps = WeighUpkeepDeps &
  ReadSegmentsDeps &
  MoneyPlaceDeps & { readonly clock: Clock; readonly valueQuestion: ValueQuestion };

export type ShownSegments =
  | { readonly kind: "report"; readonly report: SegmentReport; readonly advice: SpendingAdvice | null }
  | MoneyRefused
  | NoAnswer;

const MOST_ON_A_LIST = 10;

/** All customers by a rule for one who may see money; with the value tiers, where to spend and where to save. */
export async function showSegments(
  deps: ShowSegmentsDeps,
  request: { readonly reader: Member; readonly channelId: string | null; readonly rule: SegmentRule },
): Promise<ShownSegments> {
  const { reader, channelId, rule } = request;
  const refused = await moneyRefused(deps, reader, channelId);
  if (refused !== null) return refused;
  const asOf = deps.clock();
  const question = { ...deps.valueQuestion, rule, asOf };
  const segments = await readSegments(deps, question);
  if (segments.kind !== "report") return segments;
  if (rule.key !== valueTier.key) return { ...segments, advice: null };
  const { period } = valuePeriod(asOf);
  const advised = await adviseSpending(deps, { ...question, period, mostOnAList: MOST_ON_A_LIST });
  return { ...segments, advice: advised.kind === "report" ? advised.report : null };
}
