import type { Day, Month } from "../calendar.ts";
import { COST_CATEGORIES, type CostCategory, type CostDriver, type CostEntry } from "./cost-entry.ts";
import type { CostPeriod } from "./cost-report.ts";

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

/** One month of the trend. */
export type CustomerMonth = {
  readonly month: Month;
  readonly costMinor: number;
  readonly revenueMinor: number;
};

/** What one customer cost and brought, in one currency. */
export type CustomerCosts = CostPeriod & {
  readonly currency: string;
  readonly totalMinor: number;
  readonly directMinor: number;
  readonly indirectMinor: number;
  /** Categories with costs, as they are listed everywhere. */
  readonly byCategory: ReadonlyArray<{ readonly category: CostCategory; readonly minor: number }>;
  readonly revenueMinor: number;
  readonly acquisitionMinor: number;
  /** Revenue − acquisition cost − cost. */
  readonly profitabilityMinor: number;
  readonly touchLabourMinor: number;
  readonly unpricedMinutes: number;
  /** Largest part first. */
  readonly shared: readonly SharedPart[];
  /** Oldest first. */
  readonly months: readonly CustomerMonth[];
};

/** Adds a customer's parts up; `months` come from the same parts a month at a time. */
export function customerCosts(
  period: CostPeriod,
  currency: string,
  parts: CustomerCostParts,
  months: readonly CustomerMonth[],
): CustomerCosts {
  const { named, shared, touchLabourMinor, unpricedMinutes, revenueMinor, acquisitionMinor } = parts;
  const labour: NamedPart = { category: "labour", kind: "direct", minor: touchLabourMinor };
  const all = [labour, ...named, ...shared];
  const totalMinor = minorOf(all);
  const directMinor = minorOf(all.filter(({ kind }) => kind === "direct"));
  const byCategory = COST_CATEGORIES.map((category) => ({
    category,
    minor: minorOf(all.filter((part) => part.category === category)),
  }));
  return {
    ...period,
    ...{ currency, totalMinor, directMinor, indirectMinor: totalMinor - directMinor },
    byCategory: byCategory.filter(({ minor }) => minor !== 0),
    ...{ revenueMinor, acquisitionMinor, touchLabourMinor, unpricedMinutes, months },
    profitabilityMinor: revenueMinor - acquisitionMinor - totalMinor,
    shared: [...shared].sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor)),
  };
}

/** A month's figures out of its parts. */
export function customerMonth(month: Month, parts: CustomerCostParts): CustomerMonth {
  const costMinor = parts.touchLabourMinor + minorOf([...parts.named, ...parts.shared]);
  return { month, costMinor, revenueMinor: parts.revenueMinor };
}

const minorOf = (parts: ReadonlyArray<Pick<NamedPart, "minor">>) =>
  parts.reduce((sum, { minor }) => sum + minor, 0);
