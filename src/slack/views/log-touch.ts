import { z } from "zod";
import { type Say, sayIn } from "../../words/say.ts";
import { notice } from "../blocks/messages/notices.ts";
import { LONGEST_NOTE, MOST_MINUTES, TOUCH_CHANNELS, TOUCH_OUTCOMES } from "../blocks/outreach/forms.ts";
import { decodeMetadata } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

/** A clock on someone's machine may run ahead by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** What is wrong is named by its code. */
function formSchema(now: Date) {
  return z.object({
    [FIELD.channel]: z.enum(TOUCH_CHANNELS, "touch.form.choose-channel"),
    [FIELD.outcome]: z.enum(TOUCH_OUTCOMES, "touch.form.choose-outcome"),
    [FIELD.note]: z.string().trim().max(LONGEST_NOTE, "touch.form.note-too-long").nullable(),
    [FIELD.minutes]: z
      .string(MINUTES)
      .regex(/^\d{1,4}$/, MINUTES)
      .transform(Number)
      .refine((minutes) => minutes <= MOST_MINUTES, MINUTES),
    [FIELD.at]: z
      .string("touch.form.say-when")
      .transform((seconds) => new Date(Number(seconds) * 1000))
      .refine((at) => !Number.isNaN(at.getTime()), "touch.form.say-when")
      .refine((at) => at.getTime() <= now.getTime() + CLOCK_SLACK_MS, "touch.form.in-the-future"),
  });
}
const MINUTES = "touch.form.bad-minutes";

/** Log a touch: keeps it and shows the card as it is now. */
export const logTouchSubmission: SubmissionHandler = async (request, { reader, now }) => {
  const say = sayIn(readerLocale(reader));
  const read = touchIn(request, now, say);
  if (read.kind === "wrong") return read;
  const metadata = decodeMetadata(request.metadata);
  return {
    kind: "good",
    place: metadata,
    async handle(tools) {
      const { kind } = await tools.flows.logTouch({ ...read.touch, customerId: metadata.customerId });
      if (kind === "gone") return tools.answer.privately(notice(say("touch.not-kept")));
      await showAnswered(metadata, say("touch.logged"), tools);
    },
  };
};

/** What a form says of a contact, but for with whom; or what is wrong, by field. */
export function touchIn(request: SubmissionRequest, now: Date, say: Say) {
  const parsed = formSchema(now).safeParse(Object.fromEntries(request.fields));
  if (!parsed.success) return { kind: "wrong" as const, errors: errorsByBlock(parsed.error, say) };
  return { kind: "touch" as const, touch: touchOf(parsed.data, request) };
}

function touchOf(form: z.output<ReturnType<typeof formSchema>>, request: SubmissionRequest) {
  return {
    memberId: request.userId,
    viewId: request.viewId,
    channel: form.channel,
    outcome: form.outcome,
    note: form.note === "" ? null : form.note,
    minutesSpent: form.minutes,
    at: form.at,
  };
}

/** The first sentence about each field. */
function errorsByBlock(error: z.ZodError, say: Say): Record<string, string> {
  const limits = { mostMinutes: MOST_MINUTES, mostCharacters: LONGEST_NOTE };
  const errors = error.issues.map((issue) => [String(issue.path[0]), say(issue.message, limits)] as const);
  return Object.fromEntries(errors.reverse());
}
