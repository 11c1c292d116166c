import type { Day } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { customerSpans, customerTurn, type Span } from "../customer-days.ts";
import type { CustomerHistory } from "../customer-history.ts";
import { NOTHING_TOLD, type TraceRow } from "./trace.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** What became of somebody over a period, in the order in which it is read. */
const TURNS = ["lost", "left", "returned", "joined", "retained"] as const;
export type Turn = (typeof TURNS)[number];

export type TurnRow = TraceRow & { readonly turn: Turn };

/**
 * What became of one customer over a period: a row for each span that began or ended in it, or one that they were kept.
 * @returns none for whom it does not concern
 */
export function turnRows(history: CustomerHistory, days: Days): TurnRow[] {
  const { customerId, externalId, name } = history;
  const customer = { customerId, externalId, name };
  const spans = customerSpans(history);
  const turn = customerTurn(spans, days);
  const row = (became: Turn, day: Day | null): TurnRow => ({
    ...NOTHING_TOLD,
    ...{ kind: "customer", turn: became, customer, fromDay: day, toDay: day },
    what: phrase(`trace.customer.${became}`),
  });
  const within = (day: Day | null) => day !== null && day >= days.fromDay && day <= days.toDay;
  const isLost = turn.atStart && !turn.atEnd;
  const rows = spans.flatMap((span, index) => [
    ...(within(span.firstDay) ? [row(index === 0 ? "joined" : "returned", span.firstDay)] : []),
    ...(within(span.lastDay) ? [row(isLost && wasThere(span, days) ? "lost" : "left", span.lastDay)] : []),
  ]);
  return turn.atStart && turn.atEnd ? [row("retained", null), ...rows] : rows;
}

/** Whoever was a customer on any day of a period, as what is divided by. */
export function servedRows(history: CustomerHistory, days: Days): TraceRow[] {
  const { customerId, externalId, name } = history;
  if (!customerTurn(customerSpans(history), days).served) return [];
  const what = phrase("trace.customer.served");
  return [{ ...NOTHING_TOLD, kind: "customer", customer: { customerId, externalId, name }, what, over: 1 }];
}

/** The span of whoever was a customer when the period began. */
const wasThere = ({ firstDay }: Span, { fromDay }: Days) => firstDay < fromDay;

/** Those first of whom there is more to say, then by name. */
export function inReadingOrder(rows: readonly TurnRow[]): TurnRow[] {
  const place = ({ turn, customer }: TurnRow) => `${TURNS.indexOf(turn)} ${customer?.name ?? ""}`;
  return rows
    .map((row) => ({ row, place: place(row) }))
    .sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .map(({ row }) => row);
}

/**
 * Customers as retention counts them: whoever was there at the start is divided by, whoever was kept is counted; the others
 * are told only.
 * @param counted which of them the figure counts
 */
export const asRetention = (row: TurnRow, counted: "retained" | "lost"): TurnRow =>
  row.turn === "retained" || row.turn === "lost"
    ? { ...row, amount: Number(row.turn === counted), over: 1 }
    : row;
