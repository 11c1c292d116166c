/** Line breaks and every other control character, half surrogates, and characters that turn the reading order. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Text from outside as one clean line for a `plain_text` element.
 * @param maxLength in UTF-16 units; longer text ends in "…" and never in half a character
 */
export function plainLine(text: string, maxLength: number): string {
  return shorten(cleanLine(text), maxLength, (character) => character);
}

/**
 * Text from outside as one line of mrkdwn that shows exactly what it says: `&`, `<` and `>` become entities, so no
 * mention or link can form, and a zero-width space takes the meaning from `*`, `_`, `~`, backquotes and `:emoji:`.
 * @param maxLength of the escaped text, in UTF-16 units; an entity is never cut in two
 */
export function escapeMrkdwn(text: string, maxLength: number): string {
  return shorten(cleanLine(text), maxLength, (character) => NEUTRAL.get(character) ?? character);
}

const ZERO_WIDTH_SPACE = "\u200B";
const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["*", `*${ZERO_WIDTH_SPACE}`],
  ["_", `_${ZERO_WIDTH_SPACE}`],
  ["~", `~${ZERO_WIDTH_SPACE}`],
  ["`", `\`${ZERO_WIDTH_SPACE}`],
  [":", `:${ZERO_WIDTH_SPACE}`],
  ["@", `@${ZERO_WIDTH_SPACE}`],
]);

function cleanLine(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(/ {2,}/g, " ").trim();
}

function shorten(text: string, maxLength: number, write: (character: string) => string): string {
  const written = Array.from(text, write);
  let length = written.reduce((sum, part) => sum + part.length, 0);
  if (length <= maxLength) return written.join("");
  while (written.length > 0 && length > maxLength - 1) length -= written.pop()?.length ?? 0;
  return `${written.join("").trimEnd()}…`;
}
