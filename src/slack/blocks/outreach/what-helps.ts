import { labelled } from "../../../words/joined.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { type ExplanationView, freshness, levers } from "../risk/risk-explanation.ts";
import { riskNotes, riskSentence } from "../risk/risk-words.ts";
import { spoken } from "../spoken.ts";
import type { CardView } from "./card-facts.ts";
import { adviceText } from "./customer-card.ts";

/** What to do about a customer now, and every step of which the model says what it would bring. */
export function whatHelpsMessage(card: CardView, explained: ExplanationView): SlackMessage {
  const { explanation } = explained;
  const say = sayIn(card.locale);
  const { customerId, name, ending } = card.card;
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: card.shownAt });
  const advice = ending === null ? [adviceText(card, say)] : [];
  const risk = [`${riskSentence(explanation, explained)}.`, ...riskNotes(explanation.risk, explained)];
  const known = levers(explained, say);
  const none =
    known.length === 0 && explanation.risk.kind === "scored" ? [section(say("asking.help.none"))] : [];
  const open = about(name, button(ACTION.card, say("at-risk.card"), value));
  return {
    blocks: [
      header(say("asking.help.title", { name })),
      section(risk.join("\n")),
      ...advice.map(section),
      ...known,
      ...none,
      actions("what_helps", [open]),
      context(freshness(explained, say)),
    ],
    text: labelled(escapeMrkdwn(name, 300), spoken([...risk, ...advice], card.locale), say),
  };
}
