import type { Day } from "../calendar.ts";
import { formatMoney } from "../money.ts";
import type { Rejection } from "../rejection.ts";
import { mayAdd } from "./closing.ts";
import type { CostEntry, LedgerEntry } from "./cost-entry.ts";
import { type KnownTargets, targetsOf, unknownTarget } from "./known-targets.ts";

/** What the ledger and the customer file know of a stretch of a file. */
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
  if (unknown) return rejected(unknown);
  const verdict = mayAdd(entry, facts.closedThrough);
  if (verdict.kind === "allowed") return { kind: "new" };
  return rejected({ reason: "closed_period", detail: verdict.message });
}

const FACTS = {
  category: "category",
  subcategory: "kind of labour",
  kind: "kind",
  currency: "currency",
  amountMinor: "amount",
  fromDay: "first day",
  toDay: "last day",
  appliesTo: "applies_to",
  driver: "driver",
} as const satisfies Partial<Record<keyof CostEntry, string>>;
type Fact = keyof typeof FACTS;

/** Whether two entries say the same of what was spent; their notes may differ. */
export function sameFacts(a: CostEntry, b: CostEntry): boolean {
  return (Object.keys(FACTS) as Fact[]).every((fact) => a[fact] === b[fact]);
}

function changed(entry: CostEntry, kept: KeptCost): Rejection {
  const which = kept.id === undefined ? "" : ` (entry ${kept.id})`;
  const correct = `npm run mainstay -- ledger correct ${kept.id ?? "ID"}`;
  if (entry.amountMinor !== kept.amountMinor && entry.currency === kept.currency) {
    const money = (minor: number) => formatMoney({ minor, currency: entry.currency });
    return {
      reason: "already_recorded",
      detail:
        `“${entry.externalId}” is already recorded with another amount${which}: ${money(kept.amountMinor)}, here ` +
        `${money(entry.amountMinor)}. Add a correcting entry: ${correct} --to AMOUNT.`,
    };
  }
  const names = (Object.keys(FACTS) as Fact[])
    .filter((fact) => entry[fact] !== kept[fact])
    .map((fact) => FACTS[fact]);
  return {
    reason: "already_recorded",
    detail:
      `“${entry.externalId}” is already recorded${which} with another ${names.join(" and ")}. Take the recorded one back ` +
      `(${correct} --to 0) and give the new one another external_id.`,
  };
}

function rejected(rejection: Rejection): ImportedCost {
  return { kind: "rejected", rejection };
}
