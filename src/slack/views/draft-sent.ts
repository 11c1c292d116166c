import { z } from "zod";
import { sayIn } from "../../words/say.ts";
import { notice } from "../blocks/messages/notices.ts";
import { LONGEST_SENT_SUBJECT, LONGEST_SENT_TEXT } from "../blocks/outreach/draft-form.ts";
import { MOST_MINUTES } from "../blocks/outreach/forms.ts";
import { type DraftForm, decodeDraft } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

const minutesSchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((minutes) => minutes <= MOST_MINUTES);
const textSchema = z.string().trim().min(1).max(LONGEST_SENT_TEXT);

/** I sent it: notes that, which settles what was suggested. The text is the sender's own and kept nowhere. */
export const draftSentSubmission: SubmissionHandler = (request, { reader, now }) => {
  const say = sayIn(readerLocale(reader));
  const metadata = decodeDraft(request.metadata);
  const textBlock = `${metadata.form === "chat" ? FIELD.draftChat : FIELD.draftBody}:${metadata.language}`;
  if (!textSchema.safeParse(request.fields.get(textBlock) ?? "").success)
    return { kind: "wrong", errors: { [textBlock]: say("draft.empty") } };
  const minutes = minutesSchema.safeParse(request.fields.get(FIELD.minutes) ?? "");
  if (!minutes.success) {
    const wrong = say("touch.form.bad-minutes", { mostMinutes: MOST_MINUTES });
    return { kind: "wrong", errors: { [FIELD.minutes]: wrong } };
  }
  const sent = { ...sentOf(metadata, request), minutesSpent: minutes.data, at: now };
  return { kind: "good", place: metadata, handle: (tools) => note(sent, metadata, tools) };
};

/** A contact whose answer is not there yet. */
function sentOf(metadata: DraftForm, { userId, viewId, fields }: SubmissionRequest) {
  const { customerId, suggestionKey, form, language } = metadata;
  const subject = (fields.get(`${FIELD.draftSubject}:${language}`) ?? "").trim();
  return {
    ...{ customerId, memberId: userId, channel: form, followed: suggestionKey },
    // Of one suggestion everybody sends one mail and one message, from however many forms.
    viewId: suggestionKey === null ? viewId : `draft:${suggestionKey}:${userId}:${form}`,
    outcome: "no_answer" as const,
    note: form === "chat" || subject === "" ? null : subject.slice(0, LONGEST_SENT_SUBJECT),
  };
}

async function note(
  sent: ReturnType<typeof sentOf> & { readonly minutesSpent: number; readonly at: Date },
  metadata: DraftForm,
  tools: PermittedTools,
): Promise<void> {
  const say = sayIn(readerLocale(tools.reader));
  const { kind } = await tools.flows.logTouch(sent);
  if (kind === "gone") return tools.answer.privately(notice(say("touch.not-kept")));
  const line = say(kind === "repeated" ? "draft.sent.before" : `draft.sent.${metadata.form}`);
  await showAnswered(metadata, line, tools);
}
