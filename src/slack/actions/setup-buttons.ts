import { askedDigestMessage } from "../blocks/messages/asked-digest.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { setupMessage } from "../blocks/messages/setup.ts";
import { needOwnerMessage, startPostingMessage } from "../blocks/messages/setup-answers.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

const stateNow = ({ flows, slack }: PermittedTools) => flows.readSetup({ takesFiles: slack.files !== null });

/** Look again: the steps as they are now. */
export const setupAgainAction: ActionHandler = (_request, tools) => showAgain(tools);

async function showAgain(tools: PermittedTools): Promise<void> {
  await tools.answer.replacing(setupMessage(await stateNow(tools), readerLocale(tools.reader)));
}

/** Not now: nobody is offered it from then on. */
export const setupNotNowAction: ActionHandler = async (_request, tools) => {
  const { flows, answer, reader } = tools;
  const { kind } = await flows.declineSetup({ memberId: reader.slackUserId });
  if (kind === "started") return showAgain(tools);
  await answer.replacing(noticeOf("setup.declined", readerLocale(reader)));
};

/** Who has no owner. */
export const setupOwnersAction: ActionHandler = async (_request, { flows, answer, reader }) => {
  await answer.privately(needOwnerMessage(await flows.listNeedOwner(), readerLocale(reader)));
};

/** Show me the digest: last week's, to whoever asks alone, and below it the way to start. */
export const setupDigestAction: ActionHandler = async (_request, tools) => {
  const { flows, answer, reader } = tools;
  const locale = readerLocale(reader);
  const shown = await flows.showDigest({ week: "last", reader });
  await answer.privately(askedDigestMessage({ ...shown, week: "last", locale }));
  const state = await stateNow(tools);
  if (state.posting === null) await answer.privately(startPostingMessage(state, locale));
};

/** Start posting, which was confirmed in Slack's own window. */
export const setupStartAction: ActionHandler = async (_request, { flows, answer, reader }) => {
  const { kind } = await flows.setPosting({ on: true, memberId: reader.slackUserId });
  const code = kind === "no-customers" ? "setup.start.no-customers" : "setup.started";
  await answer.replacing(noticeOf(code, readerLocale(reader)));
};

/** Stop posting, confirmed in the same way. */
export const setupStopAction: ActionHandler = async (_request, { flows, answer, reader }) => {
  await flows.setPosting({ on: false, memberId: reader.slackUserId });
  await answer.replacing(noticeOf("setup.stopped", readerLocale(reader)));
};
