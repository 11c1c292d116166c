import { asWritten, type Phrase, phrase } from "../phrase.ts";
import { phraseList } from "../phrase-list.ts";

/** Customers whose file names a contract that no figure can count: it does not say when it began, or it ends before. */
export type ContractsWithoutStart = {
  readonly customers: number;
  /** Of the first few, in the order of the alphabet. */
  readonly names: readonly string[];
};

/** What stands beside every figure that leaves them out; null where there are none. */
export function contractsWithoutStartPhrase({ customers, names }: ContractsWithoutStart): Phrase | null {
  const listed = phraseList(names.map(asWritten), "comma");
  if (listed === null) return null;
  return phrase("figures.contracts-without-start", {
    customers,
    names: listed,
    more: customers - names.length,
  });
}
