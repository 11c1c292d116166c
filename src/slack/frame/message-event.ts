import { z } from "zod";
import type { AnswerPlace } from "./answer-place.ts";
import { type AskedIn, askedIn } from "./asked-in.ts";

/** A message written to the bot: in its direct message, or mentioning it in a channel. */
export type WrittenMessage = {
  /** As Slack stores it: entities and `<…>` for links and mentions. */
  readonly text: string;
  /** To the writer alone: in the thread it was written in, or as a reply in the direct message. */
  readonly place: AnswerPlace;
  readonly askedIn: AskedIn;
  /** The same for every delivery of it. */
  readonly deliveryId: string;
};

/** What somebody looks at while they write, most relevant first; whatever is of another shape is nothing. */
const appContext = z
  .object({ entities: z.array(z.looseObject({ type: z.string(), value: z.unknown() })).default([]) })
  .optional()
  .catch(undefined);

const CHANNEL_ENTITY = "slack#/types/channel_id";

function openChannelOf(context: z.output<typeof appContext>): string | null {
  const channel = context?.entities.find(({ type }) => type === CHANNEL_ENTITY)?.value;
  return typeof channel === "string" && channel !== "" ? channel : null;
}

/** What a message event carries besides who wrote it. */
export const messageEvent = z.object({
  channel: z.string().min(1),
  ts: z.string().min(1),
  text: z.string().default(""),
  thread_ts: z.string().optional(),
  /** Of whatever is no plain message: an edit, a deletion, somebody joining. */
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  /** A mention that was written into an older message. */
  edited: z.unknown().optional(),
  app_context: appContext,
});
export type MessageEvent = z.output<typeof messageEvent>;

/** Null for what nobody waits for an answer to: what a bot wrote (this one among them), edited or deleted. */
export function writtenMessage(event: MessageEvent, userId: string): WrittenMessage | null {
  const { channel, ts, text, thread_ts, subtype, bot_id, edited, app_context } = event;
  const isPlain = subtype === undefined || subtype === "file_share";
  if (userId === "" || !isPlain || bot_id || edited !== undefined) return null;
  // In the direct message an answer stays to be read again; elsewhere the writer alone sees it.
  const channelId = channel.startsWith("D") ? null : channel;
  return {
    text,
    place: { userId, channelId, responseUrl: null, threadTs: thread_ts ?? null },
    askedIn: askedIn(channel, ts, thread_ts ?? null, openChannelOf(app_context)),
    deliveryId: `message:${channel}:${ts}`,
  };
}
