import type { AllocatedRow } from "../../domain/costs/cost-report.ts";
import type { PeriodFacts } from "../../domain/costs/sharing/period-facts.ts";
import { partOf } from "../../domain/costs/sharing/settled-division.ts";
import type { SharedPool } from "../../domain/costs/sharing/shared-pools.ts";
import type { CustomerFile } from "../figures/customer-files.ts";
import { type CustomerBrought, type CustomerKey, keyOfCustomer } from "./cost-customers.ts";
import type { CostOfKey } from "./cost-sums.ts";

/** Direct and indirect costs; minor units of the report's currency. */
export type CostSum = Omit<CostOfKey, "key">;

export type CustomerSums = ReturnType<typeof customerSums>;

/** Adds up on whom costs fall: dense for those who share nearly every pool, by id for who is named. */
export function customerSums({ customerIds }: PeriodFacts) {
  const shared = {
    direct: new Float64Array(customerIds.length),
    indirect: new Float64Array(customerIds.length),
  };
  const byId = new Map<number, { directMinor: number; indirectMinor: number }>();
  const forNobody = { directMinor: 0, indirectMinor: 0 };
  const addTo = (id: number, kind: "directMinor" | "indirectMinor", minor: number) => {
    const sum = byId.get(id) ?? { directMinor: 0, indirectMinor: 0 };
    sum[kind] += minor;
    byId.set(id, sum);
  };
  return {
    addShared({ pool, settled, sharers, numbers }: SharedPool): void {
      const field = pool.kind === "direct" ? "directMinor" : "indirectMinor";
      if (settled === null) {
        forNobody[field] += pool.minor;
        return;
      }
      const dense = shared[pool.kind];
      const { customerIds: ids, weights, count } = sharers;
      for (let at = 0; at < count; at += 1) {
        const minor = partOf(settled, weights[at] ?? 0, ids[at] ?? 0);
        if (minor === 0) continue;
        const number = numbers === null ? at : (numbers[at] ?? -1);
        if (number < 0) addTo(ids[at] ?? 0, field, minor);
        else dense[number] = (dense[number] ?? 0) + minor;
      }
    },

    /** What falls on one customer without any sharing. */
    addOwn(customerId: number, { directMinor, indirectMinor }: CostSum): void {
      addTo(customerId, "directMinor", directMinor);
      addTo(customerId, "indirectMinor", indirectMinor);
    },

    unallocated: (): CostSum => forNobody,

    byCustomer(): ReadonlyMap<number, CostSum> {
      const sums = new Map<number, CostSum>(byId);
      customerIds.forEach((id, number) => {
        const own = byId.get(id) ?? { directMinor: 0, indirectMinor: 0 };
        const directMinor = own.directMinor + (shared.direct[number] ?? 0);
        const indirectMinor = own.indirectMinor + (shared.indirect[number] ?? 0);
        if (directMinor !== 0 || indirectMinor !== 0) sums.set(id, { directMinor, indirectMinor });
      });
      return sums;
    },
  };
}

type BuiltRow = { -readonly [Name in keyof AllocatedRow]: AllocatedRow[Name] };

/**
 * Costs and what customers brought by the same keys; keys with neither are left out.
 * @param strangers bear costs, and were never customers
 */
export function rowsByKey(
  keyOf: CustomerKey,
  customers: ReadonlyMap<number, CustomerFile & CustomerBrought>,
  strangers: readonly CustomerFile[],
  costs: ReadonlyMap<number, CostSum>,
): AllocatedRow[] {
  const rows = new Map<string | number, BuiltRow>();
  const add = (
    customer: CustomerFile,
    brought: Pick<CustomerBrought, "revenueMinor" | "acquisitionMinor">,
  ) => {
    const { id, ...shown } = keyOfCustomer(keyOf, customer);
    const row = rows.get(id) ?? { ...shown, ...NOTHING };
    rows.set(id, row);
    const cost = costs.get(customer.customerId);
    row.directMinor += cost?.directMinor ?? 0;
    row.indirectMinor += cost?.indirectMinor ?? 0;
    row.revenueMinor = plus(row.revenueMinor, brought.revenueMinor);
    row.acquisitionMinor = plus(row.acquisitionMinor, brought.acquisitionMinor);
  };
  for (const customer of customers.values()) add(customer, customer);
  for (const customer of strangers) add(customer, { revenueMinor: 0, acquisitionMinor: 0 });
  return [...rows.values()].filter(
    (row) =>
      row.directMinor || row.indirectMinor || row.revenueMinor !== 0 || (row.acquisitionMinor ?? 0) !== 0,
  );
}

const NOTHING = { directMinor: 0, indirectMinor: 0, revenueMinor: 0, acquisitionMinor: 0 };

/** Not known as soon as a part of it is not. */
const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
