import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { SegmentReport } from "../../domain/value/segments/segment-report.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valueTier } from "../../domain/value/segments/value-tier.ts";
import { type SpendingAdvice, spendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type ReadSegmentsDeps, readSegmentsOf } from "./read-segments.ts";
import type { NoAnswer } from "./read-valued-customers.ts";

export type ShowSegmentsDeps = ReadSegmentsDeps &
  NoteMoneyReadDeps & {
    readonly clock: Clock;
    readonly clv: ClvParameters;
    /** Of the ledger's days. */
    readonly timeZone: string;
  };

export type ShownSegments =
  | { readonly kind: "report"; readonly report: SegmentReport; readonly advice: SpendingAdvice | null }
  | NoAnswer;

const MOST_ON_A_LIST = 10;

/** All customers by a rule, for whoever asked; with the value tiers, where to spend and where to save. */
export async function showSegments(
  deps: ShowSegmentsDeps,
  { rule, reader }: { readonly rule: SegmentRule; readonly reader: Pick<Member, "slackUserId"> },
): Promise<ShownSegments> {
  const { clv, timeZone } = deps;
  const asOf = deps.clock();
  await noteMoneyRead(deps, { reader, surface: "segments", customerIds: [ALL_CUSTOMERS], at: asOf });
  const answer = await readSegmentsOf(deps, { currency: null, timeZone, clv, rule, asOf });
  if (answer.kind !== "report") return answer;
  const { report, customers } = answer;
  const advice =
    rule.key === valueTier.key ? spendingAdvice(customers, report.currency, MOST_ON_A_LIST) : null;
  return { kind: "report", report, advice };
}
