import type { Day } from "../calendar.ts";
import type { Money } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";
import type { CostEntry } from "./cost-entry.ts";

/** What a reader of an allocation should know before trusting its rows. */
export type CostNote =
  /** Nobody in scope had any of the driver's quantity: shared equally instead. */
  | {
      readonly kind: "driver-total-zero";
      readonly driver: CostEntry["driver"];
      readonly appliesTo: readonly string[];
    }
  /** Nobody the costs are for is known, or was a customer on their days. */
  | { readonly kind: "unallocated"; readonly minor: number; readonly appliesTo: readonly string[] }
  /** Some of what a cost names is not in the file; the others carry it. */
  | { readonly kind: "unknown-targets"; readonly targets: readonly string[]; readonly count: number }
  /** Time spent on customers by members without an hourly cost. */
  | { readonly kind: "unpriced-minutes"; readonly minutes: number; readonly touches: number }
  /**
   * What is in a currency without a rate to the report's from `day` on: costs and contact time are in no figure, and
   * revenue it touches is not known. `minor` is in that currency; null where it was not added up.
   */
  | {
      readonly kind: "rate-missing";
      readonly what: "costs" | "contact-time" | "revenue";
      readonly from: string;
      readonly to: string;
      readonly day: Day;
      readonly minor: number | null;
    }
  /** Revenue of closed days that was learnt later: in the figures. */
  | { readonly kind: "revenue-adjustments"; readonly amount: Money }
  /** Orders on days of a contract that has a price: not in the revenue, because they may be what the price is for. */
  | { readonly kind: "orders-not-counted"; readonly amount: Money }
  /** Corrections of costs of closed days: in the figures. */
  | { readonly kind: "booked-corrections"; readonly count: number; readonly amount: Money }
  /** The period goes on until a later day: costs, revenue and customers are those up to `toDay`. */
  | { readonly kind: "unfinished"; readonly toDay: Day; readonly until: Day }
  /** The period before could not be worked out. */
  | { readonly kind: "previous-rate-missing"; readonly problem: Phrase };

/** At most so many scopes are named in one sentence. */
const MOST_NAMED = 3;

/** What a note says to a reader. */
export function costNotePhrase(note: CostNote): Phrase {
  switch (note.kind) {
    case "driver-total-zero":
      return phrase(`cost.note.nothing-to-share-by.${note.driver}`, { costs: named(note.appliesTo) });
    case "unallocated":
      return phrase("cost.note.for-nobody", { costs: named(note.appliesTo) });
    case "unknown-targets":
      return phrase("cost.note.not-in-file", { targets: named(note.targets, note.count) });
    case "unpriced-minutes":
      return phrase("cost.note.no-price", { minutes: note.minutes, touches: note.touches });
    case "rate-missing":
      return rateMissingPhrase(note);
    case "revenue-adjustments":
    case "orders-not-counted":
      return phrase(`cost.note.${note.kind}`, { amount: note.amount });
    case "booked-corrections":
      return phrase("cost.note.booked-corrections", { count: note.count, amount: note.amount });
    case "unfinished":
      return phrase("cost.note.unfinished", { day: { day: note.toDay }, until: { day: note.until } });
    case "previous-rate-missing":
      return phrase("cost.note.no-comparison", { why: note.problem });
  }
}

function rateMissingPhrase({
  what,
  from,
  to,
  day,
  minor,
}: Extract<CostNote, { kind: "rate-missing" }>): Phrase {
  const known = { from, to, day: { day } };
  if (minor === null) return phrase(`cost.note.rate-missing.${what}`, known);
  return phrase("cost.note.rate-missing.amount", { ...known, amount: { minor, currency: from } });
}

/** Whether costs are left out of a report, so that its sums are not all there is. */
export const leavesOutCosts = (notes: readonly CostNote[]): boolean => notes.some(isCostLeftOut);

export const isCostLeftOut = (note: CostNote): boolean =>
  note.kind === "rate-missing" && note.what !== "revenue";

function named(names: readonly string[], count = names.length): Phrase {
  const shown = names.slice(0, MOST_NAMED).join(", ");
  return phrase("cost.note.named", { names: shown, more: count - Math.min(names.length, MOST_NAMED) });
}
