import { sayTooOld } from "../actions/card-buttons.ts";
import { decodeButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { decodeHomeState } from "../blocks/outreach/home-pages.ts";
import { answerTo } from "./answer.ts";
import { guard } from "./guard.ts";
import type { ActionHandler, HandlerTools } from "./handler.ts";
import type { ActionRequest } from "./payloads.ts";
import { readerLocale } from "./reader-locale.ts";
import { ACTIONS, type Guarded } from "./register.ts";

/** Does what a button asks for, where whoever pressed it may have that. */
export function act(request: ActionRequest, tools: HandlerTools): Promise<void> {
  const action = ACTIONS.get(request.actionId.split(":")[0] ?? "") ?? TOO_OLD;
  return action.isPrivate ? actPrivately(action, request, tools) : actHere(action, request, tools);
}

const TOO_OLD: Guarded<ActionHandler> = { surface: "help", handle: sayTooOld, isPrivate: false };

function actHere({ surface, handle }: Guarded<ActionHandler>, request: ActionRequest, tools: HandlerTools) {
  const card = decodeButton(request.value);
  const privateWay = card === null ? null : { card };
  const home = request.home === null ? null : decodeHomeState(request.home);
  return guard(surface, request, { ...tools, home }, privateWay, (permitted) => handle(request, permitted));
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
