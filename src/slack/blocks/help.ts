import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";
import { header, type SlackMessage, section } from "./elements.ts";

/** One section each, in the order a newcomer needs them. */
const PARTS = ["look-up", "costs", "model", "channels", "home"] as const;

/** Everything the command can do. */
export function helpMessage(locale: Locale): SlackMessage {
  const say = sayIn(locale);
  return {
    blocks: [header(say("help.title")), ...PARTS.map((part) => section(say(`help.${part}`)))],
    text: say("help.text"),
  };
}
