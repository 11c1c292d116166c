import { partsAsWhole } from "../../figures/trace/converted-parts.ts";
import { NOTHING_TOLD, type TracedCustomer, type TraceRow } from "../../figures/trace/trace.ts";
import { phrase } from "../../phrase.ts";
import { type ClvInput, type ClvParameters, marginClv, visitClvMonths } from "../metrics/margin-clv.ts";
import type { ValuedCustomer } from "../segments/valued-customer.ts";

/** One customer's margin CLV as the mean counts it; told, but not counted, where there is none. */
export function clvRow({
  customerId,
  externalId,
  name,
  marginClv: clv,
  probability,
}: ValuedCustomer): TraceRow {
  const row = { ...NOTHING_TOLD, kind: "customer", customer: { customerId, externalId, name } } as const;
  if (clv.kind === "not-applicable")
    return { ...row, what: phrase("trace.customer.served"), share: phrase(`trace.clv.${clv.because}`) };
  const { years, discountRatePercent: discount } = clv.parameters;
  const numbers = { margin: clv.marginPercent, risk: 100 * (probability ?? 0), years, discount };
  return { ...row, what: phrase(`trace.clv.${clv.basis}`, numbers), amount: clv.money.minor, over: 1 };
}

/** The months that one customer's margin CLV is the sum of, to the minor unit; none where it is not known. */
export function clvMonthRows(
  customer: TracedCustomer,
  input: ClvInput,
  parameters: ClvParameters,
): TraceRow[] {
  const clv = marginClv(input, parameters);
  if (clv.kind === "not-applicable") return [];
  const { currency } = clv.money;
  const months: { revenue: number; staying: number; worth: number }[] = [];
  visitClvMonths(input, parameters, (month) => void months.push({ ...month }));
  const amounts = partsAsWhole(
    months.map(({ revenue, staying, worth }) => revenue * staying * worth),
    (sum) => Math.round((sum * clv.marginPercent) / 100),
  );
  return months.map(({ revenue, staying, worth }, index) => ({
    ...NOTHING_TOLD,
    ...{ kind: "month", customer, amount: amounts[index] ?? 0 },
    what: phrase("trace.clv.month", { month: index + 1 }),
    original: { minor: Math.round(revenue), currency },
    share: phrase("trace.clv.month.share", {
      ...{ margin: clv.marginPercent, staying: 100 * staying, worth: 100 * worth },
    }),
  }));
}
