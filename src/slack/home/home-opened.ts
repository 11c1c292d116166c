import { accessRefusal } from "../../domain/access.ts";
import { accessRefused } from "../blocks/messages/access-refused.ts";
import { homeView } from "../blocks/outreach/home.ts";
import type { EventHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** The Home tab was opened: fresh figures each time, or why there are none. */
export const homeOpened: EventHandler = async (request, { flows, slack }) => {
  if (request.tab !== null && request.tab !== "home") return;
  const visitor = await flows.admit(request.userId);
  const because = accessRefusal("home", visitor, "direct");
  if (because !== null) {
    const { blocks } = accessRefused("home", because, null, readerLocale(visitor));
    return slack.showHome(request.userId, { type: "home", blocks });
  }
  const { page, now } = await flows.loadHome(visitor);
  await slack.showHome(request.userId, homeView(page, now));
};
