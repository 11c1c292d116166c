import { MS_PER_DAY } from "../../src/domain/clock.ts";
import type { LabelledDataset } from "../../src/domain/risk/dataset.ts";
import type { FeatureName } from "../../src/domain/risk/features.ts";
import { planSnapshots } from "../../src/domain/risk/snapshots.ts";
import { type InventedHistory, momentOf } from "./invented-history.ts";

/** What a training on the whole log would see. */
export type InventedSnapshots = {
  /** Oldest first. */
  readonly training: readonly LabelledDataset[];
  readonly heldOut: LabelledDataset;
};

/** Snapshots on the days the product would choose; null where the log is too short for any. */
export function inventSnapshots(history: InventedHistory): InventedSnapshots | null {
  const { firstDay, days, horizonDays } = history;
  const plan = planSnapshots({ firstEventAt: firstDay, asOf: momentOf(history, days), horizonDays });
  if (plan.kind !== "snapshots") return null;
  const at = (moment: Date) => snapshotOn(history, (moment.getTime() - firstDay.getTime()) / MS_PER_DAY);
  return { training: plan.training.map(at), heldOut: at(plan.heldOut) };
}

/**
 * Everybody who bought before the day: figures from the days before it, and as label whether they bought nothing from
 * the day on, over the horizon. Figures are those a log of purchases without money gives (domain/risk/features.ts).
 */
export function snapshotOn(history: InventedHistory, day: number): LabelledDataset {
  const known = [...history.purchases.entries()].flatMap(([customer, days]) => {
    const before = days.filter((bought) => bought < day);
    return before.length === 0 ? [] : [{ customer, before, next: days[before.length] }];
  });
  const until = day + history.horizonDays;
  return {
    rows: known.length,
    columns: FIGURES.map(({ name, of }) => ({
      kind: "number",
      name,
      values: Float64Array.from(known, ({ before }) => of(before, day)),
    })),
    labels: Uint8Array.from(known, ({ next }) => (next !== undefined && next < until ? 0 : 1)),
    groups: Int32Array.from(known, ({ customer }) => customer),
    asOf: momentOf(history, day),
  };
}

type Figure = {
  readonly name: FeatureName;
  /** @param before the days with a purchase before `day`, ascending; at least one */
  of(before: readonly number[], day: number): number;
};

/** The other two of rhythm are left out, since the model does not read them beside its derived columns. */
const FIGURES: readonly Figure[] = [
  { name: "daysSinceLastPurchase", of: sinceLast },
  { name: "daysSinceFirstPurchase", of: sinceFirst },
  { name: "purchaseDaysTotal", of: (before) => before.length },
  { name: "purchaseDays30d", of: (before, day) => within(before, day, 30) },
  { name: "purchaseDays60d", of: (before, day) => within(before, day, 60) },
  { name: "purchaseDays90d", of: (before, day) => within(before, day, 90) },
  { name: "purchaseDaysPrevious90d", of: (before, day) => within(before, day - 90, 90) },
  { name: "purchaseDays180d", of: (before, day) => within(before, day, 180) },
  {
    name: "purchaseDaysChange90d",
    of: (before, day) => within(before, day, 90) - within(before, day - 90, 90),
  },
  {
    name: "purchaseDaysFading30d",
    of: (before, day) => before.reduce((sum, bought) => sum + Math.exp((bought - day) / 30), 0),
  },
  { name: "activeWeeksShare", of: activeWeeksShare },
  { name: "meanGapDays", of: meanGap },
  { name: "longestGapDays", of: longestGap },
];

function sinceLast(before: readonly number[], day: number): number {
  return day - (before.at(-1) ?? Number.NaN);
}

function sinceFirst(before: readonly number[], day: number): number {
  return day - (before[0] ?? Number.NaN);
}

function within(before: readonly number[], day: number, window: number): number {
  return before.filter((bought) => bought < day && bought >= day - window).length;
}

/** Weeks are counted backwards from the day. */
function activeWeeksShare(before: readonly number[], day: number): number {
  const weeks = new Set(before.map((bought) => Math.floor((day - bought) / 7)));
  return weeks.size / (Math.floor(sinceFirst(before, day) / 7) + 1);
}

function longestGap(before: readonly number[]): number {
  if (before.length < 2) return Number.NaN;
  return Math.max(...before.slice(1).map((bought, place) => bought - (before[place] ?? 0)));
}

function meanGap(before: readonly number[]): number {
  return before.length < 2 ? Number.NaN : ((before.at(-1) ?? 0) - (before[0] ?? 0)) / (before.length - 1);
}
