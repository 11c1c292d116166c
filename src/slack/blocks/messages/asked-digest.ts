import type { DigestMessage } from "../../../domain/messages/messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { context, type SlackMessage } from "../elements.ts";
import { dateToken } from "../report-parts.ts";
import { digestBlocks, digestText } from "./digest.ts";

export type AskedDigestView = {
  readonly message: DigestMessage;
  readonly week: "last" | "this";
  readonly asOf: Date;
  readonly locale: Locale;
};

/** A digest as its reader asked for it, with as of when it is. */
export function askedDigestMessage({ message, week, asOf, locale }: AskedDigestView): SlackMessage {
  const at = dateToken(asOf.toISOString(), locale);
  const line = sayIn(locale)(`asking.digest.${week}`, week === "this" ? {} : { at });
  return {
    blocks: [context(line), ...digestBlocks(message, locale)],
    text: `${line} ${digestText(message, locale)}`,
  };
}
