import { IntlMessageFormat } from "intl-messageformat";
import type { Day } from "../domain/calendar.ts";
import type { Parameter, Phrase } from "../domain/phrase.ts";
import { en } from "./en/en.ts";
import { type Locale, numbersOf, PSEUDO_LOCALE } from "./locale.ts";
import { type MissingWords, reportOnce } from "./missing-words.ts";
import { moneyText } from "./money.ts";
import { pseudoMessage } from "./pseudo.ts";

const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };

/**
 * The text of a phrase in a language. A phrase that was kept by a newer version, and one of which something is missing,
 * gets a text that says so, and is reported once: what stands around it is still read.
 */
export function textOf({ code, parameters }: Phrase, locale: Locale): string {
  const format = formatOf(code, locale);
  if (format === null) return withoutWords("words.unknown", { code, locale, why: "the code is unknown" });
  try {
    const values = Object.entries(parameters).map(([name, value]) => [name, shown(value, locale)] as const);
    return String(format.format(Object.fromEntries(values)));
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
  return String(formatOf(instead, missing.locale)?.format({ code }) ?? code);
}

function shown(value: Parameter, locale: Locale): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("code" in value) return textOf(value, locale);
  if ("day" in value) return dayText(value.day, locale);
  return moneyText(value, locale, value.digits);
}

function dayText(day: Day, locale: Locale): string {
  const format = new Intl.DateTimeFormat(numbersOf(locale), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(code: string, locale: Locale): IntlMessageFormat | null {
  const key = `${locale} ${code}`;
  const known = formats.get(key);
  if (known) return known;
  const isPseudo = locale === PSEUDO_LOCALE;
  const message = MESSAGES[isPseudo ? "en" : locale]?.[code];
  if (message === undefined) return null;
  const format = new IntlMessageFormat(
    isPseudo ? pseudoMessage(message) : message,
    numbersOf(locale),
    undefined,
    {
      ignoreTag: true,
    },
  );
  formats.set(key, format);
  return format;
}
