import { localTime } from "../../domain/calendar.ts";
import { eventForm } from "../blocks/outreach/event-form.ts";
import { removedText } from "../blocks/outreach/events.ts";
import { eventsAnswer } from "../commands/outreach/events.ts";
import { encodePlace } from "../frame/form-metadata.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Add an event: opens the form. */
export const addEventAction: ActionHandler = async (request, { slack, clock, reader }) => {
  const { responseUrl, channelId, triggerId } = request;
  const metadata = encodePlace({ responseUrl, channelId });
  const today = localTime(clock(), reader.timeZone).day;
  await slack.openModal(triggerId, eventForm({ today, metadata, locale: readerLocale(reader) }));
};

/** Remove: the list is then shown as it stands. */
export const removeEventAction: ActionHandler = async (request, tools) => {
  const { flows, answer, reader } = tools;
  if (!/^[1-9]\d{0,8}$/.test(request.value ?? "")) return sayTooOld(request, tools);
  const { name } = await flows.removeEvent({ id: Number(request.value), by: reader.slackUserId });
  await answer.replacing(await eventsAnswer(tools, removedText(name, readerLocale(reader))));
};
