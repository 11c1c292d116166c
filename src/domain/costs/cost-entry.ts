import type { Day } from "../calendar.ts";
import type { CostRecord } from "../customer-records.ts";

/** Money spent to keep customers, over the days it covers, both inclusive. */
export type CostEntry = CostRecord;
export type CostCategory = CostEntry["category"];
export type LabourSubcategory = NonNullable<CostEntry["subcategory"]>;
export type CostKind = CostEntry["kind"];
export type CostDriver = CostEntry["driver"];

/** An entry as the ledger keeps it. */
export type LedgerEntry = CostEntry & {
  readonly id: number;
  /** The entry whose amount this one changes; its amount alone may be below zero. */
  readonly correctsId: number | null;
  /** The recurring cost it was made from. */
  readonly recurringId: number | null;
  /** The first day that was open, where it corrects days that were closed; null: it counts on its own days. */
  readonly bookedOn: Day | null;
  /** Slack user id, a job's name, or the command line; null where a file brought it before that was kept. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
};

/** In the order they are listed. */
export const COST_CATEGORIES: readonly CostCategory[] = [
  "labour",
  "tools",
  "activities",
  "marketing",
  "goods",
];

/** Of labour, in the order they are listed. */
export const LABOUR_SUBCATEGORIES: readonly LabourSubcategory[] = ["pay", "bonus", "benefits", "training"];
export const COST_KINDS: readonly CostKind[] = ["direct", "indirect"];
export const COST_DRIVERS: readonly CostDriver[] = [
  "equal",
  "revenue",
  "orders",
  "tickets",
  "touches",
  "minutes",
];
