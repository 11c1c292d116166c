/**
 * Our own mrkdwn as the plain text of a field of a Work Object. Slack does not say how a field reads angle brackets, so
 * they become the quotation marks that look like them; the zero-width spaces of `escapeMrkdwn` stay. So text from outside
 * shows as it is and forms neither mention, link nor formatting, whichever way Slack reads it.
 * @param maxLength in UTF-16 units; longer text ends in "…"
 */
export function fieldText(lines: readonly string[], maxLength = 1000): string {
  const text = lines
    .map(withoutOwnMarks)
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("&lt;", "‹")
    .replaceAll("&gt;", "›")
    .replaceAll("&amp;", "&");
  return shortened(text, maxLength);
}

/** Marks from outside have a zero-width space behind them. */
const withoutOwnMarks = (line: string): string =>
  line
    .replace(/<[^|>]+\|([^>]*)>/g, "$1")
    .replace(/<([^>]*)>/g, "$1")
    .replace(/[*\x60](?!\u200B)/g, "")
    .replace(/^_(?!\u200B)|_$/g, "")
    .trim();

function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const letters = Array.from(text.slice(0, maxLength));
  while (letters.join("").length > maxLength - 1) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
