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
    case "previous-rate-missing":
      return phrase("cost.note.no-comparison", { why: note.problem });
  }
}

function named(names: readonly string[], count = names.length): Phrase {
  const shown = names.slice(0, MOST_NAMED).join(", ");
  return phrase("cost.note.named", { names: shown, more: count - Math.min(names.length, MOST_NAMED) });
}
