import { addDays, type Day, localTime } from "../../domain/calendar.ts";
import { GONE, snoozedNotice } from "../blocks/messages/notices.ts";
import { SNOOZE_DAYS } from "../blocks/outreach/forms.ts";
import { decodeMetadata } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

/** Snooze: leaves a customer alone until a day begins in the member's time zone, and shows the card as it is now. */
export const snoozeSubmission: SubmissionHandler = (request, now) => {
  const metadata = decodeMetadata(request.metadata);
  const { customerId, timeZone } = metadata;
  const today = localTime(now, timeZone).day;
  const untilDay = chosenDay(request, today);
  if (untilDay === null) return wrong("Choose the day until which you want no suggestions.");
  if (untilDay <= today) return wrong("Choose a day after today.");
  if (untilDay > addDays(today, LONGEST_SNOOZE_DAYS)) return wrong("Choose a day within the next year.");
  return {
    kind: "good",
    place: metadata,
    async handle(tools) {
      const memberId = request.userId;
      const result = await tools.flows.snoozeCustomer({ customerId, memberId, untilDay, timeZone });
      const line = result.kind === "snoozed" ? snoozedNotice(result.until, timeZone, now) : GONE;
      await showAnswered(metadata, memberId, line, tools);
    },
  };
};

/** A mute without an end is a customer forgotten. Chosen by the product. */
const LONGEST_SNOOZE_DAYS = 366;

function chosenDay(request: SubmissionRequest, today: Day): Day | null {
  const days = SNOOZE_DAYS[request.fields.get(FIELD.snoozeFor) ?? ""];
  if (days !== undefined) return addDays(today, days);
  const picked = request.fields.get(FIELD.snoozeUntil) ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(picked) ? picked : null;
}

function wrong(sentence: string) {
  return { kind: "wrong", errors: { [FIELD.snoozeUntil]: sentence } } as const;
}
