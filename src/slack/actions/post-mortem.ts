import { noticeOf } from "../blocks/messages/notices.ts";
import { postMortemForm } from "../blocks/messages/post-mortem-form.ts";
import { encodePostMortem } from "../frame/form-metadata.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { withButton } from "./card-buttons.ts";

/** Add what you know: asks for it. */
export const postMortemNoteAction = withButton(async ({ customerId }, request, tools) => {
  const { flows, slack, answer, reader } = tools;
  const locale = readerLocale(reader);
  const asked = await flows.openPostMortemNote({ customerId });
  if (asked === null) return answer.privately(noticeOf("post-mortem.gone", locale));
  const { channelId, responseUrl } = request;
  const metadata = encodePostMortem({ customerId, channelId, responseUrl });
  await slack.openModal(request.triggerId, postMortemForm({ customerName: asked.name, metadata, locale }));
});
