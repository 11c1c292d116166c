import { FALLBACK_LOCALE } from "../domain/fallback-locale.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./languages.ts";

// By way of a template: the key of a constant would widen to any string.
type Spoken = `${keyof typeof LANGUAGES}`;

/** The languages there are words in. */
export const LOCALES = Object.keys(LANGUAGES) as readonly Spoken[];
/** English made longer and accented, to see where text would be cut or never passed through the words. */
export const PSEUDO_LOCALE = "en-XA";

export type Locale = Spoken | typeof PSEUDO_LOCALE;

/**
 * The language we have for a locale as Slack names it ("zh-TW", "en-GB"), by its language and script: Hong Kong reads
 * Traditional Chinese, Singapore and a bare "zh" Simplified. English where there are no words in it. Slack has no
 * pseudo-locale: who carries one was given it, to look at the bot with.
 */
export function localeOf(slackLocale: string | null): Locale {
  if (slackLocale === PSEUDO_LOCALE) return PSEUDO_LOCALE;
  const asked = scriptOf(slackLocale ?? FALLBACK_LOCALE);
  return BY_SCRIPT.get(asked) ?? FALLBACK_LOCALE;
}

/** "zh-Hant" for "zh-TW"; null for what is no locale at all. */
function scriptOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

const BY_SCRIPT: ReadonlyMap<string | null, Locale> = new Map(
  LOCALES.map((locale) => [scriptOf(locale), locale]),
);

/** The language of a locale; the pseudo-locale is English. */
export const languageOf = (locale: Locale): Language =>
  LANGUAGES[locale === PSEUDO_LOCALE ? FALLBACK_LOCALE : locale];

/** The locale by which days and numbers are written. */
export const numbersOf = (locale: Locale): string => languageOf(locale).numbers;

/** The locale by which amounts are written. */
export const moneyOf = (locale: Locale): string => languageOf(locale).money;

/** The language that somebody named: "繁體中文", "traditional chinese", "zh-TW"; null for one that we do not speak. */
export function languageNamed(typed: string): Spoken | null {
  const given = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const named = LOCALES.find((locale) => {
    const { name, commands } = LANGUAGES[locale];
    return [name.toLowerCase(), locale.toLowerCase(), ...commands.alsoCalled].includes(given);
  });
  if (named !== undefined) return named;
  const asked = /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/.test(given) ? scriptOf(given) : null;
  return LOCALES.find((locale) => scriptOf(locale) === asked) ?? null;
}
