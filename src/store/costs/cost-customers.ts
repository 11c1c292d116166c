import type { Day } from "../../domain/calendar.ts";
import { NO_OWNER, NO_SEGMENT } from "../../domain/costs/cost-report.ts";
import { type PeriodFacts, periodFactsBuilder } from "../../domain/costs/sharing/period-facts.ts";
import type { Cohort } from "../../domain/customers/cohort.ts";
import { cohortCount } from "../../domain/figures/cohort-count.ts";
import { convertedRevenue } from "../../domain/figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import type { Queryable } from "../database/database.ts";
import type { CustomerFile } from "../figures/customer-files.ts";
import { customerHistoriesStore } from "../figures/customer-histories.ts";
import { convertedOn } from "./cost-conversions.ts";
import type { CostScope } from "./cost-scope.ts";
import type { Conversion } from "./cost-sql.ts";
import type { MissingRates } from "./missing-rates.ts";

/** What rows of customers can be by. */
export const CUSTOMER_KEYS = ["customer", "segment", "owner"] as const;
export type CustomerKey = (typeof CUSTOMER_KEYS)[number];

/** What one customer brought; null with the acquisition cost where some of either is in a currency without a rate. */
export type CustomerBrought = {
  readonly revenueMinor: number | null;
  /** Only of who became a customer in the period. */
  readonly acquisitionMinor: number | null;
  readonly adjustmentsMinor: number;
  readonly ordersNotCountedMinor: number;
};

export type CostCustomers = {
  readonly facts: PeriodFacts;
  readonly cohort: Cohort;
  /** By customer id, of everybody with a history. */
  readonly rows: ReadonlyMap<number, CustomerFile & CustomerBrought>;
};

/** Who else looks at the histories that costs are shared by, so that everybody is read once. */
export type Onlooker = {
  /** The first day the histories have to tell of, where that is before the costs' period. */
  readonly fromDay?: Day;
  visit(history: CustomerHistory): void;
};

/** Everybody's history of a period, read once for all that a report needs of it. */
export async function readCostCustomers(
  db: Queryable,
  scope: CostScope,
  conversions: readonly Conversion[],
  missing: MissingRates | null,
  onlooker: Onlooker | null = null,
): Promise<CostCustomers> {
  const gathered = gatherCustomers(scope, conversions, missing);
  const fromDay = earlierDay(scope.fromDay, onlooker?.fromDay);
  await customerHistoriesStore({ pool: db }).over({ ...scope, fromDay }, (history) => {
    gathered.add(history);
    onlooker?.visit(history);
  });
  return gathered.finish();
}

const earlierDay = (a: Day, b: Day | undefined): Day => (b !== undefined && b < a ? b : a);

/** The same of one customer alone. */
export async function readCostCustomer(
  db: Queryable,
  scope: CostScope,
  customerId: number,
  conversions: readonly Conversion[],
  missing: MissingRates | null,
): Promise<CostCustomers> {
  const gathered = gatherCustomers(scope, conversions, missing);
  const history = await customerHistoriesStore({ pool: db }).of(scope, customerId);
  if (history !== null) gathered.add(history);
  return gathered.finish();
}

/** Takes histories in the order of their ids, one at a time, and says at the end what they come to. */
export function gatherCustomers(
  scope: CostScope,
  conversions: readonly Conversion[],
  missing: MissingRates | null,
) {
  const builder = periodFactsBuilder(scope);
  const rows = new Map<number, CustomerFile & CustomerBrought>();
  const count = cohortCount();
  const broughtBy = broughtIn(scope, conversions, missing);
  return {
    add(history: CustomerHistory): void {
      const spans = customerSpans(history);
      builder.add(history, spans);
      const turn = customerTurn(spans, scope);
      count.add(turn);
      const { customerId, externalId, name, file } = history;
      const { segment, ownerEmail } = file;
      rows.set(customerId, {
        ...{ customerId, externalId, name, segment, ownerEmail },
        ...broughtBy(history, turn.joined),
      });
    },
    finish: (): CostCustomers => ({ facts: builder.finish(), cohort: count.cohort(), rows }),
  };
}

/** Converts as every report does, at the rates of the period's last day; what has no rate is told to `missing`, if anybody asks. */
function broughtIn(scope: CostScope, conversions: readonly Conversion[], missing: MissingRates | null) {
  const converted = convertedOn(conversions, scope.toDay);
  let known = true;
  const convert = ({ minor, currency }: { readonly minor: number; readonly currency: string }) => {
    const amount = minor === 0 ? 0 : converted(minor, currency);
    if (amount !== null) return amount;
    missing?.add("revenue", currency, scope.toDay, null);
    known = false;
    return 0;
  };
  return (history: CustomerHistory, joined: boolean): CustomerBrought => {
    known = true;
    const { netMinor, adjustmentsMinor, ordersNotCountedMinor } = convertedRevenue(history, scope, convert);
    const { acquisitionCost } = history.file;
    const acquisitionMinor = joined && acquisitionCost ? convert(acquisitionCost) : 0;
    const brought = known ? { revenueMinor: netMinor, acquisitionMinor } : NOT_KNOWN;
    return { ...brought, adjustmentsMinor, ordersNotCountedMinor };
  };
}

const NOT_KNOWN = { revenueMinor: null, acquisitionMinor: null };

/** By what a customer's costs are put together, and how that is shown. */
export function keyOfCustomer(keyOf: CustomerKey, customer: CustomerFile) {
  const { customerId, externalId, name, segment, ownerEmail } = customer;
  if (keyOf === "customer") return { id: customerId, key: externalId, label: name, customerId };
  const key = keyOf === "segment" ? (segment ?? NO_SEGMENT) : (ownerEmail?.toLowerCase() ?? NO_OWNER);
  return { id: key, key, label: key, customerId: null };
}
