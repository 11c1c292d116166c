import { FALLBACK_LOCALE } from "../domain/fallback-locale.ts";

/** The languages there are words in. */
export const LOCALES = [FALLBACK_LOCALE] as const;
/** English made longer and accented, to see where text would be cut or never passed through the words. */
export const PSEUDO_LOCALE = "en-XA";

export type Locale = (typeof LOCALES)[number] | typeof PSEUDO_LOCALE;

/**
 * The language we have for a locale as Slack names it ("zh-TW", "en-GB"); English where there are no words in it. Slack
 * has no pseudo-locale: who carries one was given it, to look at the bot with.
 */
export function localeOf(slackLocale: string | null): Locale {
  if (slackLocale === PSEUDO_LOCALE) return PSEUDO_LOCALE;
  if (slackLocale === null) return FALLBACK_LOCALE;
  const language = slackLocale.split("-")[0];
  return LOCALES.find((locale) => locale === slackLocale || locale === language) ?? FALLBACK_LOCALE;
}

const isEnglish = (locale: Locale) => locale === PSEUDO_LOCALE || locale === "en";

/** Days and numbers as Britain writes them, as all of Mainstay does. */
export const numbersOf = (locale: Locale): string => (isEnglish(locale) ? "en-GB" : locale);

/** Amounts as all of the English-speaking world reads them: "$", "CA$", "A$", where Britain's "US$" looks foreign. */
export const moneyOf = (locale: Locale): string => (isEnglish(locale) ? "en" : locale);
