import { convertedRevenue, converterTo } from "../../figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../figures/customer-days.ts";
import type { CustomerHistory } from "../../figures/customer-history.ts";
import type { Rates } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TraceRow } from "../../figures/trace/trace.ts";
import { phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";
import { marginOfRevenue } from "../metrics/return-on-cost-to-serve.ts";

/** What somebody who was kept cost, minor units of the report, and their margin where the file names none. */
export type KeptAt = { readonly costMinor: number; readonly marginPercentIfUnknown: number | null };

/**
 * The margin of one customer's revenue above what they cost, and the cost that it is divided by.
 * @returns none for whoever was not kept; one that is told but not counted where the margin is not known
 * @throws MissingRateError
 */
export function returnRows(history: CustomerHistory, period: Period, kept: KeptAt, by: Rates): TraceRow[] {
  const { atStart, atEnd } = customerTurn(customerSpans(history), period);
  if (!(atStart && atEnd)) return [];
  const { customerId, externalId, name, file } = history;
  const { costMinor } = kept;
  const convert = converterTo(by.currency, by.rateDay, by.rates);
  const revenueMinor = convertedRevenue(history, period, convert).netMinor;
  const marginPercent = file.marginPercent ?? kept.marginPercentIfUnknown;
  const marginMinor = marginOfRevenue({ revenueMinor, marginPercent });
  const money = (minor: number) => ({ minor, currency: by.currency });
  const row: TraceRow = {
    ...NOTHING_TOLD,
    ...{ kind: "customer", customer: { customerId, externalId, name } },
    what: phrase("trace.return.without-margin", { revenue: money(revenueMinor), cost: money(costMinor) }),
    share: phrase("trace.return.not-counted"),
  };
  if (marginMinor === null || marginPercent === null) return [row];
  const numbers = { revenue: money(revenueMinor), percent: marginPercent, margin: money(marginMinor) };
  const what = phrase("trace.return", { ...numbers, cost: money(costMinor) });
  return [{ ...row, what, share: null, amount: marginMinor - costMinor, over: costMinor }];
}
