import type { ReceiverEvent } from "@slack/bolt";
import { isPosted } from "../../domain/access.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { answerTo } from "./answer.ts";
import type { InteractiveSlack } from "./interactive-slack.ts";
import { callbackIdOf, firstFieldOf, senderOf } from "./payloads.ts";
import { rememberedLocale } from "./reader-locale.ts";
import { SUBMISSIONS } from "./register.ts";

/**
 * Says that a request was not taken: a command in its answer, a form at its first field, so that nothing filled in is lost, and a
 * button in a message. An event is not acknowledged and comes again.
 */
export async function sayNotTaken(event: ReceiverEvent, slack: InteractiveSlack): Promise<void> {
  const { body, ack } = event;
  const sender = senderOf(body);
  // Who asks is not looked up: the database may be what fails.
  const notice = noticeOf("notice.not-taken", rememberedLocale(sender?.userId ?? null));
  if ("command" in body) return ack({ response_type: "ephemeral", text: notice.text });
  const field = firstFieldOf(body);
  if (field !== null) return ack({ response_action: "errors", errors: { [field]: notice.text } });
  const place = body.type === "event_callback" ? null : sender;
  if (place !== null) await answerTo(place, slack).privately(notice);
}

/**
 * Tells whoever shared something that it was interrupted: posting it again could post it twice.
 * @returns false where the request can simply be done again
 */
export async function sayInterrupted(body: unknown, slack: InteractiveSlack): Promise<boolean> {
  const surface = SUBMISSIONS.get(callbackIdOf(body) ?? "")?.surface;
  const place = senderOf(body);
  if (surface === undefined || !isPosted(surface) || place === null) return false;
  await answerTo(place, slack).privately(noticeOf("notice.interrupted", rememberedLocale(place.userId)));
  return true;
}
