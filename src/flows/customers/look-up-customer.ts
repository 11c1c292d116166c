import {
  type CustomerMatch,
  type CustomerSearch,
  clearlyMeant,
  LONGEST_QUERY,
  queryKey,
  slips,
} from "../../domain/customers/customer-search.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type LookUpCustomerDeps = { readonly customers: Pick<CustomerStore, "search"> };

export type LookUpResult =
  | { readonly kind: "found"; readonly customerId: number; readonly how: CustomerSearch["kind"] }
  | {
      readonly kind: "choice";
      readonly matches: readonly CustomerMatch[];
      readonly more: boolean;
      readonly how: "exact" | "partial";
    }
  | { readonly kind: "none"; readonly nearest: readonly CustomerMatch[] }
  | { readonly kind: "nothing-to-look-up" }
  | { readonly kind: "too-long"; readonly longest: number };

/** As many as a person reads before narrowing down. */
export const CHOICES = 10;
const NEAREST_NAMES = 5;

/** Finds the customer someone typed; several are offered, never guessed between. */
export async function lookUpCustomer(deps: LookUpCustomerDeps, typed: string): Promise<LookUpResult> {
  if (typed.length > LONGEST_QUERY) return { kind: "too-long", longest: LONGEST_QUERY };
  const key = queryKey(typed);
  if (key === "") return { kind: "nothing-to-look-up" };
  const found = await deps.customers.search(key, slips(key), CHOICES + 1);
  return found.kind === "similar" ? nearestTo(key, found.matches) : among(found.matches, found.kind);
}

function among(matches: readonly CustomerMatch[], how: "exact" | "partial"): LookUpResult {
  const [first, second] = matches;
  if (first && !second) return { kind: "found", customerId: first.id, how };
  return { kind: "choice", matches: matches.slice(0, CHOICES), more: matches.length > CHOICES, how };
}

function nearestTo(key: string, candidates: readonly CustomerMatch[]): LookUpResult {
  const meant = clearlyMeant(key, candidates);
  if (meant) return { kind: "found", customerId: meant.id, how: "similar" };
  return { kind: "none", nearest: candidates.slice(0, NEAREST_NAMES) };
}
