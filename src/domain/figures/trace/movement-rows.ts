import { addDays, type Day, daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { convertedRevenue, converterTo } from "../converted-revenue.ts";
import type { Contract, CustomerHistory } from "../customer-history.ts";
import { monthlyOn } from "../customer-revenue.ts";
import { convertedParts, type Rates } from "./converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "./trace.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** What is kept of what was: at most as much (gross), or with what the same customers bring more (net). */
export type Kept = "gross" | "net";

/** The equally long days before some days. */
export function daysBefore({ fromDay, toDay }: Days): Days {
  return { fromDay: addDays(fromDay, -(daysBetween(fromDay, toDay) + 1)), toDay: addDays(fromDay, -1) };
}

/**
 * What one customer's contracts brought a month at the start, which is divided by, and what is left of it at the end.
 * @returns no row without a contract with a price above zero at the start
 * @throws MissingRateError
 */
export function contractMovement(history: CustomerHistory, days: Days, kept: Kept, by: Rates): TraceRow[] {
  const monthly = (day: Day) =>
    monthlyOn(runningAtClose(history.contracts, day), day).reduce(
      (sum, { minor, currency }) => sum + (convertedParts([minor], currency, by)[0] ?? 0),
      0,
    );
  const pair = { before: monthly(addDays(days.fromDay, -1)), now: monthly(days.toDay) };
  return movementRow(history, pair, kept, by.currency, "trace.movement.contract");
}

/**
 * The same of who had no contract at the start: their revenue of as many days before, and of these.
 * @param history from the first of the days before on
 */
export function buyerMovement(history: CustomerHistory, days: Days, kept: Kept, by: Rates): TraceRow[] {
  if (runningAtClose(history.contracts, addDays(days.fromDay, -1)).length > 0) return [];
  const convert = converterTo(by.currency, by.rateDay, by.rates);
  const revenue = (of: Days) => convertedRevenue(history, of, convert).netMinor;
  const pair = { before: revenue(daysBefore(days)), now: revenue(days) };
  return movementRow(history, pair, kept, by.currency, "trace.movement.buyer");
}

/** Contracts that run on a day and go on after it, or are renewed on the next. */
function runningAtClose(contracts: readonly Contract[], day: Day): Contract[] {
  const next = addDays(day, 1);
  const isRenewed = contracts.some(({ startedOn, continues }) => continues && startedOn === next);
  return contracts.filter(
    ({ startedOn, endedOn }) =>
      startedOn <= day && (endedOn === null || endedOn > day || (endedOn === day && isRenewed)),
  );
}

function movementRow(
  { customerId, externalId, name }: CustomerHistory,
  { before, now }: { readonly before: number; readonly now: number },
  kept: Kept,
  currency: string,
  code: string,
): TraceRow[] {
  if (before <= 0) return [];
  const money = (minor: number) => ({ minor, currency });
  return [
    {
      ...NOTHING_TOLD,
      ...{ kind: "customer", customer: { customerId, externalId, name } },
      what: phrase(code, { before: money(before), now: money(now) }),
      ...{ amount: kept === "gross" ? Math.min(before, now) : now, over: before },
    },
  ];
}
