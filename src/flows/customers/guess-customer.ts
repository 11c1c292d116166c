import type { CustomerMatch } from "../../domain/customers/customer-search.ts";
import { namesInText } from "../../domain/customers/names-in-text.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";

export type GuessCustomerDeps = { readonly customers: Pick<CustomerStore, "called"> };

/** As many as show that the text names several. */
const LOOKED_AT = 20;

/** The one customer whose name stands in a text, the longest name first; null where none does, or two as long. */
export async function guessCustomer(
  { customers }: GuessCustomerDeps,
  text: string,
): Promise<CustomerMatch | null> {
  const names = namesInText(text);
  if (names.length === 0) return null;
  const found = await customers.called(names, LOOKED_AT);
  const inText = new Set(names);
  const ranked = found
    .map((match) => ({ match, length: longest(match.keys.filter((key) => inText.has(key))) }))
    .sort((a, b) => b.length - a.length);
  const [best, second] = ranked;
  return best === undefined || second?.length === best.length ? null : best.match;
}

const longest = (keys: readonly string[]): number => Math.max(0, ...keys.map((key) => key.length));
