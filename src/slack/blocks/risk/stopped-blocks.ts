import type { KnownBlock } from "@slack/types";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { Pause } from "../../../domain/risk/scores/stale-source.ts";
import { type StoppedData, stoppedPhrases } from "../../../domain/risk/scores/stopped-data.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

/** More would be a list; whoever runs the bot finds all in `doctor`. */
const MOST_SOURCES = 5;
const NAME_LENGTH = 100;

/** For the top of whatever shows risks: that data have stopped; nothing where they come. */
export function stoppedBlocks(stopped: StoppedData | null | undefined, locale: Locale): KnownBlock[] {
  return lines(stopped ? stoppedPhrases(stopped) : [], locale);
}

/** The same as sentences without a full stop. */
export const stoppedText = (stopped: StoppedData | null | undefined, locale: Locale): string[] =>
  sentences(stopped ? stoppedPhrases(stopped) : [], locale);

/** That data came again after a pause, where they did within the week. */
export function resumedBlocks(resumed: readonly Pause[] | undefined, locale: Locale): KnownBlock[] {
  const told = (resumed ?? []).map(({ source, lastDay, backDay }) =>
    phrase("stopped.resumed", { source, since: { day: lastDay }, back: { day: backDay } }),
  );
  return lines(told, locale);
}

function lines(phrases: readonly Phrase[], locale: Locale): KnownBlock[] {
  if (phrases.length === 0) return [];
  return [
    section(
      sentences(phrases, locale)
        .map((sentence) => `*${sentence}.*`)
        .join("\n"),
    ),
  ];
}

const sentences = (phrases: readonly Phrase[], locale: Locale): string[] =>
  phrases.slice(0, MOST_SOURCES).map((told) => textOf(withEscapedSource(told), locale));

function withEscapedSource({ code, parameters }: Phrase): Phrase {
  const { source } = parameters;
  if (typeof source !== "string") return phrase(code, parameters);
  return phrase(code, { ...parameters, source: escapeMrkdwn(source, NAME_LENGTH) });
}
