import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import {
  type CategoryTotal,
  type CostDimension,
  type CostPeriod,
  type CostReport,
  costReport,
} from "../../domain/costs/cost-report.ts";
import { previousPeriod } from "../../domain/costs/previous-period.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { MissingRateError } from "../../domain/exchange-rates.ts";
import { periodSoFar } from "../../domain/figures/period-so-far.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { CostAllocationStore, CostScope } from "../../store/costs/cost-allocation.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";

export type ReportCostsDeps = {
  readonly costAllocation: CostAllocationStore;
  readonly currencies: CurrencyStore;
  readonly dataSpan: Pick<DataSpanStore, "read">;
  readonly clock: Clock;
};

export type CostQuestion = CostPeriod & {
  readonly dimension: CostDimension;
  /** Null: the only currency of the period's costs. */
  readonly currency: string | null;
  /** Whose days they are. */
  readonly timeZone: string;
  /** Null: every row. */
  readonly mostRows: number | null;
};

export type ReportCostsResult =
  | { readonly kind: "report"; readonly report: CostReport }
  /** `problem` says what to do. */
  | {
      readonly kind: "refused";
      readonly because: "several-currencies" | "no-currency" | "not-begun";
      readonly problem: Phrase;
    };

/**
 * What keeping customers cost in a period, shared out, with the customers it is divided by and the period before. Of a
 * period that goes on, what there is of it: days that have not come are no fact.
 */
export async function reportCosts(deps: ReportCostsDeps, asked: CostQuestion): Promise<ReportCostsResult> {
  const { timeZone, dimension } = asked;
  const readAt = deps.clock();
  const soFar = periodSoFar(asked, localTime(readAt, timeZone).day);
  if (soFar === null) return { kind: "refused", because: "not-begun", problem: notBegun(asked) };
  const { unfinishedUntil, ...period } = soFar;
  const question = { ...asked, ...period };
  const chosen = await chooseCurrency(deps, question);
  if (chosen.kind === "refused") return chosen;
  const scope = { ...period, timeZone, currency: chosen.currency };
  const [costs, { previous, notes }, { lastActivityAt: dataUpTo }] = await Promise.all([
    deps.costAllocation.allocate(scope, dimension),
    costsBefore(deps, scope),
    deps.dataSpan.read(),
  ]);
  const unfinished: CostNote[] =
    unfinishedUntil === null ? [] : [{ kind: "unfinished", toDay: period.toDay, until: unfinishedUntil }];
  const given = { ...question, ...scope, costs, previous, readAt, dataUpTo };
  const all = { ...given, notes: [...unfinished, ...notes], activityWindowDays: ACTIVITY_WINDOW_DAYS };
  return { kind: "report", report: costReport(all) };
}

const notBegun = ({ fromDay }: CostPeriod) => phrase("cost.period.not-begun", { day: { day: fromDay } });

/** The same where nobody is there to choose: of several currencies, the one that most customers have. */
export async function reportInOneCurrency(
  deps: ReportCostsDeps,
  question: Omit<CostQuestion, "currency">,
): Promise<ReportCostsResult> {
  const first = await reportCosts(deps, { ...question, currency: null });
  if (first.kind === "report" || first.because !== "several-currencies") return first;
  const [commonest] = await deps.currencies.inUse();
  return commonest === undefined ? first : reportCosts(deps, { ...question, currency: commonest });
}

type ChosenCurrency =
  | { readonly kind: "chosen"; readonly currency: string }
  | Extract<ReportCostsResult, { kind: "refused" }>;

/** The one asked for, else the only one of the costs; where there are none, the one that most customers have. */
async function chooseCurrency(
  { costAllocation, currencies }: Pick<ReportCostsDeps, "costAllocation" | "currencies">,
  question: CostQuestion,
): Promise<ChosenCurrency> {
  if (question.currency !== null) return { kind: "chosen", currency: question.currency };
  const used = await costAllocation.currencies(question);
  const [only] = used.length > 0 ? used : (await currencies.inUse()).slice(0, 1);
  if (used.length > 1) {
    const problem = phrase("cost.several-currencies", { currencies: used.join(", "), first: only ?? "" });
    return { kind: "refused", because: "several-currencies", problem };
  }
  if (only !== undefined) return { kind: "chosen", currency: only };
  return { kind: "refused", because: "no-currency", problem: phrase("cost.nothing-recorded") };
}

/** The totals of the period before; where they cannot be had, the note that says so. */
async function costsBefore(
  { costAllocation }: Pick<ReportCostsDeps, "costAllocation">,
  scope: CostScope,
): Promise<{
  readonly previous: CostPeriod & { readonly totals: readonly CategoryTotal[] | null };
  readonly notes: readonly CostNote[];
}> {
  const before = previousPeriod(scope);
  try {
    const totals = await costAllocation.totals({ ...scope, ...before });
    return { previous: { ...before, totals }, notes: [] };
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
    return {
      previous: { ...before, totals: null },
      notes: [{ kind: "previous-rate-missing", problem: error.reason }],
    };
  }
}
