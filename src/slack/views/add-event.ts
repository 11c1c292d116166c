import { localTime } from "../../domain/calendar.ts";
import { problemPhrase } from "../../domain/outreach/event-phrases.ts";
import { AUDIENCES, type EventErrors, readEvent, type TypedEvent } from "../../domain/outreach/events.ts";
import type { Locale } from "../../words/locale.ts";
import { textOf } from "../../words/text.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { addedText, knownText } from "../blocks/outreach/events.ts";
import { eventsAnswer } from "../commands/outreach/events.ts";
import { decodePlace } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Add an event: what is wrong shows beside its field; the list is then shown with it. */
export const addEventSubmission: SubmissionHandler = (request, { reader, now }) => {
  const locale = readerLocale(reader);
  const typed = typedIn(request);
  const read = readEvent(typed, localTime(now, reader.timeZone).day);
  if ("errors" in read) return { kind: "wrong", errors: errorsByBlock(read.errors, locale) };
  return {
    kind: "good",
    place: decodePlace(request.metadata),
    async handle(tools) {
      const { flows, answer, reader } = tools;
      const added = await flows.addEvent({ typed, by: reader.slackUserId });
      // Where the team is, the day may have passed.
      if (added.kind === "wrong") return answer.privately(noticeOf("events.wrong", locale));
      const told = added.kind === "known" ? knownText(typed.name, locale) : addedText(added.event, locale);
      await answer.replacing(await eventsAnswer(tools, told));
    },
  };
};

function typedIn({ fields }: SubmissionRequest): TypedEvent {
  const text = (id: string) => fields.get(id) ?? "";
  return {
    name: text(FIELD.eventName),
    day: text(FIELD.eventDay),
    place: text(FIELD.eventPlace),
    for: AUDIENCES.find((one) => one === text(FIELD.eventFor)) ?? "all",
    which: text(FIELD.eventWhich),
  };
}

const BLOCK: Readonly<Record<keyof TypedEvent, string>> = {
  name: FIELD.eventName,
  day: FIELD.eventDay,
  place: FIELD.eventPlace,
  for: FIELD.eventFor,
  which: FIELD.eventWhich,
};

function errorsByBlock(errors: EventErrors, locale: Locale): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [field, block] of Object.entries(BLOCK)) {
    const code = errors[field as keyof TypedEvent];
    if (code !== undefined) told[block] = textOf(problemPhrase(code), locale);
  }
  return told;
}
