import type { KnownBlock } from "@slack/types";
import type { ModelAlertMessage } from "../../../domain/messages/messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { context, header, section } from "../elements.ts";
import { dateToken } from "../report-parts.ts";
import { warningSentence } from "../risk/model-words.ts";

/** What no longer fits about the serving model, and what to do. */
export function modelAlertBlocks(message: ModelAlertMessage, locale: Locale): KnownBlock[] {
  const { modelVersionId: version, trainedAt, warnings, customers, createdAt } = message;
  const say = sayIn(locale);
  const [trained, at] = [dateToken(trainedAt, locale), dateToken(createdAt, locale)];
  const looked = { version, trained, customers, looked: at };
  return [
    header(title(message, say)),
    section(warnings.map((warning) => `• ${warningSentence(warning, locale)}`).join("\n")),
    section(say("model-alert.what-to-do")),
    context(`${say("model-alert.looked", looked)} ${say("warning.psi")}`),
  ];
}

/** The same for notifications and screen readers. */
export function modelAlertText(message: ModelAlertMessage, locale: Locale): string {
  const say = sayIn(locale);
  return say("model-alert.text", { title: title(message, say), warnings: message.warnings.length });
}

const title = ({ week }: ModelAlertMessage, say: Say) =>
  say("model-alert.title", { week: Number(week.slice(6)) });
