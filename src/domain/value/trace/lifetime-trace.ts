import type { Trace, TraceRow } from "../../figures/trace/trace.ts";
import { phrase } from "../../phrase.ts";
import { lifetimeYears, MOST_LIFETIME_YEARS, noLifetime } from "../metrics/lifetime.ts";
import type { Period } from "../metrics/metric.ts";
import { periodDays } from "../metrics/purchases.ts";
import { divided, withoutValue } from "./trace-closing.ts";

/** @param rows who was there at the start, each of them who was lost counted: as churn is made of */
export function lifetimeTrace(period: Period, currency: string, rows: readonly TraceRow[]): Trace {
  const trace = divided("customer-lifetime", "percent", period, currency, rows);
  const { amount: lost } = trace;
  const atStart = trace.over ?? 0;
  const days = periodDays({ period });
  const years = lifetimeYears({ atStart, retained: atStart - lost }, days);
  if (years === null) return withoutValue(trace, noLifetime({ atStart }, lost));
  const given = { customers: atStart, lost, days, years, most: MOST_LIFETIME_YEARS };
  return {
    ...trace,
    closing: phrase(years > MOST_LIFETIME_YEARS ? "trace.lifetime.capped" : "trace.lifetime", given),
  };
}
