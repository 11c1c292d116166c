import type { Say } from "./say.ts";

type Link = "comma" | "semicolon" | "sentence";

/** Texts one after the other as the reader's language joins them; "" for none. */
function joined(parts: readonly string[], link: Link, say: Say): string {
  const [last = "", ...others] = parts.toReversed();
  return others.reduce((rest, first) => say(`list.${link}`, { first, rest }), last);
}

/** "a, b, c". */
export const commaList = (parts: readonly string[], say: Say): string => joined(parts, "comma", say);

/** "a; b; c", of what has commas of its own. */
export const semicolonList = (parts: readonly string[], say: Say): string => joined(parts, "semicolon", say);

/** Sentences one behind the other. */
export const sentences = (parts: readonly string[], say: Say): string => joined(parts, "sentence", say);

/** "Owner: Ana". */
export const labelled = (name: string, what: string, say: Say): string => say("list.named", { name, what });

/** "Ana (buyer)". */
export const bracketed = (what: string, more: string, say: Say): string =>
  say("list.bracketed", { what, more });

/** “acme”, as the reader's language quotes. */
export const quotedText = (text: string, say: Say): string => say("list.quoted", { text });
