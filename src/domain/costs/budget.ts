import type { Day } from "../calendar.ts";
import { COST_CATEGORIES, type CostCategory } from "./cost-entry.ts";

/** Whose costs a budget limits. */
export type BudgetScope =
  | { readonly kind: "all" }
  | { readonly kind: "segment"; readonly name: string }
  | { readonly kind: "category"; readonly category: CostCategory };

/** What may be spent on some days, both included. A plan, not part of the ledger: it may change at any time. */
export type CostBudget = {
  readonly scope: BudgetScope;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly amountMinor: number;
  readonly currency: string;
};

/** Reads `all`, `segment:NAME` or `category:NAME`; null for anything else. */
export function parseBudgetScope(text: string): BudgetScope | null {
  if (/^all$/i.test(text.trim())) return { kind: "all" };
  const match = /^(segment|category)\s*[:：]\s*(.+)$/is.exec(text.trim());
  const name = match?.[2]?.trim();
  if (name === undefined || name === "") return null;
  if (match?.[1]?.toLowerCase() === "segment") return { kind: "segment", name };
  const category = COST_CATEGORIES.find((known) => known === name.toLowerCase());
  return category === undefined ? null : { kind: "category", category };
}

/** How the store writes it. */
export function printBudgetScope(scope: BudgetScope): string {
  switch (scope.kind) {
    case "all":
      return "all";
    case "segment":
      return `segment:${scope.name}`;
    case "category":
      return `category:${scope.category}`;
  }
}
