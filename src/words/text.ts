import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Day } from "../domain/calendar.ts";
import { FALLBACK_LOCALE } from "../domain/fallback-locale.ts";
import type { Parameter, Phrase } from "../domain/phrase.ts";
import { marked, withJoints } from "./joints.ts";
import { dateFormat, numberFormat } from "./kept-formats.ts";
import { LANGUAGES } from "./languages.ts";
import { type Locale, languageOf, numbersOf, PSEUDO_LOCALE } from "./locale.ts";
import { type MissingWords, reportOnce } from "./missing-words.ts";
import { moneyText } from "./money.ts";
import { pseudoMessage } from "./pseudo.ts";

/** Every message of every language, by language and code. */
export const CATALOGUE: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(LANGUAGES).map(([locale, { messages }]) => [locale, messages]),
);

/**
 * The text of a phrase in a language. A phrase that was kept by a newer version, and one of which something is missing,
 * gets a text that says so, and is reported once: what stands around it is still read.
 */
export function textOf({ code, parameters }: Phrase, locale: Locale): string {
  const format = formatOf(code, locale);
  if (format === null) return withoutWords("words.unknown", { code, locale, why: "the code is unknown" });
  try {
    const values = Object.entries(parameters).map(([name, value]) => {
      const isPlain = format.plain.has(name);
      const text = typeof value === "number" && isPlain ? numberText(value, locale) : shown(value, locale);
      return [name, isPlain && format.spacesLatin ? marked(String(text)) : text] as const;
    });
    const text = String(format.message.format(Object.fromEntries(values)));
    return format.spacesLatin ? withJoints(text) : text;
  } catch (error) {
    return withoutWords("words.incomplete", { code, locale, why: String(error) });
  }
}

/** A code of ours is far shorter; what was kept may be anything. */
const LONGEST_CODE = 80;

function withoutWords(
  instead: "words.unknown" | "words.incomplete",
  missing: MissingWords & { readonly locale: Locale },
): string {
  reportOnce(missing);
  const code = missing.code.slice(0, LONGEST_CODE);
  return String(formatOf(instead, missing.locale)?.message.format({ code }) ?? code);
}

function shown(value: Parameter, locale: Locale): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("code" in value) return textOf(value, locale);
  if ("day" in value) return dayText(value.day, locale);
  return moneyText(value, locale, value.digits);
}

/** As `{name, number}` is, where a message says no more than `{name}`: 12,000 customers are never 12000. */
export const numberText = (value: number, locale: Locale) =>
  numberFormat(numbersOf(locale), {}).format(value);

export function dayText(day: Day, locale: Locale): string {
  const format = dateFormat(numbersOf(locale), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

type Format = {
  readonly message: IntlMessageFormat;
  /** The parameters of which the message says nothing but their names. */
  readonly plain: ReadonlySet<string>;
  /** Whether spaces are mended where the message and what stands in it touch. */
  readonly spacesLatin: boolean;
};

const formats = new Map<string, Format>();

/** The parsed message of a code; null where the language has none. */
export function formatOf(code: string, locale: Locale): Format | null {
  const key = `${locale} ${code}`;
  const known = formats.get(key);
  if (known) return known;
  const { messages, spacesLatin } = languageOf(locale);
  // What the command line alone says is English for everybody.
  const message = messages[code] ?? LANGUAGES[FALLBACK_LOCALE].messages[code];
  if (message === undefined) return null;
  const text = locale === PSEUDO_LOCALE ? pseudoMessage(message) : message;
  const parsed = new IntlMessageFormat(text, numbersOf(locale), undefined, { ignoreTag: true });
  const plain = isCommandLines(code) ? NONE : plainIn(parsed.getAst());
  const format = { message: parsed, plain, spacesLatin };
  formats.set(key, format);
  return format;
}

const NONE: ReadonlySet<string> = new Set();

/** Numbers there may be ids that somebody copies into a command. */
const isCommandLines = (code: string) => code.startsWith("cli.") || code.endsWith(".cli");

function plainIn(elements: readonly MessageFormatElement[]): ReadonlySet<string> {
  const uses = elements.flatMap(usesIn);
  const otherwise = new Set(uses.filter(({ plain }) => !plain).map(({ name }) => name));
  return new Set(uses.flatMap(({ name, plain }) => (plain && !otherwise.has(name) ? [name] : [])));
}

type Use = { readonly name: string; readonly plain: boolean };

function usesIn(element: MessageFormatElement): Use[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  const own = { name: element.value, plain: element.type === TYPE.argument };
  const inside =
    "options" in element ? Object.values(element.options).flatMap(({ value }) => value.flatMap(usesIn)) : [];
  return [own, ...inside];
}
