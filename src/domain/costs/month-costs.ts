import { type Phrase, phrase } from "../phrase.ts";
import { leavesOutCosts } from "./allocation-notes.ts";
import type { CostCategory } from "./cost-entry.ts";
import type { CostReport } from "./cost-report.ts";
import type { PerCustomer } from "./per-customer.ts";

/** Whom a month's costs are divided by. */
export type CustomerBase = {
  /** Customers at the start of the month or who joined in it. */
  readonly served: number;
  /** Customers at the start of the month who still were at its end. */
  readonly retained: number;
};

/** One thing a category's money went to, in this period and the one before. */
export type SourceChange = {
  readonly category: CostCategory;
  /** The entries' note, or whom they are for; a phrase for what no entry names. */
  readonly what: string | Phrase;
  readonly minor: number;
  readonly previousMinor: number;
};

export type Movement = {
  readonly category: CostCategory;
  readonly minor: number;
  readonly previousMinor: number;
  /** What changed most in it, largest first; absent in messages kept before it was told. */
  readonly because?: ReadonlyArray<Omit<SourceChange, "category">>;
};

/** A month's costs in one currency, in minor units. */
export type CurrencyCosts = {
  readonly currency: string;
  readonly totalMinor: number;
  readonly byCategory: ReadonlyArray<{ readonly category: CostCategory; readonly minor: number }>;
  readonly directMinor: number;
  readonly indirectMinor: number;
  readonly perServed: PerCustomer;
  readonly perRetained: PerCustomer;
  /** Null where a rate is missing for it; the message's notes say which. */
  readonly previousTotalMinor: number | null;
  /** Against the month before, by `changePercent`: null where that had none, or next to none. */
  readonly changePercent: number | null;
  /** The categories that changed most against the month before, largest change first. */
  readonly movements: readonly Movement[];
};

const TOP_MOVEMENTS = 3;
const CONTACT_TIME = phrase("cost-summary.contact-time");

/** A month's report as its summary tells it: totals, and the largest movements with what is behind them. */
export function monthCosts(report: CostReport, changes: readonly SourceChange[]): CurrencyCosts {
  const { currency, totalMinor, directMinor, indirectMinor, perServed, perRetained, previous } = report;
  const byCategory = report.byCategory.map(({ category, totalMinor: minor }) => ({ category, minor }));
  return {
    ...{ currency, totalMinor, directMinor, indirectMinor, perServed, perRetained },
    byCategory: byCategory.filter(({ minor }) => minor !== 0),
    previousTotalMinor: previous.totalMinor,
    changePercent: previous.changePercent,
    movements:
      previous.totalMinor === null || leavesOutCosts(report.notes) ? [] : topMovements(report, changes),
  };
}

function topMovements({ byCategory }: CostReport, changes: readonly SourceChange[]): Movement[] {
  return byCategory
    .map(({ category, totalMinor: minor, previousMinor }) => ({
      category,
      minor,
      previousMinor: previousMinor ?? 0,
    }))
    .filter((movement) => sizeOf(movement) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, TOP_MOVEMENTS)
    .map((movement) => ({ ...movement, because: reasonsOf(movement, changes) }));
}

/** What entries do not explain of labour is contact time, which nobody enters. */
function reasonsOf(
  movement: Movement,
  changes: readonly SourceChange[],
): ReadonlyArray<Omit<SourceChange, "category">> {
  const own = changes
    .filter(({ category }) => category === movement.category)
    .map(({ what, minor, previousMinor }) => ({ what, minor, previousMinor }));
  return own.length > 0 || movement.category !== "labour"
    ? own
    : [{ what: CONTACT_TIME, minor: movement.minor, previousMinor: movement.previousMinor }];
}

const sizeOf = ({ minor, previousMinor }: Movement) => Math.abs(minor - previousMinor);
