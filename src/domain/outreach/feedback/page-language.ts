import { FALLBACK_LOCALE } from "../../fallback-locale.ts";

/** The languages that customers are asked in, as BCP 47 names them. */
export const PAGE_LANGUAGES = [FALLBACK_LOCALE, "de", "fr", "es", "zh-Hans", "zh-Hant"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Files name languages in words as well, in English or in the language itself. */
const BY_NAME: ReadonlyMap<string, PageLanguage> = new Map([
  ["english", FALLBACK_LOCALE],
  ["german", "de"],
  ["deutsch", "de"],
  ["french", "fr"],
  ["français", "fr"],
  ["francais", "fr"],
  ["spanish", "es"],
  ["español", "es"],
  ["espanol", "es"],
  ["chinese", "zh-Hans"],
  ["中文", "zh-Hans"],
  ["简体中文", "zh-Hans"],
  ["繁體中文", "zh-Hant"],
  ["繁体中文", "zh-Hant"],
] as const);

/** Where traditional characters are written. */
const TRADITIONAL = /^zh[-_](?:hant|tw|hk|mo)\b/;

/**
 * The language we have for one as a file or a browser names it: "de", "de-AT", "zh_TW", "Deutsch". Chinese without a region
 * is simplified. Null where there are no words in it.
 */
export function pageLanguageOf(named: string | null): PageLanguage | null {
  const name = (named ?? "").trim().toLowerCase();
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  if (TRADITIONAL.test(name)) return "zh-Hant";
  const [language] = name.split(/[-_]/);
  if (language === "zh") return "zh-Hans";
  return PAGE_LANGUAGES.find((one) => one === language) ?? null;
}

/** The first language in a list of wishes that there are words in, else English: the contact's, then the customer's. */
export const firstPageLanguage = (wishes: ReadonlyArray<string | null>): PageLanguage =>
  wishes.map(pageLanguageOf).find((one) => one !== null) ?? FALLBACK_LOCALE;

/** What a browser asks for, best first, by its header (RFC 9110, 12.5.4). */
export function acceptedLanguages(header: string): string[] {
  const asked = header
    .split(",")
    .slice(0, 20)
    .map((one) => {
      const [language = "", ...rest] = one.split(";");
      const weight = /^\s*q=([\d.]+)\s*$/.exec(rest[0] ?? "")?.[1];
      return { language: language.trim(), weight: weight === undefined ? 1 : Number(weight) };
    });
  return asked
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
