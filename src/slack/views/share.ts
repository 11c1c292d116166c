import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import { shareNotice } from "../blocks/outreach/share-form.ts";
import { decodeShared } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { FIELD } from "../ids.ts";

/** Share: the card as everyone in the channel may see it, with a note. One form shares once. */
export const shareSubmission: SubmissionHandler = (request) => {
  const { customerId, ownerId, ...place } = decodeShared(request.metadata);
  const note = request.fields.get(FIELD.shareNote)?.trim() || null;
  const mentioned = request.fields.get(FIELD.shareMention) === "owner" ? ownerId : null;
  return {
    kind: "good",
    place,
    async handle({ flows, answer, reader, place: where }) {
      const asked = { customerId, sharer: reader, channelId: place.channelId, place: where };
      const shown = await flows.shareCard(asked);
      const read = asReadBy(reader);
      if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", read.locale));
      const notice = shareNotice(note, mentioned);
      const view = { ...shown, ...read, sharedBy: reader.slackUserId };
      await answer.toChannel(customerCardMessage(notice === null ? view : { ...view, notice }));
    },
  };
};
