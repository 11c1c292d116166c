import { CHINESE_FORMS } from "./chinese-forms.ts";
import { ENGLISH_FORMS } from "./english-forms.ts";
import type { AskedPeriod, Intent, Question } from "./intent.ts";
import { nearestIntents } from "./nearest-intents.ts";
import { inOneCase, inOneScript, plainQuestion } from "./plain-question.ts";

/** What a text asks; or, where it is no question we know, the three things that come nearest to it. */
export type Understood =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "unknown"; readonly nearest: readonly Intent[] };

/** Nobody asks longer; and every form has to be tried. */
const LONGEST_QUESTION = 200;

/** Reads a question in English or Chinese. It knows no customers: a name is whatever stands where one would. */
export function understand(text: string): Understood {
  const plain = plainQuestion(text.slice(0, 2 * LONGEST_QUESTION));
  if (plain.length > LONGEST_QUESTION) return { kind: "unknown", nearest: nearestIntents(plain) };
  return read(plain) ?? { kind: "unknown", nearest: nearestIntents(plain) };
}

function read(plain: string): Understood | null {
  const folded = inOneCase(inOneScript(plain));
  const han = /\p{Script=Han}/u.test(plain);
  for (const { intent, pattern } of han ? [...CHINESE_FORMS, ...ENGLISH_FORMS] : ENGLISH_FORMS) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const name = nameIn(plain, folded, found.groups?.name);
    // "How are our customers" has the form of a question about one customer, and is none.
    if (name !== null && !isContextual(name) && isNoName(name)) continue;
    return { kind: "question", question: questionOf(intent, name, folded, found.groups ?? {}) };
  }
  return null;
}

function questionOf(
  intent: Intent | null,
  name: string | null,
  folded: string,
  groups: Readonly<Record<string, string | undefined>>,
): Question {
  return {
    intent,
    name: name === null || isContextual(name) ? null : name,
    whose: groups.mine !== undefined ? "mine" : groups.team !== undefined ? "team" : null,
    threshold: intent === "threshold" ? thresholdIn(folded) : null,
    week: groups.last === undefined ? "this" : "last",
    period: periodIn(groups.period ?? ""),
  };
}

/** As it was typed: what was matched is the same text in one script and case, character by character. */
function nameIn(plain: string, folded: string, matched: string | undefined): string | null {
  if (matched === undefined) return null;
  const start = folded.indexOf(matched);
  const typed = plain.slice(start, start + matched.length);
  return typed
    .replace(/^[\s"'“”「『《(]+|[\s"'“”」』》),]+$/gu, "")
    .replace(/^(?:our (?:customer|client) |the (?:customer|client) |我们的客户|我們的客戶)(?=.)/iu, "")
    .replace(/(?<=.)的$/u, "");
}

const CONTEXTUAL =
  /^(?:it|they|them|he|she|him|her|that|this|these|those|that one|this one|(?:this|that|the|said) (?:customer|client|account|company|one)|its|their|它|他|她|他们|她们|它们|他們|她們|它們|(?:这|那|该|這|那|該)(?:个|個|家|位)?(?:客户|客戶|公司)?|对方|對方)$/iu;
const NO_NAME =
  /^(?:(?:(?:my|our|your|all|all my|all our|all the|the|any|some|most|these|those) )?(?:customers|clients|accounts|team|company|business|day|week|month|market|weather|numbers|figures|things|people|retention|risk|churn)|you|your|we|us|i|me|my|mine|ours|everything|everyone|everybody|anyone|anybody|nobody|someone|somebody|life|business|today|tomorrow|yesterday|last|this|who|what|which|the|a|an|(?:last|this|next) .*|not|no|.*\b(?:not|never|isn't|aren't|without|except)\b.*|我|你|您|我们|我們|你们|大家|客户|客戶|所有客户|所有客戶|我们的客户|我的客户|我的客戶|我們的客戶|天气|天氣|今天|明天|生意|公司|谁|誰|什么|什麼|哪些客户|哪些客戶)$/iu;

/** "It", "this customer": the one spoken of before. */
const isContextual = (name: string): boolean => CONTEXTUAL.test(name);
const isNoName = (name: string): boolean => name === "" || NO_NAME.test(name);

/** "60%", "60.5 percent", "百分之六十" with digits, "六成"; 0–1, null for none and for what is no risk. */
function thresholdIn(text: string): number | null {
  const tenths = /([一二三四五六七八九])成/u.exec(text)?.[1];
  const digits = /(\d{1,3}(?:[.,]\d+)?)/.exec(text)?.[1];
  const percent = tenths === undefined ? Number(digits?.replace(",", ".")) : 10 * TENTHS.indexOf(tenths);
  return percent > 0 && percent < 100 ? percent / 100 : null;
}
const TENTHS = "零一二三四五六七八九";

function periodIn(text: string): AskedPeriod | null {
  if (text === "") return null;
  const isLast = /last|previous|上/i.test(text);
  const isQuarter = /quarter|季/i.test(text);
  if (isQuarter) return isLast ? "last-quarter" : "this-quarter";
  return isLast ? "last-month" : "this-month";
}

/** A name has seldom as many words, or Han characters. Chosen by the product. */
const WORDS_OF_A_SENTENCE = 5;
const HAN_OF_A_SENTENCE = 10;

/** Whether a text reads like a sentence rather than a name. */
export function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return /[?？]\s*$/.test(text) || words >= WORDS_OF_A_SENTENCE || han >= HAN_OF_A_SENTENCE;
}
