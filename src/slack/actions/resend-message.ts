import { HOME_AT_FIRST } from "../../domain/outreach/home-state.ts";
import type { FailedRetried } from "../../flows/messages/retry-failed.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { decodeMessageKey } from "../blocks/outreach/undelivered.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { showHomeTo } from "../home/home-opened.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Send again, on Home: the message goes once more, and Home shows what is left. */
export const resendMessageAction: ActionHandler = async (request, tools) => {
  const key = decodeMessageKey(request.value);
  if (key === null) return sayTooOld(request, tools);
  const { flows, answer, reader } = tools;
  const retried = await flows.retryFailed({ key, by: reader.slackUserId });
  await showHomeTo(reader, tools, tools.home ?? HOME_AT_FIRST);
  await answer.privately(noticeOf(`undelivered.resend.${outcomeOf(retried)}`, readerLocale(reader)));
};

/** Two who press at once: for the second it has not failed any more. */
function outcomeOf(retried: FailedRetried): "looks-first" | FailedRetried["kind"] {
  const looksFirst = retried.kind === "retried" && retried.messages.some((message) => message.looksFirst);
  return looksFirst ? "looks-first" : retried.kind;
}
