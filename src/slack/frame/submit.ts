import { isPosted, refusalAnywhere } from "../../domain/access.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { decodeHomeState } from "../blocks/outreach/home-pages.ts";
import { answerTo } from "./answer.ts";
import { guard } from "./guard.ts";
import type { CheckedSubmission, HandlerTools, SubmissionHandler } from "./handler.ts";
import type { ListenerDeps } from "./listener.ts";
import type { SubmissionRequest } from "./payloads.ts";
import { readerLocale } from "./reader-locale.ts";
import { type Guarded, SUBMISSIONS } from "./register.ts";

type Good = Extract<CheckedSubmission, { kind: "good" }>;

/** What is wrong with a form, before it is acknowledged. A check that breaks closes it and is reported as every failure is. */
export async function check(request: SubmissionRequest, deps: ListenerDeps): Promise<CheckedSubmission> {
  try {
    return await checkForm(request, deps);
  } catch (error) {
    return { ...NOTHING, handle: () => Promise.reject(error) };
  }
}

/** Whoever may not have the form is told so once it is closed. */
async function checkForm(
  request: SubmissionRequest,
  { flows, clock }: ListenerDeps,
): Promise<CheckedSubmission> {
  const { surface, handle } = formOf(request);
  const reader = await flows.admit(request.userId);
  if (refusalAnywhere(surface, reader) !== null) return { ...NOTHING, handle: async () => {} };
  return handle(request, { flows, reader, now: clock() });
}

/** What was filled in is kept; where another organisation reads by now, the answer goes to the direct message. */
export async function submit(
  request: SubmissionRequest,
  { place, handle }: Good,
  tools: HandlerTools,
): Promise<void> {
  const { userId } = request;
  const { surface } = formOf(request);
  const where = await tools.flows.readPlace({ channelId: place.channelId, isPost: false });
  const isElsewhere = where === "shared" && !isPosted(surface);
  const asked = { userId, ...(isElsewhere ? NOTHING.place : place) };
  const home = place.home ? decodeHomeState(place.home) : null;
  await guard(surface, asked, { ...tools, home, answer: answerTo(asked, tools.slack) }, null, handle);
}

const NOTHING = { kind: "good", place: { channelId: null, responseUrl: null } } as const;

const formOf = ({ callbackId }: SubmissionRequest) => SUBMISSIONS.get(callbackId) ?? UNKNOWN_FORM;

/** A form of another version of us. */
const UNKNOWN_FORM: Guarded<SubmissionHandler> = {
  surface: "help",
  isPrivate: false,
  handle: () => ({
    ...NOTHING,
    handle: ({ answer, reader }) => answer.privately(noticeOf("notice.old-button", readerLocale(reader))),
  }),
};
