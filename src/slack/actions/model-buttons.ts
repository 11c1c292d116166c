import type { Phrase } from "../../domain/phrase.ts";
import { rowIdIn } from "../../domain/row-id.ts";
import type { RollBackResult } from "../../flows/risk/training/roll-back-model.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { redrawHome } from "../home/redraw-home.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Promote: the version serves from the next scoring on, and Home shows so. */
export const promoteModelAction: ActionHandler = async (request, tools) => {
  const version = rowIdIn(request.value);
  if (version === null) return sayTooOld(request, tools);
  const chosen = await tools.flows.chooseModel({ id: version, by: tools.reader.slackUserId });
  const why = chosen.kind === "unusable" ? chosen.reason : null;
  await sayAndRedraw(`home.ops.model.promoted.${chosen.kind}`, { version, ...(why && { why }) }, tools);
};

/** Roll back: what served before serves again, unless another version serves by now than its reader saw. */
export const rollBackModelAction: ActionHandler = async (request, tools) => {
  const seen = rowIdIn(request.value);
  if (seen === null) return sayTooOld(request, tools);
  const result = await tools.flows.rollBackModel({ by: tools.reader.slackUserId, seen });
  await sayAndRedraw(`home.ops.model.rolled-back.${result.kind}`, toldOf(result), tools);
};

function toldOf(result: RollBackResult): Phrase["parameters"] {
  switch (result.kind) {
    case "rolled-back":
      return { version: result.version.id, from: result.from };
    case "unusable":
      return { version: result.id, why: result.reason };
    case "changed":
      return { version: result.champion.id };
    case "nothing-before":
      return {};
  }
}

async function sayAndRedraw(code: string, told: Phrase["parameters"], tools: PermittedTools): Promise<void> {
  await redrawHome(tools);
  await tools.answer.privately(noticeOf(code, readerLocale(tools.reader), told));
}
