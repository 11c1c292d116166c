import { editDistance } from "../customer-search.ts";
import type { CompanyName } from "./company-name.ts";

/** How much a word tells: the rarer among customers, the more. @returns above 0 */
export type Rarity = (token: string) => number;

/** What a word for a trade, a size or a part of the world counts, against one of a name. Chosen on the tuning half. */
const WEAK_SHARE = 0.3;
/** Words less alike than this are two words (Cohen, Ravikumar, Fienberg 2003 take 0.9). */
const SAME_WORD = 0.9;
/** Shorter words differ in meaning by one letter. */
const SHORTEST_WITH_SLIPS = 5;

/**
 * How alike two names are, 0–1: SoftTFIDF (Cohen, Ravikumar, Fienberg 2003), the cosine of their words weighted by rarity,
 * where words nearly alike by Jaro-Winkler count as one. It forgives order, slips and words that say little, and does not
 * forgive another rare word. Names in one piece and in several ("Data Soft", "DataSoft") are the same.
 */
export function nameSimilarity(a: CompanyName, b: CompanyName, rarity: Rarity): number {
  if (a.core === b.core && a.core !== "") return 1;
  const words = (name: CompanyName) =>
    new Map(
      name.tokens.map((token) => [token, rarity(token) * (name.weak.has(token) ? WEAK_SHARE : 1)] as const),
    );
  const [first, second] = [words(a), words(b)];
  let shared = 0;
  for (const [token, weight] of first) {
    const best = nearestWord(token, second);
    if (best !== null) shared += weight * (second.get(best.word) ?? 0) * best.alike;
  }
  const lengths = norm(first) * norm(second);
  return lengths === 0 ? 0 : Math.min(1, shared / lengths);
}

/** "Peter" and "Petra" are two slips apart and two names. */
const slipsIn = (word: string) => (word.length < 9 ? 1 : 2);

const norm = (words: ReadonlyMap<string, number>) =>
  Math.sqrt([...words.values()].reduce((sum, weight) => sum + weight * weight, 0));

function nearestWord(token: string, words: ReadonlyMap<string, number>) {
  if (words.has(token)) return { word: token, alike: 1 };
  if (token.length < SHORTEST_WITH_SLIPS || /\d/.test(token)) return null;
  let best: { word: string; alike: number } | null = null;
  for (const word of words.keys()) {
    if (word.length < SHORTEST_WITH_SLIPS || /\d/.test(word)) continue;
    const alike = jaroWinkler(token, word);
    const isSlip = editDistance(token, word, slipsIn(token)) <= slipsIn(token);
    if (isSlip && alike >= SAME_WORD && alike > (best?.alike ?? 0)) best = { word, alike };
  }
  return best;
}

/** Jaro's measure with Winkler's bonus for the first four letters (1990), 0–1. */
export function jaroWinkler(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  const jaro = jaroOf(from, to);
  let prefix = 0;
  while (prefix < 4 && prefix < from.length && from[prefix] === to[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(from: readonly string[], to: readonly string[]): number {
  if (from.length === 0 || to.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(from.length, to.length) / 2) - 1);
  const taken = new Set<number>();
  const matched = from.flatMap((letter, place) => {
    for (let at = Math.max(0, place - reach); at <= Math.min(to.length - 1, place + reach); at += 1) {
      if (taken.has(at) || to[at] !== letter) continue;
      taken.add(at);
      return [letter];
    }
    return [];
  });
  if (matched.length === 0) return 0;
  const others = [...taken].sort((x, y) => x - y).map((at) => to[at]);
  const swapped = matched.filter((letter, place) => letter !== others[place]).length / 2;
  const count = matched.length;
  return (count / from.length + count / to.length + (count - swapped) / count) / 3;
}
