import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { periodSoFar } from "../../domain/figures/period-so-far.ts";
import type { Rates } from "../../domain/figures/trace/converted-parts.ts";
import { acquisitionRows, revenueRows } from "../../domain/figures/trace/revenue-rows.ts";
import type { Trace, TraceRow } from "../../domain/figures/trace/trace.ts";
import { asRetention, inReadingOrder, type TurnRow, turnRows } from "../../domain/figures/trace/turn-rows.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { divided, summed } from "../../domain/value/trace-closing.ts";
import type { TracedFigure } from "../../domain/value/traced-figure.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { CustomerHistoriesStore } from "../../store/figures/customer-histories.ts";
import type { TracedPaymentStore } from "../../store/figures/traced-payments.ts";
import { type NoAnswer, orMissingRate } from "./read-valued-customers.ts";
import { reportCurrency } from "./worth-valuation.ts";

export type TraceFigureDeps = {
  readonly customerHistories: CustomerHistoriesStore;
  readonly tracedPayments: TracedPaymentStore;
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly clock: Clock;
  /** Whose days they are. */
  readonly timeZone: string;
};

export type TraceQuestion = {
  readonly figure: TracedFigure;
  readonly period: Period;
  /** Null: the currency that most customers have. */
  readonly currency: string | null;
  /** Null: of everybody. */
  readonly customerId: number | null;
};

export type TracedAnswer =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "not-begun"; readonly reason: Phrase }
  | NoAnswer;

type Scope = { readonly period: Period; readonly by: Rates; readonly customerId: number | null };

/** The rows a figure is made of. */
export async function traceFigure(deps: TraceFigureDeps, question: TraceQuestion): Promise<TracedAnswer> {
  const days = periodSoFar(question.period, localTime(deps.clock(), deps.timeZone).day);
  if (days === null) return { kind: "not-begun", reason: phrase("trace.not-begun") };
  const { fromDay, toDay } = days;
  return orMissingRate(deps, async () => {
    const currency = await reportCurrency(deps, question.currency);
    const by = { currency, rateDay: toDay, rates: await deps.exchangeRates.all() };
    const scope = { period: { fromDay, toDay }, by, customerId: question.customerId };
    return { kind: "trace", trace: await TRACERS[question.figure](deps, scope) };
  });
}

type Tracer = (deps: TraceFigureDeps, scope: Scope) => Promise<Trace>;

const TRACERS: Readonly<Record<TracedFigure, Tracer>> = {
  revenue: async (deps, scope) => {
    const payments = await deps.tracedPayments.over(daysOf(deps, scope), scope.customerId);
    const rows = await rowsOfEach(deps, scope, (history) =>
      revenueRows(history, scope.period, payments.get(history.customerId) ?? [], scope.by),
    );
    return summed("revenue", scope.period, scope.by.currency, rows);
  },
  acquisition: async (deps, scope) => {
    const rows = await rowsOfEach(deps, scope, (history) => acquisitionRows(history, scope.period, scope.by));
    return summed("acquisition", scope.period, scope.by.currency, rows);
  },
  "retention-rate": (deps, scope) => retention(deps, scope, "retained"),
  "churn-rate": (deps, scope) => retention(deps, scope, "lost"),
};

async function retention(deps: TraceFigureDeps, scope: Scope, counted: "retained" | "lost"): Promise<Trace> {
  const turns: TurnRow[] = [];
  await visit(deps, scope, (history) => void turns.push(...turnRows(history, scope.period)));
  const rows = inReadingOrder(turns).map((row) => asRetention(row, counted));
  const figure = counted === "retained" ? "retention-rate" : "churn-rate";
  return divided(figure, "percent", scope.period, scope.by.currency, rows);
}

async function rowsOfEach(
  deps: TraceFigureDeps,
  scope: Scope,
  rowsOf: (history: CustomerHistory) => TraceRow[],
): Promise<TraceRow[]> {
  const rows: TraceRow[] = [];
  await visit(deps, scope, (history) => void rows.push(...rowsOf(history)));
  return rows;
}

async function visit(
  deps: TraceFigureDeps,
  scope: Scope,
  see: (history: CustomerHistory) => void,
): Promise<void> {
  const { customerId } = scope;
  if (customerId === null) return deps.customerHistories.over(daysOf(deps, scope), see);
  const history = await deps.customerHistories.of(daysOf(deps, scope), customerId);
  if (history !== null) see(history);
}

const daysOf = ({ timeZone }: TraceFigureDeps, { period }: Scope) => ({ ...period, timeZone });
