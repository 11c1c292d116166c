import type { Day } from "../calendar.ts";
import { changePercent } from "../change-percent.ts";
import { type Cohort, type Retention, retentionOf } from "../customers/cohort.ts";
import { type CostNote, leavesOutCosts } from "./allocation-notes.ts";
import { COST_CATEGORIES, type CostCategory, type CostEntry } from "./cost-entry.ts";
import { type PerCustomer, perCustomer } from "./per-customer.ts";

/** What the rows of a report can be by, in the order they are offered. */
export const COST_DIMENSIONS = ["segment", "category", "owner", "customer", "channel"] as const;
export type CostDimension = (typeof COST_DIMENSIONS)[number];

/** Keys of rows that stand for what has no name of its own; in Slack they have words (`cost-report.row.*`). */
export const NO_SEGMENT = "no segment";
export const NO_OWNER = "no owner";
/** Costs that belong to no channel: everything but priced touches. */
export const NO_CHANNEL = "no channel";
/** Costs for nobody known: the customers they name are not in the file, or nobody was a customer on their days. */
export const UNALLOCATED = "unallocated";

/** Days, both included. */
export type CostPeriod = { readonly fromDay: Day; readonly toDay: Day };

/** One category's and kind's costs of a period, in the report's currency. */
export type CategoryTotal = {
  readonly category: CostCategory;
  readonly kind: CostEntry["kind"];
  readonly minor: number;
};

/** What falls on one key of a dimension, before profitability is worked out. */
export type AllocatedRow = {
  readonly key: string;
  /** What to show: a customer's name, else the key. */
  readonly label: string;
  /** Only in reports by customer. */
  readonly customerId: number | null;
  readonly directMinor: number;
  readonly indirectMinor: number;
  /** Null where the dimension has no customers behind it (category, channel, unallocated). */
  readonly revenueMinor: number | null;
  /** What winning those cost who joined in the period; null like revenue. */
  readonly acquisitionMinor: number | null;
};

/** One currency's costs of a period, shared out; what the store gives. */
export type AllocatedCosts = {
  readonly cohort: Cohort;
  readonly totals: readonly CategoryTotal[];
  readonly unallocatedMinor: number;
  /** All keys; they add up to the totals. */
  readonly rows: readonly AllocatedRow[];
  readonly notes: readonly CostNote[];
};

export type CostRow = {
  readonly key: string;
  readonly label: string;
  readonly customerId: number | null;
  readonly totalMinor: number;
  readonly directMinor: number;
  readonly indirectMinor: number;
  readonly revenueMinor: number | null;
  readonly acquisitionMinor: number | null;
  /** Revenue − acquisition cost of those who joined in the period − cost; null where one of them is not known. */
  readonly profitabilityMinor: number | null;
};

export type CategoryCost = {
  readonly category: CostCategory;
  readonly totalMinor: number;
  readonly directMinor: number;
  readonly indirectMinor: number;
  /** In the period before; null where that could not be worked out. */
  readonly previousMinor: number | null;
};

/** The period before: as many whole months before whole months, otherwise as many days. */
export type PreviousCosts = CostPeriod & {
  /** Null where a rate is missing for it; `CostReport.notes` says which. */
  readonly totalMinor: number | null;
  /** By `changePercent`: null where there was nothing before, or next to nothing. */
  readonly changePercent: number | null;
};

/**
 * What keeping customers cost in a period, in one currency and whole minor units. Null is "not defined"; the reasons
 * are `retention`, `perServed`, `perRetained` and `notes`.
 */
export type CostReport = CostPeriod & {
  readonly currency: string;
  readonly totalMinor: number;
  readonly directMinor: number;
  readonly indirectMinor: number;
  readonly unallocatedMinor: number;
  /** Categories with costs in the period or the one before. */
  readonly byCategory: readonly CategoryCost[];
  readonly previous: PreviousCosts;
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  /** Joined inside the period, also those who left again. */
  readonly newCustomers: number;
  /** At the start and still at the end. */
  readonly retainedCustomers: number;
  /** At the start and not at the end. */
  readonly lostCustomers: number;
  /** Came back inside the period, and left in it: start + new + reactivated − left = end. */
  readonly reactivatedCustomers: number;
  readonly leftCustomers: number;
  /** A customer on at least one day of the period: whom `costPerCustomerMinor` divides by. */
  readonly servedCustomers: number;
  readonly retention: Retention;
  readonly retentionRatePercent: number | null;
  readonly churnRatePercent: number | null;
  /** Total ÷ customers served. */
  readonly perServed: PerCustomer;
  readonly costPerCustomerMinor: number | null;
  /** Total ÷ customers retained. */
  readonly perRetained: PerCustomer;
  readonly costPerRetainedCustomerMinor: number | null;
  readonly dimension: CostDimension;
  /** Highest cost first; what is unallocated last. They add up to the total, with `rowsLeftOut` below a limit. */
  readonly rows: readonly CostRow[];
  readonly rowsLeftOut: number;
  readonly notes: readonly CostNote[];
  /** A buyer without a contract counts as a customer for so many days after a purchase. */
  readonly activityWindowDays: number;
  /** Whose days they are: an IANA zone. */
  readonly timeZone: string;
  /** When the ledger was read, and the newest activity it could know; ISO 8601 in UTC. */
  readonly readAt: string;
  readonly dataUpTo: string | null;
};

export type CostReportInput = CostPeriod & {
  readonly currency: string;
  readonly dimension: CostDimension;
  readonly costs: AllocatedCosts;
  /** The totals of the period before; null where a rate is missing. */
  readonly previous: CostPeriod & { readonly totals: readonly CategoryTotal[] | null };
  readonly notes: readonly CostNote[];
  /** Show only so many rows. */
  readonly mostRows: number | null;
  readonly activityWindowDays: number;
  readonly timeZone: string;
  readonly readAt: Date;
  readonly dataUpTo: Date | null;
};

/** Puts a report together from what the store shared out and who was a customer when. */
export function costReport(input: CostReportInput): CostReport {
  const { currency, costs, dimension, mostRows, fromDay, toDay } = input;
  const { cohort } = costs;
  const totalMinor = minorOf(costs.totals);
  const retention = retentionOf(cohort);
  const perServed = perCustomer({ minor: totalMinor, currency }, cohort.served);
  const perRetained = perCustomer({ minor: totalMinor, currency }, cohort.retained);
  const complete = !leavesOutCosts(costs.notes);
  const rows = costs.rows.map((row) => costRow(row, complete)).sort(byCost);
  const shown = rows.slice(0, mostRows ?? rows.length);
  return {
    fromDay,
    toDay,
    currency,
    totalMinor,
    directMinor: minorOf(costs.totals, "direct"),
    indirectMinor: minorOf(costs.totals, "indirect"),
    unallocatedMinor: costs.unallocatedMinor,
    byCategory: byCategory(costs.totals, input.previous.totals),
    previous: previousCosts(complete ? totalMinor : null, input.previous),
    customersAtStart: cohort.atStart,
    customersAtEnd: cohort.atEnd,
    newCustomers: cohort.joined,
    retainedCustomers: cohort.retained,
    lostCustomers: cohort.atStart - cohort.retained,
    reactivatedCustomers: cohort.reactivated,
    leftCustomers: cohort.left,
    servedCustomers: cohort.served,
    retention,
    retentionRatePercent: retention.kind === "rate" ? retention.retainedPercent : null,
    churnRatePercent: retention.kind === "rate" ? retention.churnedPercent : null,
    perServed,
    costPerCustomerMinor: minorOrNull(perServed),
    perRetained,
    costPerRetainedCustomerMinor: minorOrNull(perRetained),
    dimension,
    rows: shown,
    rowsLeftOut: rows.length - shown.length,
    notes: [...costs.notes, ...input.notes],
    activityWindowDays: input.activityWindowDays,
    timeZone: input.timeZone,
    readAt: input.readAt.toISOString(),
    dataUpTo: input.dataUpTo?.toISOString() ?? null,
  };
}

/** @param complete whether no costs are left out: what is left after some of them is no profitability */
function costRow(row: AllocatedRow, complete: boolean): CostRow {
  const { key, label, customerId, directMinor, indirectMinor, revenueMinor, acquisitionMinor } = row;
  const totalMinor = directMinor + indirectMinor;
  const profitabilityMinor =
    revenueMinor === null || !complete ? null : revenueMinor - (acquisitionMinor ?? 0) - totalMinor;
  return {
    key,
    label,
    customerId,
    totalMinor,
    directMinor,
    indirectMinor,
    revenueMinor,
    acquisitionMinor,
    profitabilityMinor,
  };
}

function byCost(a: CostRow, b: CostRow): number {
  const last = Number(a.key === UNALLOCATED) - Number(b.key === UNALLOCATED);
  if (last !== 0) return last;
  if (a.totalMinor !== b.totalMinor) return b.totalMinor - a.totalMinor;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

function byCategory(
  totals: readonly CategoryTotal[],
  previous: readonly CategoryTotal[] | null,
): readonly CategoryCost[] {
  return COST_CATEGORIES.map((category) => {
    const own = totals.filter((total) => total.category === category);
    const before = previous?.filter((total) => total.category === category) ?? null;
    return {
      category,
      totalMinor: minorOf(own),
      directMinor: minorOf(own, "direct"),
      indirectMinor: minorOf(own, "indirect"),
      previousMinor: before && minorOf(before),
    };
  }).filter(({ totalMinor, directMinor, previousMinor }) => totalMinor || directMinor || previousMinor);
}

/** @param totalMinor null where it is not all there is, which makes no comparison */
function previousCosts(totalMinor: number | null, previous: CostReportInput["previous"]): PreviousCosts {
  const before = previous.totals && minorOf(previous.totals);
  return {
    fromDay: previous.fromDay,
    toDay: previous.toDay,
    totalMinor: before,
    changePercent: before === null || totalMinor === null ? null : changePercent(before, totalMinor),
  };
}

function minorOf(totals: readonly CategoryTotal[], kind?: CostEntry["kind"]): number {
  return totals.reduce(
    (sum, total) => sum + (kind === undefined || total.kind === kind ? total.minor : 0),
    0,
  );
}

const minorOrNull = (figure: PerCustomer) => (figure.kind === "amount" ? figure.money.minor : null);
