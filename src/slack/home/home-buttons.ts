import { HOME_AT_FIRST, isAccountBand, narrowedTo, turnedTo } from "../../domain/outreach/home-state.ts";
import { sayTooOld } from "../actions/card-buttons.ts";
import { decodeHomePage } from "../blocks/outreach/home-pages.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { showHomeTo } from "./home-opened.ts";

/** Previous and Next: Home with another page of one of its lists. */
export const homePageAction: ActionHandler = (request, tools) => {
  const wanted = decodeHomePage(request.value);
  if (wanted === null) return sayTooOld(request, tools);
  return showHomeTo(tools.reader, tools, turnedTo(tools.home ?? HOME_AT_FIRST, wanted.list, wanted.page));
};

/** Which accounts: Home with those of another band. */
export const homeBandAction: ActionHandler = (request, tools) => {
  const { value } = request;
  if (!isAccountBand(value)) return sayTooOld(request, tools);
  return showHomeTo(tools.reader, tools, narrowedTo(tools.home ?? HOME_AT_FIRST, value));
};

/** Got it: Home explains itself no more. */
export const homeExplainedAction: ActionHandler = async (_request, tools) => {
  await tools.flows.noteHomeExplained({ member: tools.reader });
  await showHomeTo(tools.reader, tools, tools.home ?? HOME_AT_FIRST);
};
