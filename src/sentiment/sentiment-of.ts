import { labelOf, type SentimentOf } from "../domain/outreach/sentiment.ts";
import { chineseSum } from "./chinese.ts";
import { emojiSum, englishSum } from "./english.ts";
import { languageOf } from "./language.ts";

/** Who writes more says it in the beginning; in characters. Chosen. */
const LONGEST_READ = 3000;
/** A sum as large as its root is a score of 0.7. As in VADER. */
const SPREAD = 15;

/**
 * What somebody thinks of what they write about, by the words they use; English and Chinese of both scripts. Null where
 * the text is in neither, or says too little to go by. Mockery without a sign of it is taken for what it says.
 */
export const sentimentOf: SentimentOf = (text) => {
  const said = withoutAddresses(text.slice(0, LONGEST_READ));
  const language = languageOf(said);
  if (language === null) return null;
  const sum = (language === "chinese" ? chineseSum(said) : 0) + englishSum(said) + emojiSum(said);
  const score = sum / Math.sqrt(sum * sum + SPREAD);
  return { score, label: labelOf(score), language };
};

/** Links, names of accounts and tags are nobody's opinion. */
const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+|www\.\S+|[@＠][\w.-]+/g, " ");
