export type SentimentLabel = "negative" | "neutral" | "positive";
export type SentimentLanguage = "english" | "chinese";

/** What somebody thinks of what they write about. */
export type Sentiment = {
  /** −1 (as bad as can be) to 1. */
  readonly score: number;
  readonly label: SentimentLabel;
  readonly language: SentimentLanguage;
};

/** Null: not judged, because the text is in no language that can be, or says too little to go by. Never "neutral". */
export type SentimentOf = (text: string) => Sentiment | null;

/** Raise it with every change of words or rules: what an earlier version judged is then judged anew. */
export const SENTIMENT_VERSION = 1;

/** A score nearer to 0 says nothing. Chosen on the development half of the labelled sample. */
const SAYS_NOTHING = 0.2;

export function labelOf(score: number): SentimentLabel {
  if (Math.abs(score) < SAYS_NOTHING) return "neutral";
  return score < 0 ? "negative" : "positive";
}
