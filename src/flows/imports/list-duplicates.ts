import { type ListedPair, PAIRS_NAMED } from "../../domain/customers/joins/listed-pair.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";

export type ListDuplicatesDeps = { readonly customerPairs: Pick<CustomerPairStore, "proposed" | "find"> };

export type ListedDuplicates = { readonly pairs: ListedPair[]; readonly more: number };

/**
 * Customers who may be one, what says most first; or some pairs as they stand now.
 * @param request.pairs those of a message; left out: the open ones
 */
export async function listDuplicates(
  { customerPairs }: ListDuplicatesDeps,
  request: {
    readonly pairs?: ReadonlyArray<{ readonly firstId: number; readonly secondId: number }>;
    readonly limit?: number;
  } = {},
): Promise<ListedDuplicates> {
  const { pairs: wanted, limit = PAIRS_NAMED } = request;
  const { pairs, inAll } = await customerPairs.proposed(limit);
  if (wanted === undefined) return { pairs, more: inAll - pairs.length };
  const found = await customerPairs.find(wanted);
  const open = found.filter(({ status }) => status === "proposed").length;
  return { pairs: found, more: Math.max(0, inAll - open) };
}
