import { describe, expect, it } from "vitest";
import { FEASTS } from "../../../../src/domain/feasts.ts";
import { draftProblems } from "../../../../src/domain/outreach/drafts/check-draft.ts";
import type { DraftFacts } from "../../../../src/domain/outreach/drafts/draft-facts.ts";
import { DRAFT_KEYS } from "../../../../src/domain/outreach/drafts/draft-keys.ts";
import type { DraftTexts } from "../../../../src/domain/outreach/drafts/fill-draft.ts";
import { PAGE_LANGUAGES } from "../../../../src/domain/outreach/feedback/page-language.ts";
import { ourDraft, writtenDraft } from "../../../../src/words/drafts/draft-text.ts";

const ALL: DraftFacts = {
  contact: "Dana Novak",
  customer: "Acme Inc.",
  sender: "Anna Berg",
  company: "Mainstay & Co.",
  renewal: "2027-01-14",
  ticket: "T-1042",
  days: 3,
  product: "Green tea, 500 g",
  tier: "Gold",
  event: "Open day",
  holiday: "new_year",
  years: 2,
};
const NONE: DraftFacts = {
  contact: null,
  customer: null,
  sender: "Anna Berg",
  company: null,
  renewal: null,
  ticket: null,
  days: null,
  product: null,
  tier: null,
  event: null,
  holiday: null,
  years: null,
};
/** Everything, nothing, each fact alone, each fact missing, and one day or year. */
const FACTS: readonly DraftFacts[] = [
  ALL,
  NONE,
  ...Object.keys(ALL).flatMap((name) => [
    { ...NONE, [name]: ALL[name as keyof DraftFacts] },
    { ...ALL, [name]: NONE[name as keyof DraftFacts] },
  ]),
  { ...ALL, days: 1, years: 1 },
];
const EACH = DRAFT_KEYS.flatMap((key) => PAGE_LANGUAGES.map((language) => ({ key, language })));

/** What nobody tells a customer: risk, scores, money, and what Slack makes of our own markup. */
const INTERNAL =
  /risk|score|probab|churn|likel[iy]|%|[€$£¥]|Risiko|Abwander|risque|riesgo|abandono|风险|風險|流失|undefined|null|\bNaN\b|\*|<|>/i;

const GAP = /[{}[\]]| {2}|\n{3}|^\s|\s$| \n| [,.;](?:\s|$)|\(\)|（）|!|！/;
/** "at?", "on.", "am,": a word before a name that is not there. */
const DANGLING = /(?:^|\s)(?:at|for|zu|le|à|el|hace|il y a)[?.,:]/;

function faultsOf({ subject, body, chat }: DraftTexts): string[] {
  const wrong = [subject, body, chat].filter(
    (text) => GAP.test(text) || INTERNAL.test(text) || DANGLING.test(text) || text.length > 3000,
  );
  const isLong = subject.length > 78 || chat.length > 500;
  const isShort = subject.length < 2 || body.split("\n\n").length < 3;
  return isLong || isShort ? [...wrong, `${subject}: ${body}`] : wrong;
}

describe.each(EACH)("the draft $key in $language", ({ key, language }) => {
  it("is a text without gaps, whatever is known", () => {
    const faults = FACTS.flatMap((facts) => faultsOf(writtenDraft(ourDraft(key, language), facts, language)));
    expect(faults).toEqual([]);
  });

  it("is one that a team could keep", () => {
    expect(draftProblems(key, ourDraft(key, language))).toEqual([]);
  });

  it("says no half of a sentence where a value is missing", () => {
    const { body } = writtenDraft(ourDraft(key, language), NONE, language);
    const paragraphs = body.split("\n\n").slice(1, 2);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/[.?。？]$/);
  });
});

describe("a draft in a language", () => {
  const written = (
    key: (typeof DRAFT_KEYS)[number],
    language: (typeof PAGE_LANGUAGES)[number],
    facts = ALL,
  ) => writtenDraft(ourDraft(key, language), facts, language);

  it("names days as the language does", () => {
    const one = { ...ALL, days: 1 };
    expect(written("reply-to-ticket", "de").body).toContain("vor 3 Tagen erreicht");
    expect(written("reply-to-ticket", "de", one).body).toContain("vor 1 Tag erreicht");
    expect(written("reply-to-ticket", "fr").body).toContain("il y a 3 jours");
    expect(written("reply-to-ticket", "es", one).body).toContain("hace 1 día.");
    expect(written("reply-to-ticket", "zh-Hans").body).toContain("3 天前");
    expect(written("call-about-renewal", "en").subject).toBe("Your renewal on 14 January 2027");
    expect(written("call-about-renewal", "de").subject).toBe("Ihre Vertragsverlängerung am 14. Januar 2027");
    expect(written("call-about-renewal", "zh-Hant").subject).toBe("關於您的續約（2027年1月14日）");
  });

  it("names a feast as the language does, also one that it has to spell", () => {
    const subjects = PAGE_LANGUAGES.map((language) => written("holiday", language).subject);
    expect(subjects).toEqual([
      "Best wishes for the New Year",
      "Grüße zu den Feiertagen (Neujahr)",
      "Bonnes fêtes (Nouvel An)",
      "Felices fiestas (Año Nuevo)",
      "节日问候（新年）",
      "佳節問候（新年）",
    ]);
    for (const holiday of FEASTS)
      for (const language of PAGE_LANGUAGES)
        expect(faultsOf(written("holiday", language, { ...ALL, holiday }))).toEqual([]);
    expect(written("holiday", "zh-Hans", { ...ALL, holiday: "lunar_new_year" }).chat).toContain("春节");
  });

  it("greets with and without a name", () => {
    const greeting = (language: (typeof PAGE_LANGUAGES)[number], facts: DraftFacts) =>
      written("check-in", language, facts).body.split("\n")[0];
    expect(PAGE_LANGUAGES.map((language) => greeting(language, ALL))).toEqual([
      "Hello Dana Novak,",
      "Guten Tag Dana Novak,",
      "Bonjour Dana Novak,",
      "Buenos días, Dana Novak:",
      "Dana Novak，您好：",
      "Dana Novak，您好：",
    ]);
    expect(PAGE_LANGUAGES.map((language) => greeting(language, NONE))).toEqual([
      "Hello,",
      "Guten Tag,",
      "Bonjour,",
      "Buenos días:",
      "您好：",
      "您好：",
    ]);
  });
});
