import type { HighSince } from "../../../domain/risk/scores/high-since.ts";
import { labelled } from "../../../words/joined.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { spoken } from "../spoken.ts";
import { shortDate } from "../words.ts";
import { type ExplanationView, freshness } from "./risk-explanation.ts";
import { percentPhrase, riskNotes, riskSentence } from "./risk-words.ts";

export type SinceWhenView = ExplanationView & { readonly highSince: HighSince };

const NAME_LENGTH = 300;

/** A customer's risk, and since when it has been high; where there is no figure, why. */
export function sinceWhenMessage(view: SinceWhenView): SlackMessage {
  const { explanation, now, locale } = view;
  const say = sayIn(locale);
  const lines = [`${riskSentence(explanation, view)}.`, ...sinceLines(view)];
  const notes = riskNotes(explanation.risk, view);
  const value = encodeButton({ customerId: explanation.customerId, suggestionKey: null, shownAt: now });
  const why = about(explanation.name, button(ACTION.why, say("card.why"), value));
  return {
    blocks: [
      header(say("asking.since.title", { name: explanation.name })),
      section([...lines, ...notes].join("\n")),
      ...(explanation.risk.kind === "ended" ? [] : [actions("since_when", [why])]),
      context(freshness(view, say)),
    ],
    text: labelled(escapeMrkdwn(explanation.name, NAME_LENGTH), spoken(lines, locale), say),
  };
}

/** Of a figure alone: what was high before there was none is no news of now. */
function sinceLines({ explanation, highSince, now, timeZone, locale }: SinceWhenView): string[] {
  if (explanation.risk.kind !== "scored") return [];
  const say = sayIn(locale);
  const day = (of: Date) => shortDate(of, timeZone, now, locale);
  const { since, before } = highSince;
  if (since === null) return [say("asking.since.not-high")];
  if (before === null) return [say("asking.since.always", { since: day(since) })];
  const shown = { since: day(since), day: day(before.asOf), before: percentPhrase(before.probability) };
  return [say("asking.since.high", shown)];
}
