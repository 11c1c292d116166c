import type { SectionBlock } from "@slack/types";
import type { RiskChange } from "../../../domain/messages/messages.ts";
import type { Movers } from "../../../domain/messages/movers.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLine } from "../risk/basis-line.ts";
import type { Reading } from "../risk/risk-words.ts";
import { resumedBlocks, stoppedBlocks } from "../risk/stopped-blocks.ts";
import { changeText } from "./digest-lists.ts";

const NAME_LENGTH = 80;

/** Whose risk rose and fell most, each with the button that says why it moved; or why there is nobody to tell of. */
export function moversMessage(movers: Movers, reading: Reading): SlackMessage {
  const { locale } = reading;
  const say = sayIn(locale);
  const { basis, stopped, resumed, risers, fallers, days } = movers;
  const title = say(movers.whose === "mine" ? "asking.movers.title.mine" : "asking.movers.title", { days });
  const nobody = nobodyText(movers, say);
  const lists = [
    ...list(say("asking.movers.risen"), risers, movers.risen, reading),
    ...list(say("asking.movers.fallen"), fallers, movers.fallen, reading),
  ];
  return {
    blocks: [
      header(title),
      ...stoppedBlocks(stopped, locale),
      ...resumedBlocks(resumed, locale),
      ...(nobody === null ? lists : [section(nobody)]),
      context([say("asking.movers.foot", { days }), basisLine(basis, locale)].join("\n")),
    ],
    text:
      nobody ?? say("asking.movers.text", { title, risen: names(risers, say), fallen: names(fallers, say) }),
  };
}

function nobodyText({ basis, scored, risen, fallen, whose, days }: Movers, say: Say): string | null {
  if (basis?.serves === "constant") return say("digest.no-signal", { found: NO_SIGNAL_FOUND });
  if (scored === 0) return say("asking.movers.not-scored");
  return risen + fallen === 0 ? say("asking.movers.nobody", { whose, days }) : null;
}

function list(
  heading: string,
  changes: readonly RiskChange[],
  inAll: number,
  { now, locale }: Reading,
): SectionBlock[] {
  if (changes.length === 0) return [];
  const say = sayIn(locale);
  const more = inAll - changes.length;
  const lines = changes.map((change) => {
    const value = encodeButton({ customerId: change.customerId, suggestionKey: null, shownAt: now });
    const why = about(change.name, button(ACTION.why, say("asking.movers.why"), value));
    return { ...section(changeText(change, locale)), accessory: why };
  });
  const rest = more > 0 ? [section(say("asking.movers.more", { more }))] : [];
  return [section(`*${heading}*`), ...lines, ...rest];
}

function names(changes: readonly RiskChange[], say: Say): string {
  if (changes.length === 0) return say("asking.movers.none");
  return changes.map(({ name }) => escapeMrkdwn(name, NAME_LENGTH)).join(", ");
}
