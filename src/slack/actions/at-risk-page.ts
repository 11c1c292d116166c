import { atRiskMessage } from "../blocks/outreach/at-risk.ts";
import { decodeAtRiskPage } from "../blocks/outreach/at-risk-page.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { showHomeTo } from "../home/home-opened.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Next and Previous: another page in place of the one that is there, in a message or on Home. */
export const atRiskPageAction: ActionHandler = async (request, tools) => {
  const wanted = decodeAtRiskPage(request.value);
  if (wanted === null) return sayTooOld(request, tools);
  const { flows, answer, reader, place } = tools;
  if (request.message === null && request.responseUrl === null) return showHomeTo(reader, tools, wanted.page);
  const { list, suggestions, now } = await flows.listAtRisk({ reader, place, ...wanted });
  await answer.replacing(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
};
