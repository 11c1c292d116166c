import { localTime } from "../../domain/calendar.ts";
import {
  effortScale,
  isOfRow,
  type TracedFigure,
  tracedCategory,
} from "../../domain/costs/trace/traced-figure.ts";
import { daysBefore } from "../../domain/figures/monthly-at-close.ts";
import { periodSoFar } from "../../domain/figures/period-so-far.ts";
import { buyerMovement, contractMovement, type Kept } from "../../domain/figures/trace/movement-rows.ts";
import { buyerRows, orderRows } from "../../domain/figures/trace/order-rows.ts";
import { acquisitionRows, revenueRows } from "../../domain/figures/trace/revenue-rows.ts";
import type { RowGroup } from "../../domain/figures/trace/row-group.ts";
import type { Trace, TraceRow } from "../../domain/figures/trace/trace.ts";
import {
  asRetention,
  inReadingOrder,
  servedRows,
  type TurnRow,
  turnRows,
} from "../../domain/figures/trace/turn-rows.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { answerTrace } from "../../domain/value/trace/answer-trace.ts";
import { lifetimeTrace } from "../../domain/value/trace/lifetime-trace.ts";
import { ticketTrace } from "../../domain/value/trace/ticket-trace.ts";
import { divided, ofRow, type Quotient, summed } from "../../domain/value/trace/trace-closing.ts";
import type { TracedPaymentStore } from "../../store/figures/traced-payments.ts";
import type { TracedServiceStore } from "../../store/value/traced-service.ts";
import { type CostRowsDeps, type CostRowsScope, costRows } from "./cost-rows.ts";
import { type NoAnswer, orMissingRate } from "./read-valued-customers.ts";
import { rowsOfEach } from "./rows-of-each.ts";
import { clvTrace, returnTrace, type ValueTracesDeps } from "./value-traces.ts";
import { reportCurrency } from "./worth-valuation.ts";

export type TraceFigureDeps = CostRowsDeps &
  ValueTracesDeps & {
    readonly tracedPayments: TracedPaymentStore;
    readonly tracedService: TracedServiceStore;
  };

export type TraceQuestion = {
  readonly figure: TracedFigure;
  readonly period: Period;
  /** Null: the currency that most customers have. */
  readonly currency: string | null;
  /** Null: of everybody. */
  readonly customerId: number | null;
  /** The row of the cost report that is asked about; null or left out: all of it. */
  readonly group?: RowGroup | null;
};

export type TracedAnswer =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "not-begun" | "not-of-row"; readonly reason: Phrase }
  | NoAnswer;

type Scope = CostRowsScope;

/** The rows a figure is made of. */
export async function traceFigure(deps: TraceFigureDeps, question: TraceQuestion): Promise<TracedAnswer> {
  const days = periodSoFar(question.period, localTime(deps.clock(), deps.timeZone).day);
  if (days === null) return { kind: "not-begun", reason: phrase("trace.not-begun") };
  const { figure, customerId, group = null } = question;
  if (group !== null && !isOfRow(figure, group))
    return { kind: "not-of-row", reason: phrase("trace.not-of-row") };
  const { fromDay, toDay } = days;
  return orMissingRate(deps, async () => {
    const currency = await reportCurrency(deps, question.currency);
    const by = { currency, rateDay: toDay, rates: await deps.exchangeRates.all() };
    const trace = await traceOf(deps, { period: { fromDay, toDay }, by, customerId, group }, figure);
    if ("kind" in trace) return trace;
    return { kind: "trace", trace: group === null ? trace : ofRow(trace, group) };
  });
}

/** @throws MissingRateError */
async function traceOf(deps: TraceFigureDeps, scope: Scope, figure: TracedFigure): Promise<Trace | NoAnswer> {
  const { currency } = scope.by;
  const sum = (rows: readonly TraceRow[]) => summed(figure, scope.period, currency, rows);
  const quotient = (kind: Quotient, rows: readonly TraceRow[]) =>
    divided(figure, kind, scope.period, currency, rows);
  switch (figure) {
    case "revenue":
      return sum(await revenue(deps, scope));
    case "acquisition":
      return sum(await acquisition(deps, scope));
    case "profitability":
      return sum([
        ...(await revenue(deps, scope)),
        ...[...(await acquisition(deps, scope)), ...(await costRows(deps, scope))].map(takenAway),
      ]);
    case "retention-rate":
      return quotient("percent", await retention(deps, scope, "retained"));
    case "churn-rate":
      return quotient("percent", await retention(deps, scope, "lost"));
    case "gross-revenue-retention-contracts":
    case "net-revenue-retention-contracts":
    case "gross-revenue-retention-buyers":
    case "net-revenue-retention-buyers":
      return quotient("percent-of-money", await movement(deps, scope, figure));
    case "average-order-value":
      return quotient("money-each", await orders(deps, scope, "values"));
    case "repeat-rate":
      return quotient("percent", await orders(deps, scope, "repeats"));
    case "purchase-frequency":
      return quotient("ratio", await orders(deps, scope, "orders"));
    case "retention-cost-per-retained-customer":
      return quotient("money-each", [...(await costRows(deps, scope)), ...(await retained(deps, scope))]);
    case "retention-cost-per-customer":
      return quotient("money-each", [...(await costRows(deps, scope)), ...(await served(deps, scope))]);
    case "cac":
      return quotient(
        "money-each",
        (await acquisition(deps, scope)).map((row) => ({ ...row, over: 1 })),
      );
    case "customer-lifetime":
      return lifetimeTrace(scope.period, currency, await retention(deps, scope, "lost"));
    case "return-on-cost-to-serve":
      return returnTrace(deps, scope);
    case "margin-clv":
      return clvTrace(deps, scope);
    case "first-reply-time-median":
    case "first-reply-time-p90":
    case "resolution-time-median":
    case "resolution-time-p90": {
      const tickets = await deps.tracedService.tickets(daysOf(deps, scope), scope.customerId);
      return ticketTrace(figure, scope.period, currency, tickets);
    }
    case "nps":
    case "csat":
    case "ces":
      return answers(deps, scope, figure);
    default: {
      const scale = effortScale(figure);
      if (scale !== null) return answers(deps, scope, `ces-${scale}`);
      return sum(await costRows(deps, scope, tracedCategory(figure)));
    }
  }
}

async function answers(
  deps: TraceFigureDeps,
  scope: Scope,
  figure: Parameters<typeof answerTrace>[0],
): Promise<Trace> {
  const kind = figure === "nps" || figure === "csat" ? figure : "ces";
  const given = await deps.tracedService.answers(daysOf(deps, scope), kind, scope.customerId);
  return answerTrace(figure, scope.period, scope.by.currency, given);
}

async function revenue(deps: TraceFigureDeps, scope: Scope): Promise<TraceRow[]> {
  const payments = await deps.tracedPayments.over(daysOf(deps, scope), scope.customerId);
  return rowsOfEach(deps, scope, (history) =>
    revenueRows(history, scope.period, payments.get(history.customerId) ?? [], scope.by),
  );
}

type MovementFigure = `${Kept}-revenue-retention-${"contracts" | "buyers"}`;

function movement(deps: TraceFigureDeps, scope: Scope, figure: MovementFigure): Promise<TraceRow[]> {
  const { period, by } = scope;
  const kept = figure.startsWith("gross") ? "gross" : "net";
  if (figure.endsWith("contracts"))
    return rowsOfEach(deps, scope, (history) => contractMovement(history, period, kept, by));
  const { fromDay } = daysBefore(period);
  const longer = { ...scope, period: { fromDay, toDay: period.toDay } };
  return rowsOfEach(deps, longer, (history) => buyerMovement(history, period, kept, by));
}

async function orders(
  deps: TraceFigureDeps,
  scope: Scope,
  told: "values" | "repeats" | "orders",
): Promise<TraceRow[]> {
  const payments = await deps.tracedPayments.over(daysOf(deps, scope), scope.customerId);
  return rowsOfEach(deps, scope, ({ customerId, externalId, name }) => {
    const own = payments.get(customerId) ?? [];
    const customer = { customerId, externalId, name };
    return told === "values" ? orderRows(customer, own, scope.by) : buyerRows(customer, own, told);
  });
}

const acquisition = (deps: TraceFigureDeps, scope: Scope): Promise<TraceRow[]> =>
  rowsOfEach(deps, scope, (history) => acquisitionRows(history, scope.period, scope.by));

const takenAway = (row: TraceRow): TraceRow =>
  row.amount === null ? row : { ...row, amount: row.amount === 0 ? 0 : -row.amount };

const turns = async (deps: TraceFigureDeps, scope: Scope): Promise<TurnRow[]> =>
  inReadingOrder(await rowsOfEach(deps, scope, (history) => turnRows(history, scope.period)));

const retention = async (deps: TraceFigureDeps, scope: Scope, counted: "retained" | "lost") =>
  (await turns(deps, scope)).map((row) => asRetention(row, counted));

const retained = async (deps: TraceFigureDeps, scope: Scope): Promise<TraceRow[]> =>
  (await turns(deps, scope)).filter(({ turn }) => turn === "retained").map((row) => ({ ...row, over: 1 }));

const served = (deps: TraceFigureDeps, scope: Scope): Promise<TraceRow[]> =>
  rowsOfEach(deps, scope, (history) => servedRows(history, scope.period));

const daysOf = ({ timeZone }: TraceFigureDeps, { period }: Scope) => ({ ...period, timeZone });
