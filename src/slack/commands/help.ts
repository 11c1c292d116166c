import type { HelpPart } from "../blocks/help.ts";
import { helpMessage } from "../blocks/help.ts";
import type { PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** "Help", "instructions" and "how to use", also in simplified and traditional Chinese. */
const HELP = "(?:help|usage|\\?|？|帮助|幫助|说明|說明|使用说明|使用說明|怎么用|怎麼用|用法)";
const TOPIC =
  "(?:channels?|movers|digest|asking|at[\\s-]*risk|playbooks?(?:\\s+settings)?|threshold|nudges|costs?(?:\\s+add)?|segments?|model|mentions|advocates|find|home)";

/** Nothing typed at all asks for help as well. */
export const HELP_ASKED = new RegExp(`^${HELP}?$`, "i");
/** "costs help", "help costs", "model?", "segments 帮助". */
export const HELP_ON = new RegExp(`^(?:${HELP}\\s*(?:on\\s+)?(${TOPIC})|(${TOPIC})\\s*${HELP})$`, "i");

const PARTS: ReadonlyArray<readonly [RegExp, HelpPart]> = [
  [/^channel/i, "channels"],
  [/^(?:cost|segment)/i, "costs"],
  [/^(?:movers|digest|asking)/i, "asking"],
  [/^(?:at|playbooks|threshold|nudges)/i, "at-risk"],
  [/^model/i, "model"],
  [/^(?:mentions|advocates)/i, "mentions"],
  [/^home/i, "home"],
];

export function showHelp(_request: CommandRequest, { answer, reader }: PermittedTools): Promise<void> {
  return answer.privately(helpMessage(readerLocale(reader)));
}

/** Only what one subcommand can do. */
export function showHelpOn(
  _request: CommandRequest,
  { answer, reader }: PermittedTools,
  [, before, behind]: readonly string[],
): Promise<void> {
  const topic = before ?? behind ?? "";
  const part = PARTS.find(([pattern]) => pattern.test(topic))?.[1] ?? "look-up";
  return answer.privately(helpMessage(readerLocale(reader), part));
}
