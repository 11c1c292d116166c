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
  | { readonly kind: "previous-rate-missing"; readonly message: string };

/** At most so many scopes are named in one sentence. */
const MOST_NAMED = 3;

/** A note as a sentence. */
export function costNoteText(note: CostNote): string {
  switch (note.kind) {
    case "driver-total-zero":
      return `Nobody had any ${QUANTITY[note.driver]} to share by for ${named(note.appliesTo)}: shared equally by days instead.`;
    case "unallocated":
      return `Some costs are for nobody known (${named(note.appliesTo)}): they count in the total, not for any customer.`;
    case "unknown-targets":
      return `Not in the customer file, so the others named beside them carry the cost: ${named(note.targets, note.count)}.`;
    case "unpriced-minutes":
      return `${note.minutes} minutes of ${note.touches === 1 ? "1 touch" : `${note.touches} touches`} have no price: their member has no hourly cost.`;
    case "previous-rate-missing":
      return `No comparison with the period before: ${note.message}`;
  }
}

const QUANTITY: Readonly<Record<CostEntry["driver"], string>> = {
  equal: "days",
  revenue: "revenue",
  orders: "orders",
  tickets: "tickets",
  touches: "touches",
  minutes: "minutes",
};

function named(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, MOST_NAMED).join(", ");
  const more = count - Math.min(names.length, MOST_NAMED);
  return more > 0 ? `${shown} and ${more} more` : shown;
}
