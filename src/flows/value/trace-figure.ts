import { localTime } from "../../domain/calendar.ts";
import {
  effortScale,
  isOfRow,
  type TracedFigure,
  tracedCategory,
} from "../../domain/costs/trace/traced-figure.ts";
import { periodSoFar } from "../../domain/figures/period-so-far.ts";
import { HOLD_ALL, handedOver, type Reading, rowGatherer } from "../../domain/figures/trace/gathered-rows.ts";
import type { RowGroup } from "../../domain/figures/trace/row-group.ts";
import type { Trace } from "../../domain/figures/trace/trace.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { type AnswerFigure, answerTrace } from "../../domain/value/trace/answer-trace.ts";
import { lifetimeTrace } from "../../domain/value/trace/lifetime-trace.ts";
import { type TicketFigure, ticketTrace } from "../../domain/value/trace/ticket-trace.ts";
import {
  dividedUp,
  ofRow,
  type Quotient,
  shapeOf,
  summedUp,
} from "../../domain/value/trace/trace-closing.ts";
import type { TracedServiceStore } from "../../store/value/traced-service.ts";
import type { CostRowsScope } from "./cost-rows.ts";
import {
  acquisition,
  changed,
  costs,
  type FigureSourcesDeps,
  movement,
  orders,
  type RowSource,
  retained,
  retention,
  revenue,
  served,
  takenAway,
} from "./figure-sources.ts";
import { type NoAnswer, orMissingRate } from "./read-valued-customers.ts";
import { clvTrace, returnTrace, type ValueTracesDeps } from "./value-traces.ts";
import { reportCurrency } from "./worth-valuation.ts";

export type TraceFigureDeps = FigureSourcesDeps &
  ValueTracesDeps & { readonly tracedService: TracedServiceStore };

export type TraceQuestion = {
  readonly figure: TracedFigure;
  readonly period: Period;
  /** Null: the currency that most customers have. */
  readonly currency: string | null;
  /** Null: of everybody. */
  readonly customerId: number | null;
  /** The row of the cost report that is asked about; null or left out: all of it. */
  readonly group?: RowGroup | null;
  /** Left out: all rows are held. */
  readonly reading?: Reading;
};

export type TracedAnswer =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "not-begun" | "not-of-row"; readonly reason: Phrase }
  | NoAnswer;

type Scope = CostRowsScope & { readonly reading: Reading };

/** The rows a figure is made of. */
export async function traceFigure(deps: TraceFigureDeps, question: TraceQuestion): Promise<TracedAnswer> {
  const days = periodSoFar(question.period, localTime(deps.clock(), deps.timeZone).day);
  if (days === null) return { kind: "not-begun", reason: phrase("trace.not-begun") };
  const { figure, customerId, group = null, reading = HOLD_ALL } = question;
  if (group !== null && !isOfRow(figure, group))
    return { kind: "not-of-row", reason: phrase("trace.not-of-row") };
  const { fromDay, toDay } = days;
  return orMissingRate(deps, async () => {
    const currency = await reportCurrency(deps, question.currency);
    const by = { currency, rateDay: toDay, rates: await deps.exchangeRates.all() };
    const scope = { period: { fromDay, toDay }, by, customerId, group, reading };
    const trace = await traceOf(deps, scope, figure);
    if ("kind" in trace) return trace;
    return { kind: "trace", trace: group === null ? trace : ofRow(trace, group) };
  });
}

/** @throws MissingRateError */
async function traceOf(deps: TraceFigureDeps, scope: Scope, figure: TracedFigure): Promise<Trace | NoAnswer> {
  const sum = (...sources: RowSource[]) => added(scope, figure, "sum", sources);
  const quotient = (kind: Quotient, ...sources: RowSource[]) => added(scope, figure, kind, sources);
  switch (figure) {
    case "revenue":
      return sum(revenue(deps, scope));
    case "acquisition":
      return sum(acquisition(deps, scope));
    case "profitability":
      return sum(
        revenue(deps, scope),
        ...[acquisition(deps, scope), costs(deps, scope, null)].map((source) => changed(source, takenAway)),
      );
    case "retention-rate":
      return quotient("percent", retention(deps, scope, "retained"));
    case "churn-rate":
      return quotient("percent", retention(deps, scope, "lost"));
    case "gross-revenue-retention-contracts":
    case "net-revenue-retention-contracts":
    case "gross-revenue-retention-buyers":
    case "net-revenue-retention-buyers":
      return quotient("percent-of-money", movement(deps, scope, figure));
    case "average-order-value":
      return quotient("money-each", orders(deps, scope, "values"));
    case "repeat-rate":
      return quotient("percent", orders(deps, scope, "repeats"));
    case "purchase-frequency":
      return quotient("ratio", orders(deps, scope, "orders"));
    case "retention-cost-per-retained-customer":
      return quotient("money-each", costs(deps, scope, null), retained(deps, scope));
    case "retention-cost-per-customer":
      return quotient("money-each", costs(deps, scope, null), served(deps, scope));
    case "cac":
      return quotient(
        "money-each",
        changed(acquisition(deps, scope), (row) => ({ ...row, over: 1 })),
      );
    case "return-on-cost-to-serve":
    case "margin-clv":
    case "customer-lifetime":
    case "first-reply-time-median":
    case "first-reply-time-p90":
    case "resolution-time-median":
    case "resolution-time-p90":
    case "nps":
    case "csat":
    case "ces":
      return held(deps, scope, figure);
    default: {
      const scale = effortScale(figure);
      if (scale !== null) return held(deps, scope, `ces-${scale}`);
      return sum(costs(deps, scope, tracedCategory(figure)));
    }
  }
}

/** Added up row by row as they come. */
async function added(
  { period, by: { currency }, reading }: Scope,
  figure: TracedFigure,
  kind: Quotient | "sum",
  sources: readonly RowSource[],
): Promise<Trace> {
  const gatherer = rowGatherer(reading, shapeOf(kind, currency));
  for (const source of sources) await source(gatherer.take);
  return kind === "sum"
    ? summedUp(figure, period, currency, gatherer.gathered())
    : dividedUp(figure, kind, period, currency, gatherer.gathered());
}

type HeldFigure =
  | ("return-on-cost-to-serve" | "margin-clv" | "customer-lifetime")
  | TicketFigure
  | AnswerFigure;

/** What is put in order, or has as many rows as customers: all of it is held first. */
async function held(deps: TraceFigureDeps, scope: Scope, figure: HeldFigure): Promise<Trace | NoAnswer> {
  const trace = await heldTrace(deps, scope, figure);
  return "kind" in trace ? trace : handedOver(trace, scope.reading);
}

async function heldTrace(deps: TraceFigureDeps, scope: Scope, figure: HeldFigure): Promise<Trace | NoAnswer> {
  const { period, by, customerId } = scope;
  const days = { ...period, timeZone: deps.timeZone };
  switch (figure) {
    case "return-on-cost-to-serve":
      return returnTrace(deps, scope);
    case "margin-clv":
      return clvTrace(deps, scope);
    case "customer-lifetime": {
      const rows = rowGatherer(HOLD_ALL, shapeOf("percent", by.currency));
      await retention(deps, scope, "lost")(rows.take);
      return lifetimeTrace(period, by.currency, rows.gathered().rows);
    }
    case "first-reply-time-median":
    case "first-reply-time-p90":
    case "resolution-time-median":
    case "resolution-time-p90":
      return ticketTrace(figure, period, by.currency, await deps.tracedService.tickets(days, customerId));
    default: {
      const kind = figure === "nps" || figure === "csat" ? figure : "ces";
      const answers = await deps.tracedService.answers(days, kind, customerId);
      return answerTrace(figure, period, by.currency, answers);
    }
  }
}
