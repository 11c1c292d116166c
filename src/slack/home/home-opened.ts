import { homeView } from "../blocks/outreach/home.ts";
import type { EventHandler } from "../frame/handler.ts";

/** The Home tab was opened: fresh figures each time. */
export const homeOpened: EventHandler = async (request, { flows, slack }) => {
  if (request.tab !== null && request.tab !== "home") return;
  const { page, now } = await flows.loadHome(await flows.knowMember(request.userId));
  await slack.showHome(request.userId, homeView(page, now));
};
