import type { MentionDeed } from "../../domain/outreach/mentions.ts";
import { sayIn } from "../../words/say.ts";
import { notice } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { mentionsMessage } from "../blocks/outreach/mentions.ts";
import { decodeMentionButton } from "../blocks/outreach/mentions-page.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { redrawHome } from "../home/redraw-home.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Next and Previous: another page in place of the one that is there. */
export const mentionsPageAction: ActionHandler = async (request, tools) => {
  const wanted = decodeMentionButton(request.value);
  return wanted === null ? sayTooOld(request, tools) : showPage(wanted.page, null, tools);
};

export const mentionAnsweredAction = settles("answered");
export const mentionNotNegativeAction = settles("not-negative");

/** Notes what was pressed, and shows the page as it stands now. */
function settles(deed: MentionDeed): ActionHandler {
  return async (request, tools) => {
    const pressed = decodeMentionButton(request.value);
    if (pressed === null || pressed.mentionId === null) return sayTooOld(request, tools);
    const { flows, reader } = tools;
    const result = await flows.settleMention({ id: pressed.mentionId, member: reader, deed });
    const code = result === "done" ? `mentions.done.${deed}` : `mentions.${result}`;
    await showPage(pressed.page, sayIn(readerLocale(reader))(code), tools);
  };
}

async function showPage(page: number, done: string | null, tools: PermittedTools) {
  const { flows, answer, reader } = tools;
  if (await redrawHome(tools)) return done === null ? undefined : answer.privately(notice(done));
  const { list, now } = await flows.listMentions({ reader, page });
  await answer.replacing(mentionsMessage(list, { now, ...asReadBy(reader) }, done));
}
