/** The languages there are words in. */
export const LOCALES = ["en"] as const;
/** English made longer and accented, to see where text would be cut or never passed through the words. */
export const PSEUDO_LOCALE = "en-XA";

export type Locale = (typeof LOCALES)[number] | typeof PSEUDO_LOCALE;

const FALLBACK: Locale = "en";

/** The language we have for a locale as Slack names it ("zh-TW", "en-GB"); English where there are no words in it. */
export function localeOf(slackLocale: string | null): Locale {
  if (slackLocale === null) return FALLBACK;
  const language = slackLocale.split("-")[0];
  return LOCALES.find((locale) => locale === slackLocale || locale === language) ?? FALLBACK;
}

/** Days and thousands as Britain writes them, as all of Mainstay does. */
export const numbersOf = (locale: Locale): string =>
  locale === PSEUDO_LOCALE || locale === "en" ? "en-GB" : locale;
