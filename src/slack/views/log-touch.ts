import { z } from "zod";
import { MOST_MINUTES } from "../blocks/outreach/forms.ts";
import { decodeMetadata } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

/** A clock on someone's machine may run ahead by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

function formSchema(now: Date) {
  return z.object({
    [FIELD.channel]: z.enum(
      ["phone", "email", "chat", "meeting", "visit", "sms", "social", "other"],
      "Choose a channel.",
    ),
    [FIELD.outcome]: z.enum(
      ["reached", "no_answer", "promised", "resolved", "declined", "other"],
      "Choose an outcome.",
    ),
    [FIELD.note]: z.string().trim().max(3000, "Keep the note under 3,000 characters.").nullable(),
    [FIELD.minutes]: z
      .string(MINUTES)
      .regex(/^\d{1,4}$/, MINUTES)
      .transform(Number)
      .refine((minutes) => minutes <= MOST_MINUTES, MINUTES),
    [FIELD.at]: z
      .string("Say when the contact was.")
      .transform((seconds) => new Date(Number(seconds) * 1000))
      .refine((at) => !Number.isNaN(at.getTime()), "Say when the contact was.")
      .refine(
        (at) => at.getTime() <= now.getTime() + CLOCK_SLACK_MS,
        "That is in the future; log it afterwards.",
      ),
  });
}
const MINUTES = `Whole minutes from 0 to ${MOST_MINUTES}.`;

/** Log a touch: keeps it and shows the card as it is now. */
export const logTouchSubmission: SubmissionHandler = (request, now) => {
  const parsed = formSchema(now).safeParse(Object.fromEntries(request.fields));
  if (!parsed.success) return { kind: "wrong", errors: errorsByBlock(parsed.error) };
  const metadata = decodeMetadata(request.metadata);
  return {
    kind: "good",
    place: metadata,
    async handle(tools) {
      await tools.flows.logTouch(touchOf(parsed.data, metadata.customerId, request));
      await showAnswered(metadata, request.userId, "You logged a touch just now.", tools);
    },
  };
};

function touchOf(
  form: z.output<ReturnType<typeof formSchema>>,
  customerId: number,
  request: SubmissionRequest,
) {
  return {
    customerId,
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
function errorsByBlock(error: z.ZodError): Record<string, string> {
  const errors = error.issues.map((issue) => [String(issue.path[0]), issue.message] as const);
  return Object.fromEntries(errors.reverse());
}
