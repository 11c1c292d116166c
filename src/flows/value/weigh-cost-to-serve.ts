import { localTime, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { convertedRevenue, converterTo } from "../../domain/figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { type PeriodSoFar, periodSoFar } from "../../domain/figures/period-so-far.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import type { SegmentOutcome, SegmentOutcomes } from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import type { Unrated } from "../../domain/value/stake.ts";
import type { FileSegmentStore } from "../../store/value/file-segments.ts";
import {
  EMPTY_FILE,
  type NoAnswer,
  type ReadValuedCustomersDeps,
  type ValueQuestion,
  type Valuing,
  valuingFor,
} from "./read-valued-customers.ts";
import { unlessRateMissing } from "./worth-valuation.ts";

export type WeighCostToServeDeps = ReadValuedCustomersDeps & {
  readonly fileSegments: Pick<FileSegmentStore, "of">;
  readonly clock: Clock;
};

/** Cost to serve of a period, by the segments of a rule. */
export type CostToServeQuestion = ValueQuestion & { readonly rule: SegmentRule; readonly period: Period };

export type WeighedCost = {
  readonly kind: "weighed";
  readonly currency: string;
  /** The days that have come. */
  readonly period: PeriodSoFar;
  readonly segments: readonly SegmentOutcomes[];
  /** What fell on nobody, so is in none of them. */
  readonly unallocatedMinor: number;
  /** Customers whose revenue is not known, for want of a rate. */
  readonly unrated: readonly Unrated[];
  /** Costs that are in none of them, for want of a rate. */
  readonly leftOut: readonly Phrase[];
};

/** Every segment with all that was spent on it, joiners and leavers too, and what became of each customer. */
export async function weighCostToServe(
  deps: WeighCostToServeDeps,
  question: CostToServeQuestion,
): Promise<WeighedCost | NoAnswer | NotBegun> {
  const { timeZone } = question;
  const period = periodSoFar(question.period, localTime(deps.clock(), timeZone).day);
  if (period === null) return notBegun(question.period);
  const valuing = await valuingFor(deps, question, question.rule.habits);
  const { visit, seen } = customersSeen(question, period, valuing);
  const { byCustomer: costs, totalMinor, leftOut } = await valuing.costsOver(period, { visit });
  const served = seen.filter(({ isServed, customerId }) => isServed || (costs.get(customerId) ?? 0) !== 0);
  const outcomes = await outcomesOf(deps, served, costs, period);
  const unrated = served.flatMap(({ unrated }) => unrated ?? []);
  if (outcomes.length === 0) return EMPTY_FILE;
  const spentMinor = outcomes.reduce((sum, { outcome }) => sum + outcome.costMinor, 0);
  const segments =
    question.rule.key === fileSegment.key
      ? byFile(outcomes)
      : await asPeriodBegan(valuing, question.rule, outcomes, startOfDay(period.fromDay, timeZone));
  const { currency } = valuing;
  const unallocatedMinor = totalMinor - spentMinor;
  return { kind: "weighed", currency, period, segments, unallocatedMinor, unrated, leftOut };
}

/** Figures of days that have not come would be made up. */
export type NotBegun = { readonly kind: "not-begun"; readonly reason: Phrase };

export const notBegun = ({ fromDay }: Period): NotBegun => ({
  kind: "not-begun",
  reason: phrase("value.not-begun", { from: { day: fromDay } }),
});

type Outcome = {
  readonly customerId: number;
  /** Of the file, as of the period's last day. */
  readonly segment: string | null;
  readonly outcome: SegmentOutcome;
};

/** One whose history was looked at: all but what they cost. */
type Seen = Omit<SegmentOutcome, "costMinor"> & {
  readonly customerId: number;
  readonly segment: string | null;
  /** A customer on any of the days. */
  readonly isServed: boolean;
  /** Whose revenue is not known. */
  readonly unrated: Unrated | null;
};

function customersSeen(
  { clv }: CostToServeQuestion,
  { fromDay, toDay }: Period,
  { currency, rates }: Valuing,
): { readonly visit: (history: CustomerHistory) => void; readonly seen: readonly Seen[] } {
  const seen: Seen[] = [];
  const days = { fromDay, toDay };
  const convert = converterTo(currency, toDay, rates);
  const visit = (history: CustomerHistory) => {
    const { customerId, file } = history;
    const { served: isServed, atStart, atEnd } = customerTurn(customerSpans(history), days);
    const revenue = unlessRateMissing(history, () => convertedRevenue(history, days, convert).netMinor);
    seen.push({
      ...{ customerId, isServed, segment: file.segment },
      revenueMinor: "value" in revenue ? revenue.value : null,
      unrated: "unrated" in revenue ? revenue.unrated : null,
      marginPercent: file.marginPercent ?? clv.marginPercentIfUnknown,
      stayed: !atStart ? "not-at-start" : atEnd ? "kept" : "lost",
    });
  };
  return { visit, seen };
}

/** Of who was a customer on any of the days or costs something in them. */
async function outcomesOf(
  deps: WeighCostToServeDeps,
  served: readonly Seen[],
  costs: ReadonlyMap<number, number>,
  period: Period,
): Promise<Outcome[]> {
  const left = new Map(costs);
  const outcomes = served.map(({ customerId, segment, revenueMinor, marginPercent, stayed }) => {
    const costMinor = costs.get(customerId) ?? 0;
    left.delete(customerId);
    return { customerId, segment, outcome: { costMinor, revenueMinor, marginPercent, stayed } };
  });
  return [...outcomes, ...(await ofNoCustomers(deps, left, period))];
}

/** Who never was a customer, and still costs something: a cost may name anybody. */
async function ofNoCustomers(
  { fileSegments }: WeighCostToServeDeps,
  costs: ReadonlyMap<number, number>,
  { toDay }: Period,
): Promise<Outcome[]> {
  const spent = [...costs].filter(([, costMinor]) => costMinor !== 0);
  const segments = await fileSegments.of(
    spent.map(([customerId]) => customerId),
    toDay,
  );
  return spent.map(([customerId, costMinor]) => ({
    customerId,
    segment: segments.get(customerId) ?? null,
    outcome: { costMinor, revenueMinor: 0, marginPercent: null, stayed: "not-at-start" },
  }));
}

/** By the segment that the file names: what budgets and cost reports are by. */
function byFile(outcomes: readonly Outcome[]): SegmentOutcomes[] {
  const { segments, assigned } = fileSegment.ofNames(outcomes.map(({ segment }) => segment));
  return filled(segments, outcomes, (_, index) => assigned[index] ?? "");
}

/** By the segment in which they were when the period began, so that what came of it does not choose it. */
async function asPeriodBegan(
  valuing: Valuing,
  rule: SegmentRule,
  outcomes: readonly Outcome[],
  startsAt: Date,
): Promise<SegmentOutcomes[]> {
  const { customers } = await valuing.customersAt(startsAt);
  const { segments, assigned } = rule.assign(customers);
  const keys = new Map(customers.map(({ customerId }, index) => [customerId, assigned[index] ?? SINCE]));
  const since = { key: SINCE, name: phrase("spending.segment.since") };
  return filled([...segments, since], outcomes, ({ customerId }) => keys.get(customerId) ?? SINCE);
}

/** The key of who was in no segment when the period began. */
const SINCE = "not-there-at-the-start";

function filled(
  segments: readonly Pick<SegmentOutcomes, "key" | "name">[],
  outcomes: readonly Outcome[],
  keyOf: (one: Outcome, index: number) => string,
): SegmentOutcomes[] {
  const groups = new Map<string, SegmentOutcome[]>();
  outcomes.forEach((one, index) => {
    const key = keyOf(one, index);
    const group = groups.get(key);
    if (group) group.push(one.outcome);
    else groups.set(key, [one.outcome]);
  });
  return segments.flatMap(({ key, name }) => {
    const group = groups.get(key);
    return group ? [{ key, name, outcomes: group }] : [];
  });
}
