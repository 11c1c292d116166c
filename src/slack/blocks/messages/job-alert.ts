import type { KnownBlock } from "@slack/types";
import type { JobAlertMessage } from "../../../domain/messages/messages.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { monthPhrase } from "../words.ts";

const NAME_LENGTH = 60;
const ERROR_LENGTH = 1_000;

/** Which job failed for which period, why, and that nobody will try again. */
export function jobAlertBlocks(message: JobAlertMessage, locale: Locale): KnownBlock[] {
  const { job, period, error, attempts, failedAt } = message;
  const say = sayIn(locale);
  const failed = { job: escapeMrkdwn(job, NAME_LENGTH), period: periodOf(period, escapeMrkdwn), attempts };
  const told = typeof error === "string" ? error : textOf(error, locale);
  const wentWrong = say("job-alert.error", { error: escapeMrkdwn(told, ERROR_LENGTH) });
  return [
    header(say("job-alert.title", { job: plainLine(job, NAME_LENGTH) })),
    section(`${say("job-alert.what", failed)}\n${wentWrong}`),
    context(say("job-alert.when", { failedAt: dateToken(failedAt, locale) })),
  ];
}

/** A day or a month, and where: "2026-11-23 Europe/Berlin". */
const DATED = /^(?<month>\d{4}-\d{2})(?<day>-\d{2})?(?<zone> .*)?$/;

/** A day or a month is written as its reader does; a week is the job's own name for it. */
function periodOf(period: string, clean: (text: string, maxLength: number) => string): string | Phrase {
  const { month, day, zone = "" } = DATED.exec(period)?.groups ?? {};
  if (month === undefined) return clean(period, 100);
  const when = day === undefined ? monthPhrase(month) : { day: `${month}${day}` };
  return phrase("job-alert.period", { when, zone: clean(zone, 100) });
}

/** The same for notifications and screen readers. */
export function jobAlertText({ job, period, attempts }: JobAlertMessage, locale: Locale): string {
  const failed = { job: plainLine(job, NAME_LENGTH), period: periodOf(period, plainLine), attempts };
  return sayIn(locale)("job-alert.text", failed);
}
