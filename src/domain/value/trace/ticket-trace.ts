import type { Day } from "../../calendar.ts";
import { NOTHING_TOLD, type Trace, type TracedCustomer, type TraceRow } from "../../figures/trace/trace.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";
import { quantile } from "../metrics/quantile.ts";
import { SHARES } from "../metrics/service-times.ts";
import { titleOf, withoutValue } from "./trace-closing.ts";

/** What is clocked from a ticket's opening on. */
export type Clocked = "first-reply-time" | "resolution-time";
export type TicketFigure = `${Clocked}-${(typeof SHARES)[number]["suffix"]}`;

/** A ticket opened in a period, as it stood at its end. */
export type TracedTicket = {
  readonly id: string;
  readonly customer: TracedCustomer;
  /** The day on which it counts. */
  readonly day: Day;
  /** From its opening, by the clock; null: not by the period's end. */
  readonly minutes: Readonly<Record<Clocked, number | null>>;
};

export const clockedBy = (figure: TicketFigure): Clocked =>
  figure.startsWith("first-reply") ? "first-reply-time" : "resolution-time";

/** How long tickets took, the quickest first, and the one by which the figure goes; those still waiting last. */
export function ticketTrace(
  figure: TicketFigure,
  period: Period,
  currency: string,
  tickets: readonly TracedTicket[],
): Trace {
  const clocked = clockedBy(figure);
  const minutesOf = ({ minutes }: TracedTicket) => minutes[clocked] ?? Number.POSITIVE_INFINITY;
  const rows = [...tickets]
    .sort((a, b) => (minutesOf(a) < minutesOf(b) ? -1 : Number(minutesOf(a) > minutesOf(b))))
    .map((ticket) => ticketRow(ticket, clocked));
  const hours = rows.flatMap(({ amount }) => amount ?? []);
  const share = SHARES.find(({ suffix }) => figure.endsWith(suffix))?.share ?? 1;
  const value = quantile(hours, share);
  const trace: Trace = {
    ...{ figure, part: null, ...period, currency, unit: "hours", overUnit: "count" },
    ...{ rows, rowCount: rows.length },
    ...{ amount: value ?? 0, over: null, title: titleOf(figure, period) },
    closing: phrase("trace.tickets", { rows: hours.length, percent: 100 * share, hours: value ?? 0 }),
  };
  return value === null ? withoutValue(trace, noneYet(clocked, tickets.length)) : trace;
}

function ticketRow({ id, customer, day, minutes }: TracedTicket, clocked: Clocked): TraceRow {
  const taken = minutes[clocked];
  return {
    ...NOTHING_TOLD,
    ...{ kind: "ticket", id, customer, fromDay: day, toDay: day, what: phrase("trace.ticket") },
    share: taken === null ? phrase(`trace.ticket.waiting.${clocked}`) : null,
    amount: taken === null ? null : taken / 60,
  };
}

const noneYet = (clocked: Clocked, opened: number): Phrase =>
  opened === 0 ? phrase("metric.none.tickets") : phrase(`metric.${clocked}.none`, { opened });
