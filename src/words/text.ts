import { IntlMessageFormat } from "intl-messageformat";
import type { Day } from "../domain/calendar.ts";
import { formatMoney } from "../domain/money.ts";
import type { Parameter, Phrase } from "../domain/phrase.ts";
import { en } from "./en/en.ts";
import { type Locale, numbersOf, PSEUDO_LOCALE } from "./locale.ts";
import { pseudoMessage } from "./pseudo.ts";

const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };

/**
 * The text of a phrase in a language.
 * @throws when there are no words for the code, or a parameter they need is missing
 */
export function textOf({ code, parameters }: Phrase, locale: Locale): string {
  const values = Object.entries(parameters).map(([name, value]) => [name, shown(value, locale)] as const);
  return String(formatOf(code, locale).format(Object.fromEntries(values)));
}

function shown(value: Parameter, locale: Locale): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("code" in value) return textOf(value, locale);
  if ("day" in value) return dayText(value.day, locale);
  return formatMoney(value, value.digits);
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

function formatOf(code: string, locale: Locale): IntlMessageFormat {
  const key = `${locale} ${code}`;
  const known = formats.get(key);
  if (known) return known;
  const isPseudo = locale === PSEUDO_LOCALE;
  const message = MESSAGES[isPseudo ? "en" : locale]?.[code];
  if (message === undefined) throw new Error(`There are no words for “${code}” in ${locale}.`);
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
