import { type CustomerMatch, queryKey } from "../../domain/customers/customer-search.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import { type LookUpCustomerDeps, type LookUpResult, lookUpCustomer } from "../customers/look-up-customer.ts";

export type FindAskedDeps = LookUpCustomerDeps & { readonly customers: Pick<CustomerStore, "search"> };

/**
 * The customer a question names. As a look-up finds them, but stricter where only a part of a name was typed: "it" stands
 * inside "Initech" and means nobody.
 */
export async function findAsked(deps: FindAskedDeps, name: string): Promise<LookUpResult> {
  const found = await lookUpCustomer(deps, name);
  if (found.kind !== "found" || found.how !== "partial") return found;
  const key = queryKey(name);
  const { matches } = await deps.customers.search(key, [], 1);
  return matches.some((match) => beginsAWord(match, key)) ? found : { kind: "none", nearest: matches };
}

/** Han characters have no spaces between words: any place in a name is as good as its beginning. */
function beginsAWord({ keys }: CustomerMatch, key: string): boolean {
  if (/^\p{Script=Han}{2,}/u.test(key)) return true;
  return keys.some((known) => known.startsWith(key) || known.includes(` ${key}`));
}
