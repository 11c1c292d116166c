import { SlackApiError } from "../api-error.ts";
import { isObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import type { StateValues } from "../page-protocol.ts";
import { issueResponseUrl } from "../responses.ts";
import { IDENTITY } from "../seed.ts";
import { type StoredView, viewJson } from "../state.ts";
import { pushedView, replacedView } from "../web-api/views.ts";
import { tellContext } from "./context.ts";
import { sendEvent } from "./events.ts";
import { withGivenFiles } from "./given-files.ts";
import { inputErrors, inputsOf } from "./inputs.ts";
import { payloadBase } from "./payload.ts";
import { RefusedError } from "./refused.ts";

/** What Slack shows when the answer to a submission is missing or wrong. */
const TROUBLE = "We had some trouble connecting. Try again?";

type ViewRef = { readonly as: string; readonly viewId: string };

function openModal({ workspace }: SandboxContext, { as, viewId }: ViewRef): StoredView {
  const view = workspace.modalsOf(as).find(({ id }) => id === viewId);
  if (!view) throw new RefusedError("This view has been closed.");
  return view;
}

/**
 * A person submits a modal.
 * @returns how the app answered; null when the form itself was not complete
 */
export async function submitView(
  context: SandboxContext,
  given: ViewRef & { readonly state: StateValues },
): Promise<Outcome | null> {
  const { workspace } = context;
  const opened = openModal(context, given);
  const state = withGivenFiles(context, given.as, opened.given.blocks, given.state);
  const view: StoredView = { ...opened, state, failure: null };
  const errors = inputErrors(view.given.blocks, state);
  const isComplete = Object.keys(errors).length === 0;
  workspace.putView({ ...view, errors, isSubmitting: isComplete });
  if (!isComplete) return null;
  const outcome = await context.courier.deliver({
    kind: "interactive",
    name: `view_submission: ${String(view.given.callback_id ?? "")}`,
    retry: null,
    body: {
      type: "view_submission",
      ...payloadBase(context, given.as),
      trigger_id: context.triggers.issue(given.as),
      view: viewJson(view),
      response_urls: responseUrls(context, given.as, view),
    },
  });
  settle(context, given, outcome);
  return outcome;
}

function settle(context: SandboxContext, ref: ViewRef, outcome: Outcome): void {
  const { workspace } = context;
  const view = workspace.modalsOf(ref.as).find(({ id }) => id === ref.viewId);
  if (!view) return;
  try {
    if (outcome.kind !== "acknowledged") throw new SlackApiError("not_acknowledged");
    const stack = stackAfter(context, { ...view, isSubmitting: false }, outcome.payload);
    workspace.setModals(ref.as, stack);
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    workspace.putView({ ...view, isSubmitting: false, failure: TROUBLE });
  }
}

/**
 * The person's stack after the app has answered.
 * @throws SlackApiError for an answer Slack would not take
 */
function stackAfter(context: SandboxContext, view: StoredView, payload: unknown): readonly StoredView[] {
  const stack = context.workspace.modalsOf(view.personId);
  const withView = (replaced: StoredView) => stack.map((open) => (open.id === view.id ? replaced : open));
  if (payload === null || (isObject(payload) && payload.response_action === undefined))
    return stack.filter(({ id }) => id !== view.id);
  if (!isObject(payload)) throw new SlackApiError("invalid_response");
  switch (payload.response_action) {
    case "clear":
      return [];
    case "errors":
      return withView({ ...view, errors: answeredErrors(view, payload.errors) });
    case "update":
      return withView(replacedView(context, view, payload.view));
    case "push":
      return [...withView(view), pushedView(context, view.personId, payload.view)];
    default:
      throw new SlackApiError("invalid_response_action");
  }
}

/** Errors must name input blocks of the view. */
function answeredErrors(view: StoredView, errors: unknown): Readonly<Record<string, string>> {
  const known = inputsOf(view.given.blocks).map(({ blockId }) => blockId);
  const entries = isObject(errors) ? Object.entries(errors) : [];
  if (entries.length === 0 || entries.some(([id, text]) => !known.includes(id) || typeof text !== "string"))
    throw new SlackApiError("invalid_errors");
  return Object.fromEntries(entries.map(([id, text]) => [id, String(text)]));
}

/** One for each conversation chosen in a menu with `response_url_enabled`. */
function responseUrls(context: SandboxContext, as: string, view: StoredView): readonly unknown[] {
  return inputsOf(view.given.blocks).flatMap(({ blockId, element }) => {
    if (element.response_url_enabled !== true) return [];
    const state = view.state[blockId]?.[String(element.action_id)];
    const channelId = state?.selected_conversation ?? state?.selected_channel;
    if (typeof channelId !== "string") return [];
    const place = { personId: as, conversationId: channelId, messageTs: null, threadTs: null };
    return [
      {
        block_id: blockId,
        action_id: element.action_id,
        channel_id: channelId,
        response_url: issueResponseUrl(context, place),
      },
    ];
  });
}

/** A person closes the top view, or with `all` every view. The app hears of those that asked for it. */
export async function closeView(
  context: SandboxContext,
  given: ViewRef & { readonly all: boolean },
): Promise<void> {
  const { workspace } = context;
  const view = openModal(context, given);
  const isCleared = given.all || view.given.clear_on_close === true;
  const stack = workspace.modalsOf(given.as);
  workspace.setModals(given.as, isCleared ? [] : stack.filter(({ id }) => id !== view.id));
  const closed = (isCleared ? [...stack].reverse() : [view]).filter(
    (each) => each.given.notify_on_close === true,
  );
  await Promise.all(
    closed.map((each) =>
      context.courier.deliver({
        kind: "interactive",
        name: `view_closed: ${String(each.given.callback_id ?? "")}`,
        retry: null,
        body: {
          type: "view_closed",
          ...payloadBase(context, given.as),
          view: viewJson(each),
          is_cleared: isCleared,
        },
      }),
    ),
  );
}

/** A person opens the app; it may publish its Home in answer. */
export function openHome(
  context: SandboxContext,
  as: string,
  tab: "home" | "messages",
): Promise<Outcome | null> {
  if (!context.workspace.person(as)) throw new RefusedError("There is no such person here.");
  const home = context.workspace.homeOf(as);
  if (tab === "messages") void tellContext(context, as);
  return sendEvent(context, "app_home_opened", {
    type: "app_home_opened",
    user: as,
    channel: context.workspace.directMessage(as, IDENTITY.botUserId).id,
    tab,
    ...(tab === "home" && home && { view: viewJson(home) }),
  });
}
