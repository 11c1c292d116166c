import type { Day } from "../../domain/calendar.ts";
import { costNotePhrase, isCostLeftOut } from "../../domain/costs/allocation-notes.ts";
import type { AllocatedCosts, CostPeriod } from "../../domain/costs/cost-report.ts";
import { type ExchangeRate, MissingRateError, rateInForce } from "../../domain/exchange-rates.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { missingRate } from "../../domain/value/missing-rate.ts";
import { type Valuation, valueCustomer, withCosts } from "../../domain/value/segments/value-customers.ts";
import { type ValueMoment, valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import type { Unrated } from "../../domain/value/stake.ts";
import type { Onlooker } from "../../store/costs/cost-allocation.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { ExchangeRateStore } from "../../store/costs/exchange-rates.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { CustomerHistoriesStore } from "../../store/figures/customer-histories.ts";
import type { ValueStore } from "../../store/value/value.ts";
import { reportCurrency, unlessRateMissing } from "./worth-valuation.ts";

export type ReadValuedCustomersDeps = {
  readonly value: Pick<ValueStore, "factsAsOf">;
  readonly customerHistories: Pick<CustomerHistoriesStore, "over">;
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
    onlooker: Onlooker | null,
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
  /** A period's costs by customer; the histories they are shared by are shown to the onlooker. */
  costsOver(period: Period, onlooker?: Onlooker): Promise<CostsByCustomer>;
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
  const costsOver = (period: Period, onlooker: Onlooker | null = null) =>
    readCosts(deps, { ...period, timeZone, currency }, onlooker);
  const valuer = (moment: ValueMoment) => customerValuer(deps, moment, habits, { currency, rates, clv });
  return {
    currency,
    rates,
    costsOver,
    async customersAt(asOf) {
      const moment = valuePeriod(asOf, timeZone);
      const { visit, valued } = await valuer(moment);
      await deps.customerHistories.over({ ...moment.period, timeZone }, visit);
      return valued;
    },
    async customersWithCostsAt(asOf) {
      const moment = valuePeriod(asOf, timeZone);
      const { visit, valued } = await valuer(moment);
      const { byCustomer, leftOut } = await costsOver(moment.period, { visit });
      return { ...valued, customers: withCosts(valued.customers, byCustomer), leftOut };
    },
  };
}

async function readCosts(
  { costAllocation }: Pick<ReadValuedCustomersDeps, "costAllocation">,
  scope: Period & { readonly timeZone: string; readonly currency: string },
  onlooker: Onlooker | null,
): Promise<CostsByCustomer> {
  const { rows, totals, notes } = await costAllocation.allocate(scope, "customer", onlooker);
  const byCustomer = new Map<number, number>();
  for (const { customerId, directMinor, indirectMinor } of rows)
    if (customerId !== null) byCustomer.set(customerId, directMinor + indirectMinor);
  const leftOut = notes.filter(isCostLeftOut).map(costNotePhrase);
  return { totalMinor: totals.reduce((sum, { minor }) => sum + minor, 0), byCustomer, leftOut };
}

/** Values everybody whose history of a moment's period it is shown. */
async function customerValuer(
  { value }: Pick<ReadValuedCustomersDeps, "value">,
  moment: ValueMoment,
  habits: boolean,
  given: Pick<Valuation, "currency" | "rates" | "clv">,
): Promise<{ readonly visit: Onlooker["visit"]; readonly valued: ValuedCustomers }> {
  const { period } = moment;
  const customers: ValuedCustomer[] = [];
  const unrated: Unrated[] = [];
  const valuation = { ...given, period, rateDay: period.toDay };
  const factsOf = await value.factsAsOf(moment, habits);
  const visit = (history: CustomerHistory) => {
    const facts = factsOf(history);
    if (facts === null) return;
    const one = unlessRateMissing(history, () => valueCustomer(facts, valuation));
    if ("value" in one) customers.push(one.value);
    else unrated.push(one.unrated);
  };
  return { visit, valued: { customers, unrated } };
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
