import type { KnownBlock } from "@slack/types";
import type { ModelAlertMessage } from "../../../domain/messages/messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { context, header, section } from "../elements.ts";
import { counted, dateToken } from "../report-parts.ts";
import { psiNote, warningSentence } from "../risk/model-words.ts";

/** What no longer fits about the serving model, and what to do. */
export function modelAlertBlocks(message: ModelAlertMessage, locale: Locale): KnownBlock[] {
  const { modelVersionId, trainedAt, warnings, customers, createdAt } = message;
  return [
    header(title(message)),
    section(warnings.map((warning) => `• ${warningSentence(warning, locale)}`).join("\n")),
    section(WHAT_TO_DO),
    context(
      `Version ${modelVersionId}, trained ${dateToken(trainedAt)}; looked at ${counted(customers, "customer")} ${dateToken(createdAt)}. ${psiNote(locale)}`,
    ),
  ];
}

/** The same for notifications and screen readers. */
export function modelAlertText(message: ModelAlertMessage): string {
  return `${title(message)}: ${counted(message.warnings.length, "warning")}. /customer model says more.`;
}

const title = ({ week }: ModelAlertMessage) =>
  `The churn model needs a look (after week ${Number(week.slice(6))})`;

const WHAT_TO_DO =
  "Check first that imports still bring what they used to. Every Sunday a new version is trained and takes over only where it is better. " +
  "`/customer model` shows what serves; `npm run mainstay -- model list` and `model rollback` change it.";
