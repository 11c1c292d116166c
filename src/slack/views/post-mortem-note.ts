import { sayIn } from "../../words/say.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { LONGEST_POST_MORTEM_NOTE } from "../blocks/messages/post-mortem-form.ts";
import { decodePostMortem } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** What somebody knew of why a customer left: keeps it, and has it shown in the thread. */
export const postMortemNoteSubmission: SubmissionHandler = (request, { reader }) => {
  const { customerId, ...place } = decodePostMortem(request.metadata);
  const note = request.fields.get(FIELD.postMortemNote)?.trim() ?? "";
  const locale = readerLocale(reader);
  const say = sayIn(locale);
  const wrong = (sentence: string) => ({
    kind: "wrong" as const,
    errors: { [FIELD.postMortemNote]: sentence },
  });
  if (note === "") return wrong(say("post-mortem.form.empty"));
  if (note.length > LONGEST_POST_MORTEM_NOTE)
    return wrong(say("post-mortem.form.too-long", { most: LONGEST_POST_MORTEM_NOTE }));
  return {
    kind: "good",
    place,
    async handle({ flows, answer }) {
      const { userId: memberId, viewId } = request;
      const added = await flows.addPostMortemNote({ customerId, memberId, viewId, note });
      await answer.privately(noticeOf(`post-mortem.${added.kind}`, locale));
    },
  };
};
