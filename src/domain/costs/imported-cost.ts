import type { Day } from "../calendar.ts";
import { phrase } from "../phrase.ts";
import { type Rejection, rejection } from "../rejection.ts";
import { mayAdd } from "./closing.ts";
import type { CostEntry, LedgerEntry } from "./cost-entry.ts";
import { type KnownTargets, targetsOf, unknownTarget } from "./known-targets.ts";

/** What the ledger and the customer file know of a batch of a file. */
export type ImportFacts = {
  /** Known targets, as `printAppliesTo` writes them. */
  readonly known: KnownTargets;
  readonly closedThrough: Day | null;
};

/** An entry with the same source and external id: of the ledger, or of an earlier line of the file. */
export type KeptCost = CostEntry & Partial<Pick<LedgerEntry, "id">>;

export type ImportedCost =
  | { readonly kind: "new" }
  | { readonly kind: "there-already" }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

/**
 * What becomes of one entry of a file. One that is kept with the same facts is there already, also in a closed period;
 * a note may differ. With other facts it is rejected: an entry that was recorded changes only by a correcting one.
 */
export function judgeImportedCost(
  entry: CostEntry,
  kept: KeptCost | undefined,
  facts: ImportFacts,
): ImportedCost {
  if (kept) return sameFacts(entry, kept) ? { kind: "there-already" } : rejected(changed(entry, kept));
  const unknown = unknownTarget(targetsOf(entry.appliesTo), facts.known);
  if (unknown) return rejected(rejection(unknown.reason, unknown.problem));
  const verdict = mayAdd(entry, facts.closedThrough);
  if (verdict.kind === "allowed") return { kind: "new" };
  return rejected(rejection("closed_period", verdict.problem));
}

/** By their column in a file. */
const COLUMNS = {
  category: "category",
  subcategory: "category",
  kind: "kind",
  currency: "currency",
  amountMinor: "amount",
  fromDay: "from",
  toDay: "to",
  appliesTo: "applies_to",
  driver: "driver",
} as const satisfies Partial<Record<keyof CostEntry, string>>;
type Fact = keyof typeof COLUMNS;

/** Whether two entries say the same of what was spent; their notes may differ. */
export function sameFacts(a: CostEntry, b: CostEntry): boolean {
  return (Object.keys(COLUMNS) as Fact[]).every((fact) => a[fact] === b[fact]);
}

function changed(entry: CostEntry, kept: KeptCost): Rejection {
  // Without an id it was kept from an earlier line of this very file.
  const facts = { externalId: entry.externalId, entry: String(kept.id ?? "ID") };
  if (entry.amountMinor !== kept.amountMinor && entry.currency === kept.currency) {
    const money = (minor: number) => ({ minor, currency: entry.currency });
    const amounts = { recorded: money(kept.amountMinor), here: money(entry.amountMinor) };
    return rejection("already_recorded", phrase("rejected.recorded-amount", { ...facts, ...amounts }));
  }
  const columns = (Object.keys(COLUMNS) as Fact[])
    .filter((fact) => entry[fact] !== kept[fact])
    .map((fact) => COLUMNS[fact]);
  return rejection(
    "already_recorded",
    phrase("rejected.recorded-facts", { ...facts, columns: [...new Set(columns)].join(", ") }),
  );
}

function rejected(rejection: Rejection): ImportedCost {
  return { kind: "rejected", rejection };
}
