import type { EventHandler } from "../frame/handler.ts";

/** Somebody pressed Slack's own stop: nothing more of what was being streamed comes. */
export const sessionStopped: EventHandler = async ({ channelId, stopped }, { slack }) => {
  if (channelId === null) return;
  for (const ts of stopped) slack.streams.stop({ channelId, ts });
};
