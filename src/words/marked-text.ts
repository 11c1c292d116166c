import type { Parameter, Phrase } from "../domain/phrase.ts";
import type { Locale } from "./locale.ts";
import { moneyText } from "./money.ts";
import { dayText, formatOf, numberText, textOf } from "./text.ts";

/** A sentence of ours, and apart from it the texts that others wrote and that belong into it. */
export type MarkedText = {
  /** With `{name}` where a text of others belongs. */
  readonly text: string;
  /** The texts, by the names in `text`. */
  readonly others: Readonly<Record<string, string>>;
};

/**
 * The text of a phrase for whoever must not take the words of others for ours: a phrase's own words are ours, and so are its
 * numbers, days and amounts; any other text that stands in it came from a file, a form or a person.
 */
export function markedText(given: Phrase, locale: Locale): MarkedText {
  const others: Record<string, string> = {};
  return { text: written(given, locale, others), others };
}

/** A text of others on its way through a message: a choice by it still works. */
class TextOfOthers {
  readonly name: string;
  readonly text: string;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

function written(given: Phrase, locale: Locale, others: Record<string, string>): string {
  const format = formatOf(given.code, locale);
  // The text instead names the code alone.
  if (format === null) return textOf({ code: given.code, parameters: {} }, locale);
  const values = Object.entries(given.parameters).map(([name, value]) => [
    name,
    givenAs(name, value, { locale, others, isPlain: format.plain.has(name) }),
  ]);
  try {
    const parts = format.message.formatToParts<TextOfOthers>(Object.fromEntries(values));
    return parts.map(({ value }) => (value instanceof TextOfOthers ? mark(value, others) : value)).join("");
  } catch {
    return textOf({ code: given.code, parameters: {} }, locale);
  }
}

type Place = {
  readonly locale: Locale;
  readonly others: Record<string, string>;
  readonly isPlain: boolean;
};

function givenAs(name: string, value: Parameter, { locale, others, isPlain }: Place) {
  if (typeof value === "string") return isPlain ? new TextOfOthers(name, value) : value;
  if (typeof value === "number") return isPlain ? numberText(value, locale) : value;
  if ("code" in value) return written(value, locale, others);
  return "day" in value ? dayText(value.day, locale) : moneyText(value, locale, value.digits);
}

/** Keeps a text under a name that is free, and gives what stands for it. */
function mark({ name, text }: TextOfOthers, others: Record<string, string>): string {
  const isFree = (key: string) => !(key in others) || others[key] === text;
  let key = name;
  for (let number = 2; !isFree(key); number += 1) key = `${name}${number}`;
  others[key] = text;
  return `{${key}}`;
}
