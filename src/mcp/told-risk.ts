import { z } from "zod";
import type { DataUpTo } from "../domain/as-of.ts";
import { type Day, localTime } from "../domain/calendar.ts";
import { phrase } from "../domain/phrase.ts";
import { cautiousPercent } from "../domain/risk/percent.ts";
import type { CardRisk } from "../domain/risk/scores/card-risk.ts";
import { type Reading, riskNotes, riskSentence } from "../slack/blocks/risk/risk-words.ts";
import { ago, shortDay } from "../slack/blocks/words.ts";
import { textOf } from "../words/text.ts";
import type { Asked } from "./tool.ts";
import { inWords, sentence } from "./untrusted-text.ts";

/** A customer's risk as a card in Slack says it, with its figures. */
export const toldRisk = z.object({
  text: z.string(),
  percent: z
    .number()
    .nullable()
    .describe("Whole percent; 0 is under 1, 100 is over 99. Null: there is no figure."),
  low_percent: z.number().nullable(),
  high_percent: z.number().nullable().describe("It lies between low and high in 8 of 10 cases."),
  horizon_days: z.number().nullable(),
  changed_by_points: z.number().nullable(),
  changed_since: z.string().nullable(),
  scored_on: z.string().nullable(),
  to_know: z.array(z.string()).describe("What has to be said with the figure, or it misleads."),
  why_no_figure: sentence.nullable(),
});

type RiskOf = { readonly risk: CardRisk; readonly hasContract: boolean };

/** @param about.hasContract whether leaving is ending a contract, or no longer buying */
export function riskOf(about: RiskOf, asked: Asked): z.output<typeof toldRisk> {
  const { risk } = about;
  const reading = readingOf(asked);
  const scored = risk.kind === "scored" ? risk : null;
  const because = risk.kind === "no-score" ? risk.because : null;
  return {
    text: plain(riskSentence(about, reading)),
    percent: scored && cautiousPercent(scored.probability),
    low_percent: scored?.bounds ? cautiousPercent(scored.bounds.low) : null,
    high_percent: scored?.bounds ? cautiousPercent(scored.bounds.high) : null,
    horizon_days: scored?.horizonDays ?? null,
    changed_by_points: scored?.change?.points ?? null,
    changed_since: scored?.change ? dayOf(scored.change.since, asked) : null,
    scored_on: "scoredAt" in risk ? dayOf(risk.scoredAt, asked) : null,
    to_know: riskNotes(risk, reading).map(plain),
    why_no_figure: because === null ? null : inWords(because, asked.locale),
  };
}

/** "Scored 2 h ago from data up to 8 Dec": the line under every card. */
export function freshnessOf(
  { risk, dataUpTo }: { readonly risk: CardRisk; readonly dataUpTo: DataUpTo | null },
  { now, locale, say }: Asked,
): string {
  const data =
    dataUpTo === null
      ? phrase("card.no-activity")
      : phrase("card.data", { day: shortDay(dataUpTo.day, now, locale) });
  if (!("scoredAt" in risk)) return textOf(data, locale);
  return say("card.scored", { ago: ago(risk.scoredAt, now, locale), data });
}

export const readingOf = ({ now, locale, reader: { timeZone } }: Asked): Reading => ({
  now,
  timeZone,
  locale,
});

/** The day of a moment where its reader is. */
export const dayOf = (at: Date, { reader }: Pick<Asked, "reader">): Day => localTime(at, reader.timeZone).day;

/** Our own words without the marks that make them bold in Slack; no text of others is in them. */
export const plain = (mrkdwn: string): string => mrkdwn.replace(/[*\u200B]/g, "");
