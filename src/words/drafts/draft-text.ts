import { IntlMessageFormat } from "intl-messageformat";
import type { Day } from "../../domain/calendar.ts";
import type { DraftFacts } from "../../domain/outreach/drafts/draft-facts.ts";
import type { DraftKey } from "../../domain/outreach/drafts/draft-keys.ts";
import { type DraftTexts, type DraftValues, fillDraft } from "../../domain/outreach/drafts/fill-draft.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { numbersOf } from "../locale.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { LanguageDrafts } from "./language-drafts.ts";
import { zhHans } from "./zh-Hans.ts";
import { zhHant } from "./zh-Hant.ts";

const DRAFTS: Readonly<Record<PageLanguage, LanguageDrafts>> = {
  en,
  de,
  fr,
  es,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};

/** How days and numbers are written there. */
const writtenAs = (language: PageLanguage): string => (language === "en" ? numbersOf(language) : language);

/** The template we bring for a draft, for teams that have none of their own. */
export function ourDraft(key: DraftKey, language: PageLanguage): DraftTexts {
  const { greeting, closing, drafts } = DRAFTS[language];
  const { subject, text, chat } = drafts[key];
  return { subject, body: `${greeting}\n\n${text}\n\n${closing}`, chat: `${greeting}\n${chat}` };
}

/** Whether texts are those we bring. */
export function isOurDraft(key: DraftKey, language: PageLanguage, texts: DraftTexts): boolean {
  const { subject, body, chat } = ourDraft(key, language);
  return texts.subject === subject && texts.body === body && texts.chat === chat;
}

/** A template with what is known filled in, as somebody sends it. Plain text: whoever shows it in mrkdwn escapes it. */
export function writtenDraft(template: DraftTexts, facts: DraftFacts, language: PageLanguage): DraftTexts {
  const values = valuesIn(facts, language);
  return {
    subject: fillDraft(template.subject, values),
    body: fillDraft(template.body, values),
    chat: fillDraft(template.chat, values),
  };
}

function valuesIn(facts: DraftFacts, language: PageLanguage): DraftValues {
  const { days, years, renewal, holiday, ...named } = facts;
  const all: ReadonlyArray<readonly [string, string | null]> = [
    ...Object.entries(named),
    ["holiday", holiday === null ? null : DRAFTS[language].feasts[holiday]],
    ["days", days === null ? null : counted(days, "days", language)],
    ["years", years === null ? null : counted(years, "years", language)],
    ["renewal", renewal === null ? null : dayText(renewal, language)],
  ];
  return Object.fromEntries(all.filter((one): one is [string, string] => one[1] !== null));
}

/** "3 days". */
function counted(count: number, unit: "days" | "years", language: PageLanguage): string {
  const key = `${language} ${unit}`;
  const message = counts.get(key) ?? new IntlMessageFormat(DRAFTS[language][unit], writtenAs(language));
  counts.set(key, message);
  return String(message.format({ count }));
}

const counts = new Map<string, IntlMessageFormat>();

/** "29 December 2026". */
function dayText(day: Day, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(writtenAs(language), { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
