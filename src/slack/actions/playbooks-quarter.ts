import { isDay } from "../../domain/calendar.ts";
import { showPlaybooksOf } from "../commands/outreach/playbooks.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { sayTooOld } from "./card-buttons.ts";

/** *Last quarter*: what the nudges of the quarter before the one shown brought. */
export const playbooksQuarterAction: ActionHandler = async (request, tools) => {
  const day = request.value ?? "";
  if (!isDay(day)) return sayTooOld(request, tools);
  await showPlaybooksOf(day, tools);
};
