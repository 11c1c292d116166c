import type { Day, Month } from "../calendar.ts";
import { type CostNote, leavesOutCosts } from "./allocation-notes.ts";
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
  /** Whose ids `appliesTo` uses; empty where it uses none. */
  readonly source: string;
  /** In which currency its entries were recorded. */
  readonly recordedIn: string;
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
  /** Null, as the acquisition cost, where some of it is in a currency without a rate. */
  readonly revenueMinor: number | null;
  /** Only where the customer's first day is in the period. */
  readonly acquisitionMinor: number | null;
  /** What is left out for want of a rate. */
  readonly notes: readonly CostNote[];
};

/** One month of the trend. */
export type CustomerMonth = {
  readonly month: Month;
  readonly costMinor: number;
  /** Null: a rate is missing. */
  readonly revenueMinor: number | null;
};

/** What one customer cost and brought, in one currency. */
export type CustomerCosts = CostPeriod & {
  readonly currency: string;
  readonly totalMinor: number;
  readonly directMinor: number;
  readonly indirectMinor: number;
  /** Categories with costs, as they are listed everywhere. */
  readonly byCategory: ReadonlyArray<{ readonly category: CostCategory; readonly minor: number }>;
  readonly revenueMinor: number | null;
  readonly acquisitionMinor: number | null;
  /** Revenue − acquisition cost − cost; null where a part of it is not known. */
  readonly profitabilityMinor: number | null;
  readonly touchLabourMinor: number;
  readonly unpricedMinutes: number;
  /** Largest part first. */
  readonly shared: readonly SharedPart[];
  /** Oldest first. */
  readonly months: readonly CustomerMonth[];
  readonly notes: readonly CostNote[];
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
    profitabilityMinor: profitability(parts, totalMinor),
    notes: parts.notes,
    shared: [...shared].sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor)),
  };
}

/** What is left after costs that leave something out is not what is left. */
function profitability(
  { revenueMinor, acquisitionMinor, notes }: CustomerCostParts,
  totalMinor: number,
): number | null {
  if (revenueMinor === null || acquisitionMinor === null || leavesOutCosts(notes)) return null;
  return revenueMinor - acquisitionMinor - totalMinor;
}

/** A month's figures out of its parts. */
export function customerMonth(month: Month, parts: CustomerCostParts): CustomerMonth {
  const costMinor = parts.touchLabourMinor + minorOf([...parts.named, ...parts.shared]);
  return { month, costMinor, revenueMinor: parts.revenueMinor };
}

const minorOf = (parts: ReadonlyArray<Pick<NamedPart, "minor">>) =>
  parts.reduce((sum, { minor }) => sum + minor, 0);
