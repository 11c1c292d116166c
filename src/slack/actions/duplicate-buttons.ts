import { decodePairs } from "../blocks/imports/pair-value.ts";
import { duplicatesMessage } from "../blocks/messages/duplicates.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Join: the two are one customer from now on. */
export const joinDuplicate = deciding("join");
/** Keep apart: nobody is asked again. */
export const keepDuplicateApart = deciding("apart");
/** Undo, of either. */
export const undoDuplicate = deciding("undo");

/** The message then shows how each of its pairs stands; of one that was settled meanwhile, that it was. */
function deciding(decision: "join" | "apart" | "undo"): ActionHandler {
  return async (request, tools) => {
    const { flows, answer, reader } = tools;
    const pressed = decodePairs(request.value);
    const pair = pressed?.pairs[pressed.place];
    if (pressed === null || pair === undefined) return sayTooOld(request, tools);
    const locale = readerLocale(reader);
    const decided = await flows.decideDuplicate({ ...pair, decision, by: reader.slackUserId });
    await answer.replacing(duplicatesMessage(await flows.listDuplicates({ pairs: pressed.pairs }), locale));
    if (decided.kind === "closed") {
      const code = decided.decision === "join" ? "duplicates.closed" : "duplicates.closed-undo";
      await answer.privately(noticeOf(code, locale, { through: { day: decided.through } }));
    }
    if (decided.kind === "points") await answer.privately(noticeOf("duplicates.points", locale));
    if (decided.kind === "gone") await answer.privately(noticeOf("duplicates.gone", locale));
  };
}
