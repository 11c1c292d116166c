import { randomUUID } from "node:crypto";
import type { App } from "@slack/bolt";
import { isPosted, refusalAnywhere, type Surface } from "../../domain/access.ts";
import { sayTooOld } from "../actions/card-buttons.ts";
import { decodeButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { answerTo } from "./answer.ts";
import { guard } from "./guard.ts";
import type { ActionHandler, CheckedSubmission, HandlerTools, SubmissionHandler } from "./handler.ts";
import { handleDelivery, type ListenerDeps } from "./listener.ts";
import {
  type ActionRequest,
  parseAction,
  parseCommand,
  parseEvent,
  parseSubmission,
  type SubmissionRequest,
  senderOf,
} from "./payloads.ts";
import { readerLocale } from "./reader-locale.ts";
import { ACTIONS, COMMANDS, EVENTS, type Guarded, SUBMISSIONS } from "./register.ts";

/** Connects Bolt with the tables of `register.ts`: acknowledge, parse, see who asks and where, hand over. */
export function dispatch(app: App, deps: ListenerDeps): void {
  for (const [command, handle] of Object.entries(COMMANDS)) {
    app.command(command, async ({ ack, body }) => {
      await ack();
      await orSayUnreadable(deps, command, body, async () => {
        const request = parseCommand(body);
        const delivery = { deliveryId: request.deliveryId, what: command, place: request };
        await handleDelivery(deps, delivery, (tools) => handle(request, tools));
      });
    });
  }

  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    await orSayUnreadable(deps, "an action", body, async () => {
      const request = parseAction(body);
      const action = ACTIONS[request.actionId.split(":")[0] ?? ""] ?? TOO_OLD;
      const delivery = { deliveryId: request.deliveryId, what: request.actionId, place: request };
      await handleDelivery(deps, delivery, (tools) =>
        action.isPrivate ? actPrivately(action, request, tools) : act(action, request, tools),
      );
    });
  });

  app.view(/.*/, async ({ ack, body }) => {
    const handleForm = async () => {
      const request = parseSubmission(body);
      const submission = SUBMISSIONS[request.callbackId] ?? UNKNOWN_FORM;
      const checked = await checkSafely(() => check(submission, request, deps));
      if (checked.kind === "wrong") return ack({ response_action: "errors", errors: { ...checked.errors } });
      await ack();
      const place = { ...checked.place, userId: request.userId };
      const delivery = { deliveryId: request.deliveryId, what: request.callbackId, place };
      await handleDelivery(deps, delivery, (tools) => submit(submission.surface, checked, request, tools));
    };
    // A form that cannot be read was not acknowledged yet.
    await orSayUnreadable(deps, "a form", body, handleForm, ack);
  });

  for (const [event, handle] of Object.entries(EVENTS)) {
    app.event(event, async ({ body }) => {
      await orSayUnreadable(deps, event, body, async () => {
        const request = parseEvent(body);
        const delivery = { deliveryId: request.deliveryId, what: event, place: null };
        await handleDelivery(deps, delivery, (tools) => handle(request, tools));
      });
    });
  }
}

/** Whoever sent what nobody can read hears that it failed, with a reference that stands in the log. */
async function orSayUnreadable(
  deps: ListenerDeps,
  what: string,
  body: unknown,
  work: () => Promise<void>,
  acknowledge: () => Promise<void> = async () => {},
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await acknowledge();
    const delivery = { deliveryId: `unreadable:${randomUUID()}`, what, place: senderOf(body) };
    await handleDelivery(deps, delivery, () => Promise.reject(error));
  }
}

const TOO_OLD: Guarded<ActionHandler> = { surface: "help", handle: sayTooOld, isPrivate: false };

function act({ surface, handle }: Guarded<ActionHandler>, request: ActionRequest, tools: HandlerTools) {
  const card = decodeButton(request.value);
  const privateWay = card === null ? null : { card };
  return guard(surface, request, tools, privateWay, (permitted) => handle(request, permitted));
}

/** Answers in the direct message, and says so in the place of the message whose button was pressed. */
async function actPrivately(
  { surface, handle }: Guarded<ActionHandler>,
  request: ActionRequest,
  tools: HandlerTools,
): Promise<void> {
  const direct = { userId: request.userId, channelId: null, responseUrl: null };
  const answer = answerTo(direct, tools.slack);
  await guard(surface, direct, { ...tools, answer }, null, async (permitted) => {
    await handle(request, permitted);
    await tools.answer.replacing(noticeOf("access.shown-privately", readerLocale(permitted.reader)));
  });
}

/** A form of another version of us. */
const UNKNOWN_FORM: Guarded<SubmissionHandler> = {
  surface: "help",
  isPrivate: false,
  handle: () => ({
    ...NOTHING,
    handle: ({ answer, reader }) => answer.privately(noticeOf("notice.old-button", readerLocale(reader))),
  }),
};

/** Whoever may not have the form is told so once it is closed. */
async function check(
  { surface, handle }: Guarded<SubmissionHandler>,
  request: SubmissionRequest,
  { flows, clock }: ListenerDeps,
): Promise<CheckedSubmission> {
  const reader = await flows.admit(request.userId);
  if (refusalAnywhere(surface, reader) !== null) return { ...NOTHING, handle: async () => {} };
  return handle(request, { flows, reader, now: clock() });
}

/** A check that breaks closes the form and is reported as every failure is. */
async function checkSafely(check: () => Promise<CheckedSubmission>): Promise<CheckedSubmission> {
  try {
    return await check();
  } catch (error) {
    return { ...NOTHING, handle: () => Promise.reject(error) };
  }
}

const NOTHING = { kind: "good", place: { channelId: null, responseUrl: null } } as const;

/** What was filled in is kept; where another organisation reads by now, the answer goes to the direct message. */
async function submit(
  surface: Surface,
  { place, handle }: Extract<CheckedSubmission, { kind: "good" }>,
  { userId }: SubmissionRequest,
  tools: HandlerTools,
): Promise<void> {
  const where = await tools.flows.readPlace({ channelId: place.channelId, isPost: false });
  const asked =
    where === "shared" && !isPosted(surface) ? { userId, ...NOTHING.place } : { userId, ...place };
  const answer = answerTo(asked, tools.slack);
  await guard(surface, asked, { ...tools, answer }, null, handle);
}
