import { sayIn } from "../../words/say.ts";
import { showSettled } from "../actions/nudge-buttons.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { decodeWhyNot } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Hand over: the nudge goes to whoever was chosen, and is shown to whoever had it as it stands now. */
export const handOverSubmission: SubmissionHandler = async (request, { flows, reader }) => {
  const { suggestionKey: key, responseUrl, channelId } = decodeWhyNot(request.metadata);
  const locale = readerLocale(reader);
  const wrong = (code: string) => ({
    kind: "wrong" as const,
    errors: { [FIELD.handOverTo]: sayIn(locale)(code) },
  });
  const to = request.fields.get(FIELD.handOverTo) ?? "";
  if (to === "") return wrong("handover.choose");
  if (to === reader.slackUserId) return wrong("handover.not-to-yourself");
  const taker = await flows.admit(to);
  if (taker.account !== "member") return wrong("handover.no-member");
  return {
    kind: "good",
    place: { channelId, responseUrl },
    async handle(tools) {
      const result = await tools.flows.handOver({ key, to, by: tools.reader.slackUserId });
      if (result.kind === "not-possible") return tools.answer.privately(noticeOf("handover.has-it", locale));
      await showSettled(result, tools);
      if (result.kind !== "settled") return;
      const name = escapeMrkdwn(taker.name, 200);
      await tools.answer.privately(noticeOf("handover.done", locale, { name }));
    },
  };
};
