import { z } from "zod";
import { localeOf } from "../../words/locale.ts";
import { unfurledCustomer } from "../blocks/outreach/customer-entity.ts";
import type { EventHandler } from "../frame/handler.ts";

const id = z.string().min(1);

/** What is read of the event; a link is anything until it is looked at. */
const sharedLinks = z.object({
  channel: id,
  message_ts: id,
  is_bot_user_member: z.boolean().default(false),
  links: z.array(z.object({ url: z.string() })),
  source: z.string().optional(),
});

/**
 * Links to customers were posted: each shows the customer as everybody who reads there may see them. Nothing is shown while
 * a message is being written, since nobody knows yet who will read it; Slack tells of it again once it is posted.
 */
export const linkShared: EventHandler = async ({ event, userId }, { flows, slack }) => {
  const { channel: channelId, message_ts, is_bot_user_member, links, source } = sharedLinks.parse(event);
  if (source === "composer") return;
  const poster = await flows.admit(userId);
  const asked = { poster, channelId, botIsIn: is_bot_user_member, links: links.map(({ url }) => url) };
  const read = await flows.readUnfurls(asked);
  if (read.kind === "refused" || read.unfurls.length === 0) return;
  const reading = { locale: localeOf(read.reading.locale), timeZone: read.reading.timeZone };
  const entities = read.unfurls.map(({ link, url, askedId, shown }) =>
    unfurledCustomer({ ...shown, ...reading }, { link, url: url ?? link, askedId }),
  );
  await slack.unfurl({ channelId, messageTs: message_ts }, entities);
};
