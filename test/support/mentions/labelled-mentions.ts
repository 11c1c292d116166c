import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SentimentLabel } from "../../../src/domain/outreach/sentiment.ts";

export type LabelledMention = { readonly label: SentimentLabel; readonly text: string };

const LABELS: Readonly<Record<string, SentimentLabel>> = { "-": "negative", "0": "neutral", "+": "positive" };

/**
 * Invented mentions with what a reader takes them for. Every other line is held out: no word and no rule was chosen by it.
 */
export function labelledMentions(
  file: "english" | "simplified" | "traditional",
  half: "development" | "held-out",
): LabelledMention[] {
  const lines = readFileSync(join(import.meta.dirname, `${file}.txt`), "utf8")
    .trim()
    .split("\n");
  const wanted = half === "development" ? 0 : 1;
  return lines
    .filter((_, place) => place % 2 === wanted)
    .map((line) => {
      const label = LABELS[line.slice(0, 1)];
      if (label === undefined) throw new Error(`No label: ${line}`);
      return { label, text: line.slice(2) };
    });
}

export type Agreement = { readonly accuracy: number; readonly macroF1: number; readonly baseline: number };

/** How well judgements agree with the labels; what is not judged is wrong. */
export function agreement(
  mentions: readonly LabelledMention[],
  judge: (text: string) => SentimentLabel | null,
): Agreement {
  const pairs = mentions.map(({ label, text }) => ({ label, said: judge(text) }));
  const right = pairs.filter(({ label, said }) => label === said).length;
  const labels = Object.values(LABELS);
  const ofLabel = (one: SentimentLabel) => pairs.filter(({ label }) => label === one).length;
  const f1 = labels.map((one) => {
    const hits = pairs.filter(({ label, said }) => label === one && said === one).length;
    const said = pairs.filter((pair) => pair.said === one).length;
    return (2 * hits) / (said + ofLabel(one));
  });
  return {
    accuracy: right / pairs.length,
    macroF1: f1.reduce((sum, one) => sum + one, 0) / f1.length,
    baseline: Math.max(...labels.map(ofLabel)) / pairs.length,
  };
}
