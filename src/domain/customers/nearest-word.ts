import { editDistance } from "./customer-search.ts";

/**
 * The known word that a mistyped one means: one slip away, two from six letters on; the first of those equally near.
 * Null where none is so near, and for words too short for a slip to hide in.
 */
export function nearestWord<Known extends string>(typed: string, known: readonly Known[]): Known | null {
  const word = typed.toLowerCase();
  const exact = known.find((candidate) => candidate === word);
  if (exact !== undefined || Array.from(word).length < 3) return exact ?? null;
  const allowed = Array.from(word).length < 6 ? 1 : 2;
  const ranked = known
    .map((candidate) => ({ candidate, slips: editDistance(word, candidate, allowed) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate ?? null;
}

/** A text with each mistyped word put right; null where one means no known word, or where all of it is right. */
export function nearestWords(typed: string, known: readonly string[]): string | null {
  const words = typed.trim().split(/\s+/);
  const meant = words.map((word) => nearestWord(word, known));
  if (meant.includes(null)) return null;
  const text = meant.join(" ");
  return text === words.join(" ").toLowerCase() ? null : text;
}
