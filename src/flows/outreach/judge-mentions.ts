import { SENTIMENT_VERSION } from "../../domain/outreach/sentiment.ts";
import { sentimentOf } from "../../sentiment/sentiment-of.ts";
import type { MentionStore, UnjudgedMention } from "../../store/outreach/mentions.ts";

export type JudgeMentionsDeps = { readonly mentions: Pick<MentionStore, "unjudged" | "keepJudgements"> };

/** Some tens of milliseconds of judging, so that nobody waits for it. */
const PER_BATCH = 1000;

/** Judges every mention that these rules have not judged, however it came in. @returns how many */
export async function judgeMentions({ mentions }: JudgeMentionsDeps): Promise<number> {
  let judged = 0;
  for (let after = 0; ; ) {
    const batch = await mentions.unjudged(after, SENTIMENT_VERSION, PER_BATCH);
    if (batch.length > 0) judged += await mentions.keepJudgements(batch.map(judgementOf), SENTIMENT_VERSION);
    const last = batch.at(-1);
    if (last === undefined || batch.length < PER_BATCH) return judged;
    after = last.id;
  }
}

function judgementOf({ id, text, hash }: UnjudgedMention) {
  const sentiment = sentimentOf(text);
  return { id, hash, sentiment: sentiment?.score ?? null, label: sentiment?.label ?? null };
}
