import type { Day } from "../customer.ts";
import type { CostCategory, CostDriver, CostEntry } from "./cost-entry.ts";

/** What costs that name one customer come to. */
export type NamedPart = {
  readonly category: CostCategory;
  readonly kind: CostEntry["kind"];
  readonly minor: number;
};

/** One customer's part of a cost shared by several, with the division it comes from. */
export type SharedPart = NamedPart & {
  readonly appliesTo: string;
  readonly driver: CostDriver;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** What is shared. */
  readonly wholeMinor: number;
  /** `days` and `heads` also where nobody had any of the driver. */
  readonly weighedBy: "driver" | "days" | "heads";
  /** Part ≈ whole × weight ÷ total; what rounding leaves over goes by the largest remainder. */
  readonly weight: number;
  readonly total: number;
  readonly parties: number;
};

/** What of a period's costs falls on one customer, in minor units of one currency. */
export type CustomerCostParts = {
  /** Contact time, priced by the members' hourly costs: direct labour. */
  readonly touchLabourMinor: number;
  /** Of members without an hourly cost: not in any figure. */
  readonly unpricedMinutes: number;
  readonly named: readonly NamedPart[];
  readonly shared: readonly SharedPart[];
  readonly revenueMinor: number;
  /** Only where the customer's first day is in the period. */
  readonly acquisitionMinor: number;
};
