import { z } from "zod";
import { ASKED_KINDS } from "../../domain/outreach/feedback/feedback-kinds.ts";
import { PAGE_LANGUAGES } from "../../domain/outreach/feedback/page-language.ts";
import { sayIn } from "../../words/say.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { notSetUp } from "../blocks/outreach/feedback.ts";
import { feedbackAskedMessage, NOT_CHOSEN } from "../blocks/outreach/feedback-form.ts";
import { decodeFeedbackForm } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

const notChosen = z.literal(NOT_CHOSEN).transform(() => null);
const chosenId = z.union([
  notChosen,
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);

const formSchema = z.object({
  [FIELD.feedbackKind]: z.enum(ASKED_KINDS),
  [FIELD.feedbackContact]: chosenId,
  [FIELD.feedbackLanguage]: z.union([notChosen, z.enum(PAGE_LANGUAGES)]),
  // Left out where the customer has no solved ticket.
  [FIELD.feedbackTicket]: chosenId.default(null),
});

/** Ask for feedback: makes the link, and shows it with a text to copy. */
export const askFeedbackSubmission: SubmissionHandler = async (request, { reader }) => {
  const parsed = formSchema.safeParse(Object.fromEntries(request.fields));
  if (!parsed.success) {
    const wrong = sayIn(readerLocale(reader))("feedback.form.bad-choice");
    return { kind: "wrong", errors: { [String(parsed.error.issues[0]?.path[0])]: wrong } };
  }
  const { customerId, ...place } = decodeFeedbackForm(request.metadata);
  return { kind: "good", place, handle: (tools) => ask(customerId, parsed.data, tools) };
};

async function ask(
  customerId: number,
  form: z.output<typeof formSchema>,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const asked = await flows.askFeedback({
    customerId,
    kind: form[FIELD.feedbackKind],
    contactId: form[FIELD.feedbackContact],
    ticketId: form[FIELD.feedbackTicket],
    language: form[FIELD.feedbackLanguage],
    askedBy: reader.slackUserId,
  });
  if (asked.kind === "gone") return answer.privately(noticeOf("feedback.gone", locale));
  if (asked.kind === "not-set-up") return answer.privately(notice(notSetUp({ ...asked, locale })));
  await answer.privately(feedbackAskedMessage({ ...asked, locale }));
}
