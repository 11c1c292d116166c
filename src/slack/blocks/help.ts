import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";
import { header, type SlackMessage, section } from "./elements.ts";

/** One section each, in the order a newcomer needs them. */
const PARTS = ["look-up", "asking", "at-risk", "costs", "mentions", "model", "channels", "home"] as const;
export type HelpPart = (typeof PARTS)[number];

/** Everything the command can do, or one part of it. */
export function helpMessage(locale: Locale, only: HelpPart | null = null): SlackMessage {
  const say = sayIn(locale);
  if (only !== null) return { blocks: [section(say(`help.${only}`))], text: say(`help.text.${only}`) };
  return {
    blocks: [header(say("help.title")), ...PARTS.map((part) => section(say(`help.${part}`)))],
    text: say("help.text"),
  };
}
