import { FALLBACK_LOCALE } from "../../fallback-locale.ts";
import { PAGE_LANGUAGES, type PageLanguage, pageLanguageOf } from "../feedback/page-language.ts";

/** What a draft's language was chosen by. */
export type LanguageReason = "chosen" | "customer" | "contact" | "country" | "sender" | "nobody";
export type DraftLanguage = {
  readonly language: PageLanguage;
  readonly because: LanguageReason;
  /** The language that the file names and we have no words in; null: there is none such. */
  readonly without: string | null;
};

/** Countries with one of our languages for nearly everybody; one of several languages (CH, BE, CA) says nothing. */
const COUNTRIES: Readonly<Record<PageLanguage, readonly string[]>> = {
  de: ["de", "at", "li", "germany", "deutschland", "austria", "österreich", "oesterreich"],
  fr: ["fr", "mc", "france"],
  es: [
    ...[
      "es",
      "mx",
      "ar",
      "co",
      "cl",
      "pe",
      "uy",
      "ec",
      "ve",
      "gt",
      "cr",
      "pa",
      "do",
      "bo",
      "py",
      "sv",
      "hn",
      "ni",
    ],
    ...["spain", "españa", "mexico", "méxico", "argentina", "colombia", "chile", "peru", "perú", "uruguay"],
  ],
  en: [
    ...["gb", "uk", "us", "usa", "ie", "au", "nz", "united kingdom", "great britain", "england", "ireland"],
    ...["united states", "united states of america", "australia", "new zealand"],
  ],
  "zh-Hans": ["cn", "china", "中国"],
  "zh-Hant": ["tw", "hk", "mo", "taiwan", "hong kong", "macao", "台灣", "台湾", "臺灣", "香港", "澳門"],
};

/** Null where the country says nothing, or none is known. */
export function languageOfCountry(country: string | null): PageLanguage | null {
  const name = (country ?? "").trim().toLowerCase();
  return PAGE_LANGUAGES.find((language) => COUNTRIES[language].includes(name)) ?? null;
}

/** What may tell in which language somebody is written to; null where it says nothing. */
export type LanguageWishes = {
  /** By whoever opened the draft. */
  readonly chosen: PageLanguage | null;
  readonly customer: string | null;
  readonly contact: string | null;
  readonly country: string | null;
  /** As Slack names it, e.g. `de-DE`. */
  readonly sender: string | null;
};

/** The language of a draft: the one that was chosen, else the customer's, the contact's, their country's, the sender's. */
export function draftLanguage({ chosen, customer, contact, country, sender }: LanguageWishes): DraftLanguage {
  const named = [customer, contact].filter((one) => (one ?? "").trim() !== "");
  const without = named.find((one) => pageLanguageOf(one) === null)?.trim() ?? null;
  const found: ReadonlyArray<readonly [LanguageReason, PageLanguage | null]> = [
    ["chosen", chosen],
    ["customer", pageLanguageOf(customer)],
    ["contact", pageLanguageOf(contact)],
    ["country", languageOfCountry(country)],
    ["sender", pageLanguageOf(sender)],
  ];
  for (const [because, language] of found) if (language !== null) return { language, because, without };
  return { language: FALLBACK_LOCALE, because: "nobody", without };
}
