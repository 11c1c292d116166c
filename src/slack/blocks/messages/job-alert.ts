import type { KnownBlock } from "@slack/types";
import type { JobAlertMessage } from "../../../domain/messages/messages.ts";
import { context, header, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { counted, dateToken } from "../report-parts.ts";

const NAME_LENGTH = 60;
const ERROR_LENGTH = 1_000;

/** Which job failed for which period, why, and that nobody will try again. */
export function jobAlertBlocks({ job, period, error, attempts, failedAt }: JobAlertMessage): KnownBlock[] {
  const tries = attempts > 1 ? ` after ${counted(attempts, "attempt")}` : "";
  return [
    header(`A job failed: ${plainLine(job, NAME_LENGTH)}`),
    section(
      `*${escapeMrkdwn(job, NAME_LENGTH)}* for ${escapeMrkdwn(period, 100)} failed${tries} and will not be tried again for it.\n` +
        `What went wrong: ${escapeMrkdwn(error, ERROR_LENGTH)}`,
    ),
    context(
      `${dateToken(failedAt)}. The log holds more; \`npm run mainstay -- doctor\` names most of what can be wrong.`,
    ),
  ];
}

/** The same for notifications and screen readers. */
export function jobAlertText({ job, period, attempts }: JobAlertMessage): string {
  return `A job failed: ${plainLine(job, NAME_LENGTH)} for ${plainLine(period, 100)}, ${counted(attempts, "attempt")}`;
}
