import { addDays, type Day, isDay, localTime } from "../../domain/calendar.ts";
import { sayIn } from "../../words/say.ts";
import { snoozedNotice } from "../blocks/messages/notices.ts";
import { SNOOZE_DAYS } from "../blocks/outreach/forms.ts";
import { decodeMetadata } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

/** Snooze: leaves a customer alone until a day begins in the member's time zone, and shows the card as it is now. */
export const snoozeSubmission: SubmissionHandler = async (request, { reader, now }) => {
  const metadata = decodeMetadata(request.metadata);
  const { customerId } = metadata;
  const { timeZone, slackUserId: memberId } = reader;
  const locale = readerLocale(reader);
  const today = localTime(now, timeZone).day;
  const untilDay = chosenDay(request, today);
  const problem = problemWith(untilDay, today);
  if (untilDay === null || problem !== null)
    return { kind: "wrong", errors: { [FIELD.snoozeUntil]: sayIn(locale)(problem ?? NO_DAY) } };
  return {
    kind: "good",
    place: metadata,
    async handle(tools) {
      const result = await tools.flows.snoozeCustomer({ customerId, memberId, untilDay, timeZone });
      const line =
        result.kind === "snoozed"
          ? snoozedNotice(result.until, { now, timeZone, locale })
          : sayIn(locale)("notice.gone");
      await showAnswered(metadata, line, tools);
    },
  };
};

/** A mute without an end is a customer forgotten. Chosen by the product. */
const LONGEST_SNOOZE_DAYS = 366;

const NO_DAY = "snooze.form.no-day";

/** The code of what is wrong with a day; null where nothing is. */
function problemWith(untilDay: Day | null, today: Day): string | null {
  if (untilDay === null) return NO_DAY;
  if (untilDay <= today) return "snooze.form.past";
  return untilDay > addDays(today, LONGEST_SNOOZE_DAYS) ? "snooze.form.too-far" : null;
}

function chosenDay(request: SubmissionRequest, today: Day): Day | null {
  const days = SNOOZE_DAYS[request.fields.get(FIELD.snoozeFor) ?? ""];
  if (days !== undefined) return addDays(today, days);
  const picked = request.fields.get(FIELD.snoozeUntil) ?? "";
  return isDay(picked) ? picked : null;
}
