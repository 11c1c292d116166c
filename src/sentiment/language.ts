import type { SentimentLanguage } from "../domain/outreach/sentiment.ts";
import { englishSum } from "./english.ts";
import { ENGLISH_FUNCTION_WORDS, OTHER_FUNCTION_WORDS } from "./english-words.ts";

/** Fewer Chinese characters say nothing. */
const LEAST_HAN = 2;
/** Japanese has Chinese characters too; a text with as many kana as a fifth of them is Japanese. */
const KANA_OF_HAN = 0.2;

/** Which of the languages that can be judged a text is in; null: neither, or too little of it to tell. */
export function languageOf(text: string): SentimentLanguage | null {
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const others = count(
    text,
    /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Devanagari}]/gu,
  );
  const words =
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/\p{Script=Latin}[\p{Script=Latin}']*/gu) ?? [];
  if (kana > KANA_OF_HAN * han || others > han + words.length) return null;
  // A Chinese sentence of six characters is as long as an English one of four words.
  if (han >= LEAST_HAN && han >= words.length) return "chinese";
  return isEnglish(words) ? "english" : null;
}

/** English by its small words, or, of a few words, by one that says what somebody thinks. */
function isEnglish(words: readonly string[]): boolean {
  const english = words.filter((word) => ENGLISH_FUNCTION_WORDS.has(word)).length;
  const other = words.filter((word) => OTHER_FUNCTION_WORDS.has(word) || /[^a-z']/.test(word)).length;
  const opinions = englishSum(words.join(" ")) === 0 ? 0 : 1;
  return english + opinions > 0 && english + opinions >= 2 * other;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
