import { noticeOf } from "../blocks/messages/notices.ts";
import { guard } from "./guard.ts";
import type { HandlerTools, ShortcutHandler } from "./handler.ts";
import type { ShortcutRequest } from "./payloads.ts";
import { readerLocale } from "./reader-locale.ts";
import { type Guarded, SHORTCUTS } from "./register.ts";

/**
 * Opens what a shortcut is for, where whoever used it may have that. A form is seen by nobody else, so it does not matter
 * in which channel it was asked for; what follows from it is said in the direct message.
 */
export function open(request: ShortcutRequest, tools: HandlerTools): Promise<void> {
  const { surface, handle } = SHORTCUTS.get(request.callbackId) ?? UNKNOWN;
  const asked = { userId: request.userId, channelId: null };
  return guard(surface, asked, tools, null, (permitted) => handle(request, permitted));
}

/** Of another version of us. */
const UNKNOWN: Guarded<ShortcutHandler> = {
  surface: "help",
  isPrivate: false,
  handle: async (_request, { answer, reader }) => {
    await answer.privately(noticeOf("notice.old-button", readerLocale(reader)));
  },
};
