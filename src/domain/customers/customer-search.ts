import { normaliseName } from "./customer-name.ts";

/** A customer as a look-up lists it. */
export type CustomerMatch = {
  readonly id: number;
  readonly name: string;
  readonly externalId: string;
  readonly domain: string | null;
  readonly segment: string | null;
  readonly town: string | null;
  readonly country: string | null;
  /** The owner's name; the e-mail where nobody in the workspace has it. */
  readonly owner: string | null;
  /** Of value, as last ranked; null: not known. */
  readonly tier: "top" | "middle" | "rest" | null;
  /** What it can be found by, normalised. */
  readonly keys: readonly string[];
};

/** What a look-up found: an exact spelling, a part of one, or what comes nearest; never two of them at once. */
export type CustomerSearch = {
  readonly kind: "exact" | "partial" | "similar";
  readonly matches: readonly CustomerMatch[];
};

/** The longest text worth looking up: longer ones are no name, alias, domain or number. */
export const LONGEST_QUERY = 200;

/** The normalised key of what someone typed: a name, an alias, an external id, a domain or a whole web address. */
export function queryKey(typed: string): string {
  const address = /^(?:https?:\/\/|www\.)([^\s/?#]+)/i.exec(typed.trim());
  const host = address?.[1]?.replace(/^www\./i, "");
  return normaliseName(host ?? typed);
}

/**
 * Spellings one slip away that trigrams miss in short words: two neighbours swapped, one letter too many.
 * About 2n of them for n characters; none for keys too long for a slip to hide in.
 */
export function slips(key: string): string[] {
  const letters = Array.from(key);
  if (letters.length < 3 || letters.length > 40) return [];
  const swapped = letters
    .slice(1)
    .map((letter, i) => [...letters.slice(0, i), letter, letters[i], ...letters.slice(i + 2)]);
  const dropped = letters.map((_, i) => letters.filter((_, place) => place !== i));
  return [...new Set([...swapped, ...dropped].map((parts) => parts.join("")))].filter((slip) => slip !== key);
}

/**
 * The one customer a mistyped key clearly means: a single slip away (two from eight characters on) while every
 * other candidate is further off. Null where nothing is close or two are equally close.
 */
export function clearlyMeant(key: string, candidates: readonly CustomerMatch[]): CustomerMatch | null {
  const length = Array.from(key).length;
  if (length < 3) return null;
  const allowed = length < 8 ? 1 : 2;
  const ranked = candidates
    .map((match) => ({
      match,
      slips: Math.min(...match.keys.flatMap(beginnings).map((known) => editDistance(key, known, allowed))),
    }))
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = ranked;
  if (!best || best.slips > allowed || second?.slips === best.slips) return null;
  return best.match;
}

/** A key, and what it begins with word by word: people type "globex" for "globex 100 ltd". */
function beginnings(key: string): string[] {
  const words = key.split(" ");
  return words.map((_, last) => words.slice(0, last + 1).join(" "));
}

/**
 * Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment, Damerau 1964).
 * @returns `limit + 1` for anything further apart than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let [twoBack, last]: [number[], number[]] = [[], to.map((_, i) => i).concat(to.length)];
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const at = (list: number[], place: number) => list[place] ?? limit + 1;
      const replaced = at(last, j) + (letter === other ? 0 : 1);
      const swapped = letter === to[j - 1] && from[i - 1] === other ? at(twoBack, j - 1) + 1 : replaced;
      row.push(Math.min(replaced, swapped, at(last, j + 1) + 1, at(row, j) + 1));
    }
    [twoBack, last] = [last, row];
  }
  return Math.min(last.at(-1) ?? 0, limit + 1);
}
