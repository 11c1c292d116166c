import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import { shareAgainForm, sharedMeanwhile, shareNotice } from "../blocks/outreach/share-form.ts";
import { decodeShared, encodeShared, type SharedForm } from "../frame/form-metadata.ts";
import type { CheckedSubmission, PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { CALLBACK, FIELD } from "../ids.ts";

/**
 * Share: the card as everyone in the channel may see it, with a note. One form shares once; where the card was shared meanwhile by
 * another, the form asks whether to share it a second time.
 */
export const shareSubmission: SubmissionHandler = async (request, { flows, reader, now }) => {
  const form = decodeShared(request.metadata);
  const filled = filledIn(request);
  const { customerId, channelId, responseUrl } = form;
  const place = { channelId, responseUrl };
  // The same modal asks once: a third form in it would have the second's id.
  if (channelId !== null && request.callbackId === CALLBACK.share) {
    const share = await flows.findUnseenShare({ customerId, channelId, seenShareAt: seenIn(form) });
    const { locale } = asReadBy(reader);
    if (share !== null) {
      const metadata = encodeShared({ ...form, seenShareAt: share.at.getTime() });
      const { customerName } = form;
      const shows = shareAgainForm({ ...filled, customerName, channelId, share, metadata, now, locale });
      return { kind: "good", place, shows, handle: async () => {} } satisfies CheckedSubmission;
    }
  }
  return { kind: "good", place, handle: (tools) => post(form, filled, tools) };
};

type Filled = { readonly note: string | null; readonly mentionsOwner: boolean };

const filledIn = ({ fields }: SubmissionRequest): Filled => ({
  note: fields.get(FIELD.shareNote)?.trim() || null,
  mentionsOwner: fields.get(FIELD.shareMention) === "owner",
});

const seenIn = ({ seenShareAt }: SharedForm) => (seenShareAt === null ? null : new Date(seenShareAt));

async function post(form: SharedForm, { note, mentionsOwner }: Filled, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader, place, clock } = tools;
  const { customerId, ownerId, channelId } = form;
  const read = asReadBy(reader);
  if (channelId === null) return answer.privately(noticeOf("access.direct", read.locale));
  const seenShareAt = seenIn(form);
  const shown = await flows.shareCard({ customerId, sharer: reader, channelId, place, seenShareAt });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", read.locale));
  if (shown.kind === "shared-before")
    return answer.privately(sharedMeanwhile(shown.share, channelId, clock(), read.locale));
  const notice = shareNotice(note, mentionsOwner ? ownerId : null);
  const view = { ...shown, ...read, sharedBy: reader.slackUserId };
  await answer.toChannel(customerCardMessage(notice === null ? view : { ...view, notice }));
}
