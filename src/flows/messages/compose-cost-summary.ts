import { firstDayOfMonth, lastDayOfMonth, type Month } from "../../domain/calendar.ts";
import { costNotePhrase, leavesOutCosts } from "../../domain/costs/allocation-notes.ts";
import { monthCosts } from "../../domain/costs/month-costs.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import type { CostSummaryMessage } from "../../domain/messages/messages.ts";
import type { CostAllocationStore } from "../../store/costs/cost-allocation.ts";
import { type ReadBudgetUseDeps, readBudgetUse } from "../costs/read-budget-use.ts";
import { type ReportCostsDeps, reportInOneCurrency } from "../costs/report-costs.ts";
import { liabilityPhrase, type ReadLiabilityDeps, readLiability } from "../value/loyalty/read-liability.ts";

export type ComposeCostSummaryDeps = ReportCostsDeps &
  ReadBudgetUseDeps &
  ReadLiabilityDeps & { readonly costAllocation: Pick<CostAllocationStore, "sourceChanges"> };

/** The month that is reported, as seen from a time zone. */
export type CostSummaryOccasion = { readonly month: Month; readonly timeZone: string };

/** The summary a channel would get, without keeping it. */
export async function composeCostSummary(
  deps: ComposeCostSummaryDeps,
  { month, timeZone }: CostSummaryOccasion,
): Promise<CostSummaryMessage> {
  const now = deps.clock();
  const period = { fromDay: firstDayOfMonth(month), toDay: lastDayOfMonth(month) };
  const answer = await reportInOneCurrency(
    { ...deps, clock: () => now },
    {
      ...period,
      timeZone,
      dimension: "category",
      mostRows: null,
    },
  );
  const liability = await readLiability(deps, { day: period.toDay, withRows: false });
  const summary = {
    ...({ kind: "cost-summary", month, activityWindowDays: ACTIVITY_WINDOW_DAYS } as const),
    ...(liability === null ? {} : { loyalty: liabilityPhrase(liability) }),
  };
  const readAt = now.toISOString();
  if (answer.kind === "refused") {
    const notes = answer.because === "no-currency" ? [] : [answer.problem];
    return { ...summary, currencies: [], base: { served: 0, retained: 0 }, budgets: [], notes, readAt };
  }
  const { report } = answer;
  const scope = { ...period, timeZone, currency: report.currency };
  const { fromDay, toDay } = report.previous;
  const changes = await deps.costAllocation.sourceChanges(scope, { ...scope, fromDay, toDay });
  const costs = monthCosts(report, changes);
  const nothingRecorded =
    costs.totalMinor === 0 && costs.previousTotalMinor === 0 && !leavesOutCosts(report.notes);
  return {
    ...summary,
    currencies: nothingRecorded ? [] : [costs],
    base: { served: report.servedCustomers, retained: report.retainedCustomers },
    budgets: await readBudgetUse(deps, { ...period, timeZone }),
    notes: report.notes.map(costNotePhrase),
    readAt,
  };
}
