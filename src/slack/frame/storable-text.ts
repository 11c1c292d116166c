/** Deeper than anything Slack sends, and far from where a program that goes through it would run out of stack. Chosen. */
const DEEPEST = 60;

const NUL = "\u0000";
const HALF_CHARACTER = /\p{Cs}/gu;
const INSTEAD = "\uFFFD";

/**
 * The same with text that a database can keep: PostgreSQL takes neither NUL nor half a character (a lone surrogate), which Slack
 * does not send and a signed request can hold. Both become U+FFFD. What lies deeper than any payload is left out.
 */
export function storable(part: unknown, depth = 0): unknown {
  if (typeof part === "string") return part.replaceAll(NUL, INSTEAD).replace(HALF_CHARACTER, INSTEAD);
  if (typeof part !== "object" || part === null) return part;
  if (depth > DEEPEST) return null;
  if (Array.isArray(part)) return part.map((each) => storable(each, depth + 1));
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [storable(key), storable(value, depth + 1)]),
  );
}
