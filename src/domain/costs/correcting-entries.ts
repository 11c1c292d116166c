import { addDays, type Day } from "../calendar.ts";
import { shareOfDays } from "../figures/share-of-days.ts";
import type { CostEntry, LedgerEntry } from "./cost-entry.ts";

/** A correcting entry, and the day it counts on; null: its own days. */
export type CorrectingEntry = { readonly entry: CostEntry; readonly bookedOn: Day | null };

export type CorrectionFacts = Pick<CostEntry, "source" | "note"> & {
  /** By how much, in minor units; below zero takes back. */
  readonly byMinor: number;
  /** How many entries correct the original already. */
  readonly before: number;
};

/**
 * The entries that make a correction: of the original's days, purpose and kind, with the change as their amount. What
 * falls on closed days counts on the first open one, so that a report of theirs stays as it was printed; the two parts
 * add up to the change.
 * @param closedThrough the last closed day; null while none is
 */
export function correctingEntries(
  original: LedgerEntry,
  { source, note, byMinor, before }: CorrectionFacts,
  closedThrough: Day | null,
): CorrectingEntry[] {
  const { category, subcategory, kind, currency, fromDay, toDay, appliesTo, driver } = original;
  const facts = { source, note, category, subcategory, kind, currency, appliesTo, driver };
  const whole = { fromDay, toDay, amountMinor: byMinor };
  return parts(whole, closedThrough)
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map(({ bookedOn, ...part }, index) => {
      const externalId = `correction:${original.id}:${before + index + 1}`;
      return { entry: { ...facts, ...part, externalId }, bookedOn };
    });
}

type Part = { readonly fromDay: Day; readonly toDay: Day; readonly amountMinor: number };

function parts(whole: Part, closedThrough: Day | null): (Part & { readonly bookedOn: Day | null })[] {
  if (closedThrough === null || whole.fromDay > closedThrough) return [{ ...whole, bookedOn: null }];
  const openDay = addDays(closedThrough, 1);
  if (whole.toDay <= closedThrough) return [{ ...whole, bookedOn: openDay }];
  const closedMinor = shareOfDays(whole, whole.fromDay, closedThrough);
  return [
    { fromDay: whole.fromDay, toDay: closedThrough, amountMinor: closedMinor, bookedOn: openDay },
    { fromDay: openDay, toDay: whole.toDay, amountMinor: whole.amountMinor - closedMinor, bookedOn: null },
  ];
}
