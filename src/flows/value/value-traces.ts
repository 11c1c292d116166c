import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { MissingRateError } from "../../domain/exchange-rates.ts";
import type { Trace } from "../../domain/figures/trace/trace.ts";
import { phrase } from "../../domain/phrase.ts";
import { phraseList } from "../../domain/phrase-list.ts";
import { type ClvParameters, marginClv } from "../../domain/value/metrics/margin-clv.ts";
import { clvInput } from "../../domain/value/segments/value-customers.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { clvMonthRows, clvRow } from "../../domain/value/trace/clv-rows.ts";
import { returnRows } from "../../domain/value/trace/return-rows.ts";
import { divided, summed, withoutValue } from "../../domain/value/trace/trace-closing.ts";
import type { ValueStore } from "../../store/value/value.ts";
import type { CostRowsScope } from "./cost-rows.ts";
import {
  type CostAllocation,
  type NoAnswer,
  type ReadValuedCustomersDeps,
  valuingFor,
} from "./read-valued-customers.ts";
import { type RowsOfEachDeps, rowsOfEach } from "./rows-of-each.ts";

export type ValueTracesDeps = RowsOfEachDeps &
  Pick<ReadValuedCustomersDeps, "currencies" | "exchangeRates"> & {
    readonly value: ValueStore;
    readonly costAllocation: CostAllocation;
    readonly clock: Clock;
    readonly clv: ClvParameters;
  };

type Scope = CostRowsScope;
const FIGURE = { clv: "margin-clv", return: "return-on-cost-to-serve" } as const;

/** What came back for the cost of serving those who were kept. @throws MissingRateError */
export async function returnTrace(deps: ValueTracesDeps, scope: Scope): Promise<Trace | NoAnswer> {
  const { period, by } = scope;
  const valuing = await valuingFor(deps, { ...deps, currency: by.currency });
  const { byCustomer, leftOut } = await valuing.costsOver(period);
  const missing = phraseList(leftOut, "sentence");
  if (missing !== null) return { kind: "missing-rate", reason: missing };
  const { marginPercentIfUnknown } = deps.clv;
  const rows = await rowsOfEach(deps, scope, (history) => {
    const costMinor = byCustomer.get(history.customerId) ?? 0;
    return returnRows(history, period, { costMinor, marginPercentIfUnknown }, by);
  });
  return divided(FIGURE.return, "return", period, by.currency, rows);
}

/** The margin CLV of one customer by its months, or of everybody by customer, as the period ends. @throws MissingRateError */
export function clvTrace(deps: ValueTracesDeps, scope: Scope): Promise<Trace> {
  const { customerId, period } = scope;
  const end = startOfDay(addDays(period.toDay, 1), deps.timeZone);
  const asOf = new Date(Math.min(end.getTime(), deps.clock().getTime()));
  return customerId === null ? everybodysClv(deps, scope, asOf) : customersClv(deps, scope, customerId, asOf);
}

async function everybodysClv(deps: ValueTracesDeps, { period, by }: Scope, asOf: Date): Promise<Trace> {
  const valuing = await valuingFor(deps, { ...deps, currency: by.currency });
  const { customers, unrated } = await valuing.customersAt(asOf);
  const [first] = unrated;
  if (first) throw new MissingRateError(first.currency, by.currency, period.toDay);
  return divided(FIGURE.clv, "money-each", period, by.currency, customers.map(clvRow));
}

async function customersClv(
  deps: ValueTracesDeps,
  { period, by }: Scope,
  customerId: number,
  asOf: Date,
): Promise<Trace> {
  const { currency, rates } = by;
  const moment = valuePeriod(asOf, deps.timeZone);
  const facts = await deps.value.customerAsOf(moment, customerId);
  const none = summed(FIGURE.clv, period, currency, []);
  if (facts === null) return withoutValue(none, phrase("trace.clv.no-customer"));
  const days = { period: moment.period, rateDay: moment.period.toDay };
  const input = clvInput(facts, { ...days, ...{ currency, rates, clv: deps.clv, costs: null } });
  const clv = marginClv(input, deps.clv);
  if (clv.kind === "not-applicable") return withoutValue(none, phrase(`trace.clv.${clv.because}`));
  const { externalId, name } = facts.history;
  const rows = clvMonthRows({ customerId, externalId, name }, input, deps.clv);
  return summed(FIGURE.clv, period, currency, rows);
}
