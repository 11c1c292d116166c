import type { KnownBlock } from "@slack/types";
import type { JobAlertMessage } from "../../../domain/messages/messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";

const NAME_LENGTH = 60;
const ERROR_LENGTH = 1_000;

/** Which job failed for which period, why, and that nobody will try again. */
export function jobAlertBlocks(message: JobAlertMessage, locale: Locale): KnownBlock[] {
  const { job, period, error, attempts, failedAt } = message;
  const say = sayIn(locale);
  const failed = { job: escapeMrkdwn(job, NAME_LENGTH), period: escapeMrkdwn(period, 100), attempts };
  const told = typeof error === "string" ? error : textOf(error, locale);
  const wentWrong = say("job-alert.error", { error: escapeMrkdwn(told, ERROR_LENGTH) });
  return [
    header(say("job-alert.title", { job: plainLine(job, NAME_LENGTH) })),
    section(`${say("job-alert.what", failed)}\n${wentWrong}`),
    context(say("job-alert.when", { failedAt: dateToken(failedAt) })),
  ];
}

/** The same for notifications and screen readers. */
export function jobAlertText({ job, period, attempts }: JobAlertMessage, locale: Locale): string {
  const failed = { job: plainLine(job, NAME_LENGTH), period: plainLine(period, 100), attempts };
  return sayIn(locale)("job-alert.text", failed);
}
