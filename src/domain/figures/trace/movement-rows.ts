import { addDays, type Day } from "../../calendar.ts";
import type { Money } from "../../money.ts";
import { phrase } from "../../phrase.ts";
import { convertedRevenue, converterTo } from "../converted-revenue.ts";
import type { CustomerHistory } from "../customer-history.ts";
import { daysBefore, monthlyAcross, runningAtClose } from "../monthly-at-close.ts";
import { convertedParts, type Rates } from "./converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "./trace.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** What is kept of what was: at most as much (gross), or with what the same customers bring more (net). */
export type Kept = "gross" | "net";

/**
 * What one customer's contracts brought a month at the start, which is divided by, and what is left of it at the end.
 * @returns no row without a price above zero at the start, or where one is not known at the end
 * @throws MissingRateError
 */
export function contractMovement(history: CustomerHistory, days: Days, kept: Kept, by: Rates): TraceRow[] {
  const across = monthlyAcross(history.contracts, days);
  if (across === null) return [];
  const sum = (amounts: readonly Money[]) =>
    amounts.reduce((sum, { minor, currency }) => sum + (convertedParts([minor], currency, by)[0] ?? 0), 0);
  const pair = { before: sum(across.before), now: sum(across.now) };
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
