import { type Logger, LogLevel, WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { ChartSupport } from "../domain/chart.ts";
import type { Phrase } from "../domain/phrase.ts";
import { hasCharts } from "../slack/blocks/chart.ts";
import { postAsPictures } from "./post-as-pictures.ts";
import type { Poster, PostRequest } from "./poster.ts";
import { slackClock } from "./slack-clock.ts";
import { refusalOf, slackSaid } from "./slack-errors.ts";

export const METADATA_EVENT_TYPE = "mainstay_message";

/** Well below the time for which a post may still arrive (`repost.ts`). */
const TIMEOUT_MS = 10_000;
const HISTORY_PAGE = 200;
const MOST_HISTORY_PAGES = 25;
/** The clocks of Slack's own servers may differ a little, and looking further back only costs a page. */
const CLOCK_SKEW_MS = 5 * 60_000;

export type SlackPosterOptions = {
  readonly token: string;
  /** Another address than Slack's own, for tests and the local stand-in. */
  readonly slackApiUrl?: string;
  readonly timeoutMs?: number;
  /** Left out: charts are tried with each message, and nothing is drawn where Slack refuses them. */
  readonly charts?: ChartSupport;
};

/** Posts through the Web API, by a client of its own: a rate limit met here holds up no reply to a person. */
export function slackPoster({
  token,
  slackApiUrl,
  timeoutMs = TIMEOUT_MS,
  charts,
}: SlackPosterOptions): Poster {
  const clock = slackClock();
  const client = new WebClient(token, {
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await fetch(...request);
      clock.hear(answer);
      return answer;
    },
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: SILENT,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  });
  return {
    open: (recipient) => openConversation(client, recipient),
    post: (request) => postWithCharts(client, request, charts),
    update: (request) => updateMessage(client, request),
    slackTime: () => clock.now(),
    find: (channelId, key, since, threadTs, until) =>
      findMessage(client, { channelId, key, since, threadTs, until }),
  };
}

/** What goes wrong is given back as a value and logged with the message it happened to. */
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

async function openConversation(client: WebClient, recipient: string): ReturnType<Poster["open"]> {
  try {
    if (!/^[UW]/.test(recipient)) {
      await client.conversations.info({ channel: recipient });
      return { kind: "open", channelId: recipient };
    }
    const { channel } = await client.conversations.open({ users: recipient });
    if (channel?.id) return { kind: "open", channelId: channel.id };
    return { kind: "later", error: slackSaid("conversations.open named no channel"), afterSeconds: null };
  } catch (error) {
    const refusal = refusalOf(error);
    // Opening twice gives the same conversation, and looking changes nothing: a lost answer here has posted nothing.
    return refusal.kind === "unknown" ? { ...refusal, kind: "later", afterSeconds: null } : refusal;
  }
}

/** A workspace that has no charts yet refuses them, which posts nothing: the same message then goes with pictures. */
async function postWithCharts(
  client: WebClient,
  request: PostRequest,
  charts: ChartSupport | undefined,
): ReturnType<Poster["post"]> {
  const tools = { client, charts, post: postMessage, update: updateMessage };
  if (!hasCharts(request.blocks)) return postMessage(client, request);
  if (charts?.takesCharts() === false) return postAsPictures(tools, request);
  const posted = await postMessage(client, request);
  if (posted.kind !== "refused" || !isBlockRefusal(posted.error)) return posted;
  const instead = await postAsPictures(tools, request);
  // It was the charts that were refused: without them it was taken.
  if (instead.kind === "posted") charts?.learn(false);
  return instead;
}

const isBlockRefusal = ({ code }: Phrase) => code === "undelivered.slack.invalid_blocks";

async function postMessage(client: WebClient, request: PostRequest): ReturnType<Poster["post"]> {
  const { channelId, key, text, blocks } = request;
  try {
    const { ts } = await client.chat.postMessage({
      channel: channelId,
      text,
      blocks: [...blocks],
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: METADATA_EVENT_TYPE, event_payload: { key } },
      ...(request.threadTs ? { thread_ts: request.threadTs } : {}),
    });
    return ts
      ? { kind: "posted", ts }
      : { kind: "unknown", error: slackSaid("chat.postMessage named no ts") };
  } catch (error) {
    return refusalOf(error);
  }
}

async function updateMessage(
  client: WebClient,
  { channelId, ts, key, text, blocks }: PostRequest & { readonly ts: string },
): ReturnType<Poster["update"]> {
  try {
    await client.chat.update({
      channel: channelId,
      ts,
      text,
      blocks: [...blocks],
      metadata: { event_type: METADATA_EVENT_TYPE, event_payload: { key } },
    });
    return { kind: "updated" };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && GONE.has(error.data.error))
      return { kind: "gone", error: error.data.error };
    return refusalOf(error);
  }
}

/**
 * A message that was deleted, or that nobody can edit any more; nobody is misled by buttons that are not there.
 * Source: the error table of chat.update.
 */
const GONE: ReadonlySet<string> = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "channel_not_found",
  "is_archived",
  "is_inactive",
  "not_in_channel",
  "user_disabled",
]);

type Sought = Readonly<Record<"channelId" | "key", string>> & {
  readonly since: Date;
  readonly threadTs: string | null;
  readonly until: Date | undefined;
};

async function findMessage(client: WebClient, sought: Sought): ReturnType<Poster["find"]> {
  let cursor = "";
  try {
    for (let page = 0; page < MOST_HISTORY_PAGES; page += 1) {
      const { messages = [], response_metadata } = await readPage(client, sought, cursor);
      const found = messages.find(({ metadata }) => metadata !== undefined && isOurs(metadata, sought.key));
      if (found?.ts) return { kind: "found", ts: found.ts };
      cursor = response_metadata?.next_cursor ?? "";
      if (!cursor) return { kind: "absent" };
    }
    return { kind: "unknown", error: slackSaid("too many messages since then to look through") };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Of a conversation, or of one thread in it: a history has no replies. */
function readPage(client: WebClient, { channelId, since, threadTs, until }: Sought, cursor: string) {
  const asked = {
    channel: channelId,
    oldest: String((since.getTime() - CLOCK_SKEW_MS) / 1000),
    limit: HISTORY_PAGE,
    include_all_metadata: true,
    ...(until ? { latest: String((until.getTime() + CLOCK_SKEW_MS) / 1000) } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return threadTs === null
    ? client.conversations.history(asked)
    : client.conversations.replies({ ...asked, ts: threadTs });
}

function isOurs(metadata: { event_type?: string; event_payload?: object }, key: string): boolean {
  const { event_type, event_payload } = metadata;
  return (
    event_type === METADATA_EVENT_TYPE &&
    event_payload !== undefined &&
    "key" in event_payload &&
    event_payload.key === key
  );
}
