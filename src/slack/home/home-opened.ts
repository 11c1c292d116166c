import { accessRefusal } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import { HOME_AT_FIRST, type HomeState } from "../../domain/outreach/home-state.ts";
import { accessRefused } from "../blocks/messages/access-refused.ts";
import { operationsBlocks } from "../blocks/messages/operations.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { homeView } from "../blocks/outreach/home.ts";
import type { EventHandler, HandlerTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { offerPrompts } from "./offer-prompts.ts";
import { offerSetup } from "./offer-setup.ts";

/** The Home tab was opened: fresh figures each time, or why there are none. */
export const homeOpened: EventHandler = async (request, tools) => {
  await offerSetup(request, tools);
  if (request.tab === "messages") return offerPrompts(request, tools);
  if (request.tab !== null && request.tab !== "home") return;
  const { flows, slack } = tools;
  const visitor = await flows.admit(request.userId);
  const because = accessRefusal("home", visitor, "direct");
  if (because !== null) {
    const { blocks } = accessRefused("home", because, null, readerLocale(visitor));
    return slack.showHome(request.userId, { type: "home", blocks });
  }
  await showHomeTo(visitor, tools);
};

/** Home as it is now. @param state what its reader turned it to */
export async function showHomeTo(
  member: Member,
  { flows, slack }: Pick<HandlerTools, "flows" | "slack">,
  state: HomeState = HOME_AT_FIRST,
): Promise<void> {
  const { page, suggestions, now } = await flows.loadHome({ member, state });
  const operations = operationsBlocks(await flows.loadOperations({ member }), { now, ...asReadBy(member) });
  await slack.showHome(
    member.slackUserId,
    homeView(page, now, { takesFiles: slack.files !== null, operations }),
  );
  await flows.keepSuggestions(suggestions);
}
