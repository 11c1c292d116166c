import type { AtRiskList } from "../../../domain/outreach/at-risk.ts";
import { sayIn } from "../../../words/say.ts";
import { context, type SlackMessage, section } from "../elements.ts";
import { basisLine } from "../risk/basis-line.ts";
import type { Reading } from "../risk/risk-words.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";
import { atRiskLines, atRiskMessage } from "./at-risk.ts";

/**
 * The first of a list for everybody in a channel. Without the buttons of a list of one's own: what they show is by the
 * rights of whoever presses them, and would stand there for all.
 */
export function atRiskForAll(list: AtRiskList, reading: Reading): SlackMessage {
  const { text, blocks } = atRiskMessage(list, reading);
  if (list.kind !== "page") return { text, blocks };
  const say = sayIn(reading.locale);
  const more = list.inAll - list.items.length;
  const title = blocks.find(({ type }) => type === "header");
  return {
    text,
    blocks: [
      ...stoppedBlocks(list.stopped, reading.locale),
      ...(title === undefined ? [] : [title]),
      ...list.items.map(({ customer }) => section(atRiskLines(customer, reading))),
      context(
        [
          ...(more > 0 ? [say("asking.public.more", { more })] : []),
          basisLine(list.basis, reading.locale),
        ].join("\n"),
      ),
    ],
  };
}
