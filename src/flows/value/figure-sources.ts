import type { CostCategory } from "../../domain/costs/cost-entry.ts";
import { daysBefore } from "../../domain/figures/monthly-at-close.ts";
import { buyerMovement, contractMovement, type Kept } from "../../domain/figures/trace/movement-rows.ts";
import { buyerRows, orderRows } from "../../domain/figures/trace/order-rows.ts";
import { acquisitionRows, revenueRows } from "../../domain/figures/trace/revenue-rows.ts";
import type { TraceRow } from "../../domain/figures/trace/trace.ts";
import {
  asRetention,
  inReadingOrder,
  servedRows,
  type TurnRow,
  turnRows,
} from "../../domain/figures/trace/turn-rows.ts";
import type { TracedPaymentStore } from "../../store/figures/traced-payments.ts";
import { type CostRowsDeps, type CostRowsScope, visitCostRows } from "./cost-rows.ts";
import { customersOf, type RowsOfEachDeps, rowsOfEach, visitEach } from "./rows-of-each.ts";

export type FigureSourcesDeps = CostRowsDeps &
  RowsOfEachDeps & { readonly tracedPayments: TracedPaymentStore };

type Deps = FigureSourcesDeps;
type Scope = CostRowsScope;

/** Gives rows one after the other, as they come. @throws MissingRateError */
export type RowSource = (visit: (row: TraceRow) => void) => Promise<void>;

export const costs =
  (deps: Deps, scope: Scope, category: CostCategory | null): RowSource =>
  (visit) =>
    visitCostRows(deps, scope, category, visit);

export function revenue(deps: Deps, scope: Scope): RowSource {
  const { period, by, customerId, group } = scope;
  const days = { ...period, timeZone: deps.timeZone };
  return async (visit) => {
    const customers = group === null ? null : await customersOf(deps, scope);
    await deps.tracedPayments.over(days, customerId, (history, payments) => {
      if (customers !== null && !customers.has(history.customerId)) return;
      for (const row of revenueRows(history, period, payments, by)) visit(row);
    });
  };
}

type MovementFigure = `${Kept}-revenue-retention-${"contracts" | "buyers"}`;

export function movement(deps: Deps, scope: Scope, figure: MovementFigure): RowSource {
  const { period, by } = scope;
  const kept = figure.startsWith("gross") ? "gross" : "net";
  if (figure.endsWith("contracts"))
    return (visit) => visitEach(deps, scope, (history) => contractMovement(history, period, kept, by), visit);
  const { fromDay } = daysBefore(period);
  const longer = { ...scope, period: { fromDay, toDay: period.toDay } };
  return (visit) => visitEach(deps, longer, (history) => buyerMovement(history, period, kept, by), visit);
}

/** @param told the orders with their values, or the buyers by how many they made or whether it was more than one */
export function orders(deps: Deps, scope: Scope, told: "values" | "repeats" | "orders"): RowSource {
  const { period, by, customerId } = scope;
  const days = { ...period, timeZone: deps.timeZone };
  return (visit) =>
    deps.tracedPayments.over(days, customerId, ({ customerId: of, externalId, name }, payments) => {
      const customer = { customerId: of, externalId, name };
      const rows =
        told === "values" ? orderRows(customer, payments, by) : buyerRows(customer, payments, told);
      for (const row of rows) visit(row);
    });
}

export const acquisition =
  (deps: Deps, scope: Scope): RowSource =>
  (visit) =>
    visitEach(deps, scope, (history) => acquisitionRows(history, scope.period, scope.by), visit);

export const served =
  (deps: Deps, scope: Scope): RowSource =>
  (visit) =>
    visitEach(deps, scope, (history) => servedRows(history, scope.period), visit);

/** Who was kept and lost, the lost first: all of them have to be known to be put in order. */
export const retention =
  (deps: Deps, scope: Scope, counted: "retained" | "lost"): RowSource =>
  async (visit) => {
    for (const row of await turns(deps, scope)) visit(asRetention(row, counted));
  };

export const retained =
  (deps: Deps, scope: Scope): RowSource =>
  async (visit) => {
    for (const row of await turns(deps, scope)) if (row.turn === "retained") visit({ ...row, over: 1 });
  };

const turns = async (deps: Deps, scope: Scope): Promise<TurnRow[]> =>
  inReadingOrder(await rowsOfEach(deps, scope, (history) => turnRows(history, scope.period)));

/** The same rows, each changed. */
export const changed =
  (source: RowSource, change: (row: TraceRow) => TraceRow): RowSource =>
  (visit) =>
    source((row) => visit(change(row)));

export const takenAway = (row: TraceRow): TraceRow =>
  row.amount === null ? row : { ...row, amount: row.amount === 0 ? 0 : -row.amount };
