import { sentences } from "../../words/joined.ts";
import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";

/** A full stop where a line has none of its own, in any of our languages. */
const ENDS = /[.!?:;。！？：；…]$/u;

/**
 * Lines of our own mrkdwn as a notification shows them and a screen reader reads them: sentences after one another,
 * without what only the eye makes use of.
 */
export function spoken(lines: readonly string[], locale: Locale): string {
  const say = sayIn(locale);
  const told = lines
    .flatMap((line) => line.split("\n"))
    .map((line) =>
      line
        .replace(/^[•_]\s*|_$/gu, "")
        .replaceAll("*", "")
        .trim(),
    )
    .filter((line) => line !== "");
  const ended = told.map((line) => (ENDS.test(line) ? line : say("list.ended", { text: line })));
  return sentences(ended, say);
}
