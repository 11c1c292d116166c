import { setTimeout as sleep } from "node:timers/promises";
import type { EntityMetadata, HomeView, ModalView } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { ChartPicture } from "../../domain/chart.ts";
import type { UserGroup } from "../../domain/role-groups.ts";
import type { Workspace, WorkspaceChannel } from "../../flows/workspace.ts";
import type { Log } from "../../log.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import type { AnswerPlace } from "./answer-place.ts";
import { type AnswerStreams, answerStreams } from "./answer-streams.ts";
import type { MessageThread } from "./asked-in.ts";
import { type ChartAnswers, sendPictures, tellWithCharts } from "./charts-as-pictures.ts";
import type { FileIntake } from "./file-intake.ts";
import { listPeople } from "./list-people.ts";
import { within } from "./within.ts";
import { type Pane, type UnfurlTarget, workObjects } from "./work-objects.ts";
import { workspacePerson } from "./workspace-person.ts";

/** The calls a person waits for. */
export type InteractiveSlack = {
  /** @returns what `updateModal` knows it by; null where Slack does not say */
  openModal(triggerId: string, view: ModalView): Promise<string | null>;
  /** On top of the modal whose button was pressed. */
  pushModal(triggerId: string, view: ModalView): Promise<void>;
  /** Other content for an open modal. @returns false, with nothing done, where the person has closed it */
  updateModal(viewId: string, view: ModalView): Promise<boolean>;
  /** A file in somebody's direct message. @param file.comment what stands above it */
  sendFile(userId: string, file: SentFile): Promise<void>;
  /** Pictures of charts there. @returns false where they could not be drawn or sent */
  sendPictures(userId: string, pictures: readonly ChartPicture[]): Promise<boolean>;
  /** The files people hand over; null where that is switched off. */
  readonly files: FileIntake | null;
  showHome(userId: string, view: HomeView): Promise<void>;
  /** Whether an address to answer at is Slack's: nothing of a customer is sent to another. */
  isOurs(responseUrl: string): boolean;
  /** A message only one person sees: in the channel, or as a direct message where the bot is not in it. */
  tell(place: AnswerPlace, message: SlackMessage): Promise<void>;
  /** A message that everyone in a channel sees, in a thread. @returns false, with nothing posted, where Slack refuses it */
  reply(thread: MessageThread, message: SlackMessage): Promise<boolean>;
  /** That something is being worked out, until there is an answer; "" ends it. Where Slack shows no such thing, nothing. */
  setStatus(message: MessageThread, status: string): Promise<void>;
  /** Shows customers below the message that links to them. @returns false, with nothing shown, where the message is gone */
  unfurl(target: UnfurlTarget, entities: readonly EntityMetadata[]): Promise<boolean>;
  /** Fills the pane that somebody opened on a link, for them alone. */
  showPane(triggerId: string, shown: Pane): Promise<void>;
  /** Answers that are shown while they are worked out. */
  readonly streams: AnswerStreams;
  /** What to ask, offered in the direct message; at most four. Where Slack offers no such thing, nothing. */
  suggestPrompts(channelId: string, offered: Prompts): Promise<void>;
};

export type Prompts = {
  readonly title: string;
  readonly prompts: ReadonlyArray<{ readonly title: string; readonly message: string }>;
};

export type SentFile = { readonly name: string; readonly content: string; readonly comment: string };

/** @param charts left out: charts are tried with each message, and nothing is drawn where Slack refuses them */
export function interactiveSlack(
  web: WebClient,
  files: FileIntake | null = null,
  charts?: ChartAnswers,
): InteractiveSlack {
  return {
    files,
    ...workObjects(web),
    streams: answerStreams(web),
    isOurs: (responseUrl) => isSlackAddress(responseUrl, web.slackApiUrl),
    async openModal(triggerId, view) {
      const { view: opened } = await web.views.open({ trigger_id: triggerId, view });
      return opened?.id ?? null;
    },
    async pushModal(triggerId, view) {
      await web.views.push({ trigger_id: triggerId, view });
    },
    async updateModal(viewId, view) {
      try {
        await web.views.update({ view_id: viewId, view });
        return true;
      } catch (error) {
        if (!isClosed(error)) throw error;
        return false;
      }
    },
    async sendFile(userId, { name, content, comment }) {
      const { channel } = await web.conversations.open({ users: userId });
      const to = { channel_id: channel?.id ?? userId, initial_comment: comment };
      await web.filesUploadV2({ ...to, filename: name, title: name, file: Buffer.from(content) });
    },
    sendPictures: (userId, pictures) => sendPictures({ charts, web, userId }, pictures),
    async showHome(userId, view) {
      await web.views.publish({ user_id: userId, view });
    },
    async tell(place, message) {
      await tellWithCharts(
        { charts, web, userId: place.userId, tell: (told) => tellOnce(web, place, told) },
        message,
      );
    },
    reply: ({ channelId, threadTs }, message) =>
      unlessRefused(() =>
        web.chat.postMessage({ channel: channelId, thread_ts: threadTs, ...content(message) }),
      ),
    async setStatus({ channelId, threadTs }, status) {
      const shown = { channel_id: channelId, thread_ts: threadTs, status };
      // The answer is worth more than the sign that it is coming.
      await web.assistant.threads.setStatus(shown).catch(() => {});
    },
    async suggestPrompts(channelId, { title, prompts }) {
      // With a thread_ts Slack drops it without a word: that belongs to the older kind of app.
      const offered = { channel_id: channelId, title, prompts: [...prompts] };
      await unlessRefused(() => web.assistant.threads.setSuggestedPrompts(offered));
    },
  };
}

/** @returns false where Slack says why it does not do it; what fails in any other way is thrown */
async function unlessRefused(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false;
    throw error;
  }
}

/** Where Slack takes answers, besides the host of the Web API itself. */
const ANSWERS_GO_TO = ["https://hooks.slack.com", "https://hooks.slack-gov.com"];

/** @param apiUrl the Web API's address, which is another one where something stands in for Slack */
export function isSlackAddress(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const [asked, api] = [new URL(responseUrl), new URL(apiUrl)];
  if (ANSWERS_GO_TO.includes(asked.origin)) return true;
  return asked.hostname === api.hostname && asked.protocol === api.protocol;
}

async function tellOnce(web: WebClient, place: AnswerPlace, message: SlackMessage): Promise<void> {
  const { userId, channelId } = place;
  if (channelId !== null && (await postEphemeral(web, channelId, place, message))) return;
  // A channel's thread is none of the direct message.
  const thread = channelId === null ? threadOf(place) : {};
  await web.chat.postMessage({ channel: userId, ...thread, ...content(message) });
}

const threadOf = ({ threadTs }: AnswerPlace) => (threadTs ? { thread_ts: threadTs } : {});

const isClosed = (error: unknown) => error instanceof WebAPIPlatformError && error.data.error === "not_found";

async function postEphemeral(
  web: WebClient,
  channel: string,
  place: AnswerPlace,
  message: SlackMessage,
): Promise<boolean> {
  try {
    const to = { channel, user: place.userId, ...threadOf(place) };
    await web.chat.postEphemeral({ ...to, ...content(message) });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false; // Not in the channel: a direct message reaches them.
    throw error;
  }
}

function content({ text, blocks }: SlackMessage) {
  return blocks.length === 0 ? { text } : { text, blocks };
}

/**
 * The workspace's directory through the Web API. Where it does not answer about one person or channel, that is null with a
 * line in the log.
 */
export function slackWorkspace(
  web: WebClient,
  log: Log,
  wait: (ms: number) => Promise<void> = sleep,
  nowMs: () => number = Date.now,
): Workspace {
  const orNull = async <T>(what: string, call: () => Promise<T | null>): Promise<T | null> => {
    try {
      const answer = await within(
        PATIENCE_MS,
        call().then((found) => ({ found })),
      );
      if (answer !== null) return answer.found;
      log.warn({ what, patienceMs: PATIENCE_MS }, "Slack took too long to answer about the workspace");
    } catch (error) {
      if (!isOutOfSight(error)) log.warn({ err: error, what }, "Slack did not answer about the workspace");
    }
    return null;
  };
  let teamId: string | null = null;
  const ownTeam = async () => {
    teamId ??= (await web.auth.test()).team_id ?? "";
    return teamId;
  };
  return {
    person: (slackUserId) =>
      orNull("users.info", async () => {
        const { user } = await web.users.info({ user: slackUserId, include_locale: true });
        return workspacePerson(user, await ownTeam());
      }),
    personIn: async (description) => workspacePerson(description, await ownTeam()),
    async *people() {
      const teamId = await ownTeam();
      for await (const users of listPeople(web, wait))
        yield users.map((user) => workspacePerson(user, teamId));
    },
    channel: (channelId) => orNull("conversations.info", () => readChannel(web, channelId)),
    channelNamed: (name) => orNull("users.conversations", () => findChannelNamed(web, name)),
    channelMembers: (channelId) => orNull("conversations.members", () => readChannelMembers(web, channelId)),
    userGroups: keptForAMinute(() => orNull("usergroups.list", () => readUserGroups(web)), nowMs),
  };
}

/** Slack allows twenty such calls a minute, and every act asks: whoever leaves a group is told of by an event besides. Chosen. */
const GROUPS_KEPT_MS = 60_000;

/** What could not be read is asked for again at once. */
function keptForAMinute<T>(read: () => Promise<T | null>, nowMs: () => number) {
  let kept: { readonly at: number; readonly answer: Promise<T | null> } | null = null;
  return async ({ fresh }: { readonly fresh: boolean }): Promise<T | null> => {
    if (fresh || kept === null || nowMs() - kept.at >= GROUPS_KEPT_MS) kept = { at: nowMs(), answer: read() };
    const asked = kept;
    const answer = await asked.answer;
    if (answer === null && kept === asked) kept = null;
    return answer;
  };
}

async function readUserGroups(web: WebClient): Promise<UserGroup[]> {
  const { usergroups = [] } = await web.usergroups.list({ include_users: true });
  return usergroups.flatMap(({ id, handle, users = [] }) =>
    id === undefined ? [] : [{ id, handle: handle ?? "", userIds: users }],
  );
}

/** A form has to be acknowledged within three seconds, and who sent it has to be known before. */
const PATIENCE_MS = 2_000;

/**
 * Slack's answers about a conversation that the bot is not in, and about a direct message of several people, into which
 * it asks for no scope to look: no news for the log. What its own scopes lack, the start has said.
 */
const OUT_OF_SIGHT = ["channel_not_found", "missing_scope"];
const isOutOfSight = (error: unknown) =>
  error instanceof WebAPIPlatformError && OUT_OF_SIGHT.includes(error.data.error);

const MEMBERS_PER_PAGE = 1000;

async function readChannelMembers(web: WebClient, channel: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const page = { channel, limit: MEMBERS_PER_PAGE, ...(cursor === "" ? {} : { cursor }) };
    const { members = [], response_metadata } = await web.conversations.members(page);
    ids.push(...members);
    cursor = response_metadata?.next_cursor ?? "";
  } while (cursor !== "");
  return ids;
}

/** Among the channels the bot is in, whose list is short, and not among all of the workspace. */
async function findChannelNamed(web: WebClient, name: string): Promise<string | null> {
  let cursor = "";
  do {
    const page = { types: "public_channel,private_channel", limit: MEMBERS_PER_PAGE, exclude_archived: true };
    const asked = cursor === "" ? page : { ...page, cursor };
    const { channels = [], response_metadata } = await web.users.conversations(asked);
    const found = channels.find((channel) => channel.name === name);
    if (found?.id !== undefined) return found.id;
    cursor = response_metadata?.next_cursor ?? "";
  } while (cursor !== "");
  return null;
}

async function readChannel(web: WebClient, channel: string): Promise<WorkspaceChannel | null> {
  const { channel: found } = await web.conversations.info({ channel });
  if (!found) return null;
  return {
    shared: [found.is_ext_shared, found.is_pending_ext_shared].includes(true),
    botIsMember: found.is_member ?? false,
    ...(found.name ? { name: found.name } : {}),
    ...(found.is_archived ? { archived: true as const } : {}),
  };
}
