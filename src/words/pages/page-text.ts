import { IntlMessageFormat } from "intl-messageformat";
import { MS_PER_HOUR } from "../../domain/clock.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { numbersOf } from "../locale.ts";
import { customerLink as deLink } from "./de/customer-link.ts";
import { feedback as de } from "./de/feedback.ts";
import { customerLink as enLink, type LinkCode, type LinkTexts } from "./en/customer-link.ts";
import {
  feedback as en,
  type PageCode as FeedbackCode,
  type PageTexts as FeedbackTexts,
} from "./en/feedback.ts";
import { customerLink as esLink } from "./es/customer-link.ts";
import { feedback as es } from "./es/feedback.ts";
import { customerLink as frLink } from "./fr/customer-link.ts";
import { feedback as fr } from "./fr/feedback.ts";
import { customerLink as zhHansLink } from "./zh-Hans/customer-link.ts";
import { feedback as zhHans } from "./zh-Hans/feedback.ts";
import { customerLink as zhHantLink } from "./zh-Hant/customer-link.ts";
import { feedback as zhHant } from "./zh-Hant/feedback.ts";

export type PageCode = FeedbackCode | LinkCode;

/** What customers read in each language they are asked in, and whoever opens a customer's link in a browser. */
export const PAGE_TEXTS: Readonly<Record<PageLanguage, FeedbackTexts & LinkTexts>> = {
  en: { ...en, ...enLink },
  de: { ...de, ...deLink },
  fr: { ...fr, ...frLink },
  es: { ...es, ...esLink },
  "zh-Hans": { ...zhHans, ...zhHansLink },
  "zh-Hant": { ...zhHant, ...zhHantLink },
};

/** How days and numbers are written there. */
const writtenAs = (language: PageLanguage): string => (language === "en" ? numbersOf(language) : language);

/** Makes the text of a code for a customer. It is plain text: whoever puts it into a page escapes it. */
export type PageSay = (code: PageCode, values?: Readonly<Record<string, string | number>>) => string;

const formats = new Map<string, IntlMessageFormat>();

function formatOf(code: PageCode, language: PageLanguage): IntlMessageFormat {
  const key = `${language} ${code}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const text = PAGE_TEXTS[language][code];
  const made = new IntlMessageFormat(text, writtenAs(language), undefined, { ignoreTag: true });
  formats.set(key, made);
  return made;
}

export const pageSayIn =
  (language: PageLanguage): PageSay =>
  (code, values = {}) =>
    String(formatOf(code, language).format(values));

/** A day in UTC is over everywhere on earth so long after it began. */
const OVER_EVERYWHERE_MS = 36 * MS_PER_HOUR;

/** "29 December 2026", as its reader writes days: the last one that is over before a moment, wherever they are. */
export function lastWholeDay(before: Date, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(writtenAs(language), { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(before.getTime() - OVER_EVERYWHERE_MS));
}

/** The name of a language in another one: "German". */
export const languageName = (language: PageLanguage, named: string): string =>
  new Intl.DisplayNames(named, { type: "language" }).of(language) ?? language;

/** What somebody may send with a link: a text to be copied, without a signature. */
export function feedbackDraft(
  language: PageLanguage,
  asked: { readonly name: string | null; readonly url: string; readonly expiresAt: Date },
): string {
  const say = pageSayIn(language);
  const hello = say("draft.hello", { named: asked.name === null ? "no" : "yes", name: asked.name ?? "" });
  const until = say("draft.until", { day: lastWholeDay(asked.expiresAt, language) });
  return [hello, "", say("draft.ask"), asked.url, "", until].join("\n");
}
