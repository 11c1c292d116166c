import type { Day } from "../../domain/calendar.ts";
import { costNotePhrase, isCostLeftOut } from "../../domain/costs/allocation-notes.ts";
import type { AllocatedCosts, CostPeriod } from "../../domain/costs/cost-report.ts";
import { type ExchangeRate, MissingRateError, rateInForce } from "../../domain/exchange-rates.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { missingRate } from "../../domain/value/missing-rate.ts";
import { type Valuation, valueCustomer } from "../../domain/value/segments/value-customers.ts";
import { type ValueMoment, valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import type { Unrated } from "../../domain/value/stake.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { ValueStore } from "../../store/value/value.ts";
import { reportCurrency, unlessRateMissing } from "./worth-valuation.ts";

export type ReadValuedCustomersDeps = {
  readonly value: Pick<ValueStore, "customersAsOf">;
  readonly currencies: CurrencyStore;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly dataSpan: Pick<DataSpanStore, "read">;
  readonly costAllocation: CostAllocation;
};

/** Shares a period's costs out to customers. */
export type CostAllocation = {
  allocate(
    scope: CostPeriod & { readonly timeZone: string; readonly currency: string },
    dimension: "customer",
  ): Promise<Pick<AllocatedCosts, "rows" | "totals" | "notes">>;
};

/** What every question about value says. */
export type ValueQuestion = {
  /** Null: the currency that most customers have. */
  readonly currency: string | null;
  /** Of the ledger's days. */
  readonly timeZone: string;
  readonly clv: ClvParameters;
};

/** Why there is no answer, and what to do. */
export type NoAnswer = { readonly kind: "no-customers" | "missing-rate"; readonly reason: Phrase };

export const EMPTY_FILE: NoAnswer = {
  kind: "no-customers",
  reason: phrase("value.no-customers"),
};

export type CostsByCustomer = {
  readonly totalMinor: number;
  /** By customer id; they add up to the total less what is for nobody known. */
  readonly byCustomer: ReadonlyMap<number, number>;
  /** What is in neither, for want of a rate. */
  readonly leftOut: readonly Phrase[];
};

/** Customers and their costs as one question asks for them: all amounts in its currency. */
export type Valuing = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  /** A period's costs by customer. */
  costsOver(period: Period): Promise<CostsByCustomer>;
  /** Everyone who was a customer as of a moment, with value and risk. */
  customersAt(asOf: Date): Promise<ValuedCustomers>;
  /** The same with what each cost in the twelve months before. */
  customersWithCostsAt(asOf: Date): Promise<ValuedCustomers & Pick<CostsByCustomer, "leftOut">>;
};

export type ValuedCustomers = {
  readonly customers: readonly ValuedCustomer[];
  /** Customers then, too, whose amounts cannot be had in the report's currency: in no figure, so they are named. */
  readonly unrated: readonly Unrated[];
};

/** @param habits whether rules look at what customers ever bought and used */
export async function valuingFor(
  deps: Omit<ReadValuedCustomersDeps, "dataSpan">,
  { currency: wanted, timeZone, clv }: ValueQuestion,
  habits = false,
): Promise<Valuing> {
  const currency = await reportCurrency(deps, wanted);
  const rates = await deps.exchangeRates.all();
  const costsOver = (period: Period) => readCosts(deps, { ...period, timeZone, currency });
  const customersAt = (asOf: Date, costs: ReadonlyMap<number, number> | null = null) =>
    readCustomers(deps, valuePeriod(asOf, timeZone), habits, { currency, rates, clv, costs });
  return {
    currency,
    rates,
    costsOver,
    customersAt: (asOf) => customersAt(asOf),
    async customersWithCostsAt(asOf) {
      const { byCustomer, leftOut } = await costsOver(valuePeriod(asOf, timeZone).period);
      return { ...(await customersAt(asOf, byCustomer)), leftOut };
    },
  };
}

async function readCosts(
  { costAllocation }: Pick<ReadValuedCustomersDeps, "costAllocation">,
  scope: Period & { readonly timeZone: string; readonly currency: string },
): Promise<CostsByCustomer> {
  const { rows, totals, notes } = await costAllocation.allocate(scope, "customer");
  const byCustomer = new Map<number, number>();
  for (const { customerId, directMinor, indirectMinor } of rows)
    if (customerId !== null) byCustomer.set(customerId, directMinor + indirectMinor);
  const leftOut = notes.filter(isCostLeftOut).map(costNotePhrase);
  return { totalMinor: totals.reduce((sum, { minor }) => sum + minor, 0), byCustomer, leftOut };
}

async function readCustomers(
  { value }: Pick<ReadValuedCustomersDeps, "value">,
  moment: ValueMoment,
  habits: boolean,
  given: Pick<Valuation, "currency" | "rates" | "clv" | "costs">,
): Promise<ValuedCustomers> {
  const { period } = moment;
  const customers: ValuedCustomer[] = [];
  const unrated: Unrated[] = [];
  const valuation = { ...given, period, rateDay: period.toDay };
  await value.customersAsOf(moment, habits, (facts) => {
    const valued = unlessRateMissing(facts.history, () => valueCustomer(facts, valuation));
    if ("value" in valued) customers.push(valued.value);
    else unrated.push(valued.unrated);
  });
  return { customers, unrated };
}

/** Why there is nobody to report on: nobody was a customer, or nobody's amounts can be had in the report's currency. */
export async function nobodyValued(
  deps: Pick<ReadValuedCustomersDeps, "currencies" | "exchangeRates">,
  { unrated: [first] }: Pick<ValuedCustomers, "unrated">,
  currency: string,
  day: Day,
): Promise<NoAnswer> {
  if (first === undefined) return EMPTY_FILE;
  const missing = { fromCurrency: first.currency, toCurrency: currency, day };
  return { kind: "missing-rate", reason: await missingRates(deps, missing) };
}

/** Runs work that may need a rate nobody stated, and turns that into an answer. */
export async function orMissingRate<Answer>(
  deps: Pick<ReadValuedCustomersDeps, "currencies" | "exchangeRates">,
  work: () => Promise<Answer>,
): Promise<Answer | NoAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MissingRateError)
      return { kind: "missing-rate", reason: await missingRates(deps, error) };
    throw error;
  }
}

/** The missing rate with the way to add it, and what else will be missed once it is there. */
export async function missingRates(
  { currencies, exchangeRates }: Pick<ReadValuedCustomersDeps, "currencies" | "exchangeRates">,
  { fromCurrency, toCurrency, day }: Pick<MissingRateError, "fromCurrency" | "toCurrency" | "day">,
): Promise<Phrase> {
  const rates = await exchangeRates.all();
  const others = (await currencies.inUse()).filter(
    (currency) =>
      ![fromCurrency, toCurrency].includes(currency) &&
      rateInForce(rates, currency, toCurrency, day) === null,
  );
  return missingRate({ fromCurrency, toCurrency, day }, others);
}
