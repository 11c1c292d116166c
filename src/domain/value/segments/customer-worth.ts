import type { Day } from "../../calendar.ts";
import type { ExchangeRate } from "../../exchange-rates.ts";
import { type Convert, convertedRevenue, converterTo } from "../../figures/converted-revenue.ts";
import type { DayAmounts } from "../../figures/customer-history.ts";
import type { Money } from "../../money.ts";
import { type MarginIfStaying, marginIfStaying } from "../metrics/margin-if-staying.ts";
import type { Period } from "../metrics/metric.ts";
import { type ContractAhead, contractAhead, runsPast } from "./contract-ahead.ts";
import type { WorthFacts } from "./customer-facts.ts";

/** What turns facts into worth: the currency of the report and the rates of one day. */
export type WorthValuation = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  /** The day whose rates are used for every amount: the last one of the period. */
  readonly rateDay: Day;
  /** The last twelve months. */
  readonly period: Period;
  /** For customers whose file names no margin; null: theirs is not known. */
  readonly marginPercentIfUnknown: number | null;
};

/** Minor units of the report's currency. */
export type CustomerWorth = {
  readonly hasContract: boolean;
  readonly ordered12mMinor: number;
  readonly refunded12mMinor: number;
  /** Net, as every report has it. */
  readonly revenue12mMinor: number;
  /** Of the next twelve months, with no risk in it. */
  readonly marginIfStaying: MarginIfStaying;
};

/** @throws MissingRateError where an amount is in another currency and no rate is stated */
export function customerWorth(
  facts: WorthFacts,
  valuation: WorthValuation,
  ahead: ContractAhead | null = aheadOf(facts, valuation),
): CustomerWorth {
  const { currency, period } = valuation;
  const { amounts, contracts, file } = facts.history;
  const convert = convertIn(valuation);
  const { netMinor } = convertedRevenue(facts.history, period, convert);
  return {
    hasContract: contracts.some((contract) => runsPast(contract, period.toDay)),
    ordered12mMinor: totalMinor(amounts, "orderedMinor", convert),
    refunded12mMinor: totalMinor(amounts, "refundedMinor", convert),
    revenue12mMinor: netMinor,
    marginIfStaying: marginIfStaying({
      contractMonthly: ahead && { minor: ahead.yearMinor / MONTHS_PER_YEAR, currency },
      revenue12m: { minor: netMinor, currency },
      marginPercent: file.marginPercent ?? valuation.marginPercentIfUnknown,
    }),
  };
}

const MONTHS_PER_YEAR = 12;

/** What running contracts bring; null: none runs, or the file does not say. @param months ahead, in steps of one */
export function aheadOf(
  { contractsAhead }: WorthFacts,
  valuation: Omit<WorthValuation, "marginPercentIfUnknown">,
  months = MONTHS_PER_YEAR,
): ContractAhead | null {
  return contractAhead(contractsAhead, valuation.period.toDay, months, convertIn(valuation));
}

/** In minor units of the report's currency. */
export const convertIn = ({
  currency,
  rateDay,
  rates,
}: Pick<WorthValuation, "currency" | "rates" | "rateDay">): Convert => converterTo(currency, rateDay, rates);

/** Each currency converted once. */
function totalMinor(
  amounts: readonly DayAmounts[],
  key: "orderedMinor" | "refundedMinor",
  convert: Convert,
): number {
  const sums = new Map<string, number>();
  for (const amount of amounts) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount[key]);
  return [...sums].reduce((sum, [currency, minor]) => sum + convert({ minor, currency }), 0);
}

/**
 * What a customer brings in a year: twelve months of what contracts bring now, else the net revenue of the last twelve.
 * @throws MissingRateError
 */
export function yearsRevenue(facts: WorthFacts, valuation: WorthValuation): Money {
  const ahead = aheadOf(facts, valuation);
  const { currency } = valuation;
  return {
    minor:
      ahead === null
        ? customerWorth(facts, valuation, null).revenue12mMinor
        : MONTHS_PER_YEAR * ahead.monthlyMinor,
    currency,
  };
}
