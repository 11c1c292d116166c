import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import { isOutsider, teamOf } from "../people.ts";
import { IDENTITY } from "../seed.ts";
import type { Workspace } from "../workspace.ts";
import { botIsIn, knownConversation, scopeFor } from "./access.ts";
import { messageJson } from "./message-json.ts";
import { type ApiMethod, field, method, page, requireScope } from "./method.ts";

const READ = ["channels:read", "groups:read", "im:read"];
const HISTORY = ["channels:history", "groups:history", "im:history"];
const paging = { cursor: field.text.optional(), limit: field.count.optional() };

export function conversationJson(
  workspace: Workspace,
  conversation: Conversation,
): Readonly<Record<string, unknown>> {
  const { id, name, kind } = conversation;
  if (kind === "im") return directJson(workspace, conversation);
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === "channel",
    is_group: kind === "private_channel",
    is_im: false,
    is_mpim: false,
    is_private: kind === "private_channel",
    is_archived: conversation.isArchived,
    is_member: botIsIn(conversation),
    is_shared: conversation.isShared,
    is_ext_shared: conversation.isShared,
    is_pending_ext_shared: conversation.isPendingShared,
    is_org_shared: false,
    shared_team_ids: teamsIn(workspace, conversation),
    context_team_id: IDENTITY.teamId,
    topic: { value: conversation.topic, creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
  };
}

/** A direct message with an outsider is shared as a channel with them is. */
function directJson(
  workspace: Workspace,
  { id, memberIds }: Conversation,
): Readonly<Record<string, unknown>> {
  const user = memberIds.find((member) => member !== IDENTITY.botUserId);
  const person = workspace.person(user ?? "");
  const isShared = person !== null && isOutsider(person);
  return {
    id,
    is_im: true,
    is_channel: false,
    is_private: true,
    user,
    is_archived: false,
    is_user_deleted: person?.account === "deactivated",
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: false,
    context_team_id: IDENTITY.teamId,
  };
}

/** Ours first. */
function teamsIn(workspace: Workspace, { memberIds }: Conversation): readonly string[] {
  const others = memberIds.flatMap((id) => {
    const person = workspace.person(id);
    return person ? [teamOf(person).id] : [];
  });
  return [...new Set([IDENTITY.teamId, ...others])];
}

const TYPE_NAME: Readonly<Record<Conversation["kind"], string>> = {
  channel: "public_channel",
  private_channel: "private_channel",
  im: "im",
};
const KNOWN_TYPES = new Set(["public_channel", "private_channel", "im", "mpim"]);

const listArgs = z.object({
  ...paging,
  types: field.text.optional(),
  exclude_archived: field.flag.optional(),
});

/** @throws SlackApiError invalid_types, missing_scope, invalid_limit or invalid_cursor */
function listed(
  context: SandboxContext,
  args: z.output<typeof listArgs>,
  isListed: (one: Conversation) => boolean,
) {
  const types = (args.types ?? "public_channel").split(",").map((type) => type.trim());
  if (types.some((type) => !KNOWN_TYPES.has(type))) throw new SlackApiError("invalid_types");
  const visible = context.workspace
    .conversations()
    .filter((each) => types.includes(TYPE_NAME[each.kind]))
    .filter(isListed)
    .filter((each) => !(args.exclude_archived && each.isArchived));
  for (const each of visible) requireScope(context, [scopeFor(each, "read")]);
  const { items, nextCursor } = page(visible, { cursor: args.cursor, limit: limitOf(args.limit, 100) });
  return {
    channels: items.map((each) => ({
      ...conversationJson(context.workspace, each),
      num_members: each.memberIds.length,
    })),
    response_metadata: { next_cursor: nextCursor },
  };
}

const list = method({
  scopes: READ,
  tier: 2,
  args: listArgs,
  run: (context, args) => listed(context, args, (each) => each.kind === "channel" || botIsIn(each)),
});

/** Those the bot is in. */
const ofBot = method({
  scopes: READ,
  tier: 3,
  args: listArgs,
  run: (context, args) => listed(context, args, botIsIn),
});

/** @throws SlackApiError invalid_limit */
function limitOf(given: number | undefined, otherwise: number): number {
  const limit = given ?? otherwise;
  if (limit > 1000) throw new SlackApiError("invalid_limit");
  return limit === 0 ? otherwise : limit;
}

function readable(context: SandboxContext, id: string): Conversation {
  const conversation = knownConversation(context, id);
  requireScope(context, [scopeFor(conversation, "read")]);
  return conversation;
}

const info = method({
  scopes: READ,
  tier: 3,
  args: z.object({ channel: field.text, include_num_members: field.flag.optional() }),
  run(context, args) {
    const conversation = readable(context, args.channel);
    const count = args.include_num_members ? { num_members: conversation.memberIds.length } : {};
    return { channel: { ...conversationJson(context.workspace, conversation), ...count } };
  },
});

/** Guests and outsiders too; an account that is deactivated is in no list. */
const members = method({
  scopes: READ,
  tier: 4,
  args: z.object({ ...paging, channel: field.text }),
  run(context, args) {
    const conversation = readable(context, args.channel);
    const isActive = (id: string) => context.workspace.person(id)?.account !== "deactivated";
    const { items, nextCursor } = page(conversation.memberIds.filter(isActive), {
      cursor: args.cursor,
      limit: limitOf(args.limit, 100),
    });
    return { members: items, response_metadata: { next_cursor: nextCursor } };
  },
});

const join = method({
  scopes: ["channels:join"],
  tier: 3,
  args: z.object({ channel: field.text }),
  run(context, args) {
    const conversation = knownConversation(context, args.channel);
    if (conversation.kind !== "channel") throw new SlackApiError("method_not_supported_for_channel_type");
    if (conversation.isArchived) throw new SlackApiError("is_archived");
    if (botIsIn(conversation))
      return { channel: conversationJson(context.workspace, conversation), warning: "already_in_channel" };
    const joined = { ...conversation, memberIds: [...conversation.memberIds, IDENTITY.botUserId] };
    context.workspace.putConversation(joined);
    return { channel: conversationJson(context.workspace, joined) };
  },
});

const open = method({
  scopes: ["im:write"],
  tier: 3,
  args: z.object({
    users: field.text.optional(),
    channel: field.text.optional(),
    return_im: field.flag.optional(),
  }),
  run(context, args) {
    if (args.channel) return { channel: { id: knownConversation(context, args.channel).id } };
    const users = (args.users ?? "").split(",").filter((id) => id !== "");
    if (users.length === 0) throw new SlackApiError("users_list_not_supplied");
    // Group DMs are not part of the stand-in.
    if (users.length > 1) throw new SlackApiError("method_not_supported_for_channel_type");
    const person = context.workspace.person(users[0] ?? "");
    if (!person) throw new SlackApiError("user_not_found");
    if (person.isBot) throw new SlackApiError("cannot_dm_bot");
    if (person.account === "deactivated") throw new SlackApiError("user_disabled");
    const im = context.workspace.directMessage(person.id, IDENTITY.botUserId);
    return { channel: args.return_im ? conversationJson(context.workspace, im) : { id: im.id } };
  },
});

const TS = /^\d+(\.\d{1,6})?$/;
const windowArgs = {
  ...paging,
  channel: field.text,
  latest: field.text.optional(),
  oldest: field.text.optional(),
  inclusive: field.flag.optional(),
  include_all_metadata: field.flag.optional(),
};
type WindowArgs = z.output<z.ZodObject<typeof windowArgs>>;

/** @throws SlackApiError invalid_ts_latest or invalid_ts_oldest */
function isInWindow({ latest, oldest, inclusive }: WindowArgs): (message: Message) => boolean {
  if (latest && !TS.test(latest)) throw new SlackApiError("invalid_ts_latest");
  if (oldest && !TS.test(oldest)) throw new SlackApiError("invalid_ts_oldest");
  return ({ ts }) => {
    const at = Number(ts);
    const before = !latest || at < Number(latest) || (inclusive === true && at === Number(latest));
    const after = !oldest || at > Number(oldest) || (inclusive === true && at === Number(oldest));
    return before && after;
  };
}

function historyOf(context: SandboxContext, channel: string): { conversation: Conversation; all: Message[] } {
  const conversation = knownConversation(context, channel);
  requireScope(context, [scopeFor(conversation, "history")]);
  if (!botIsIn(conversation)) throw new SlackApiError("not_in_channel");
  const all = context.workspace
    .messagesIn(conversation.id)
    .filter(({ ephemeralFor }) => ephemeralFor === null);
  return { conversation, all };
}

const history = method({
  scopes: HISTORY,
  tier: 3,
  args: z.object(windowArgs),
  run(context, args) {
    const { all } = historyOf(context, args.channel);
    const newestFirst = all
      .filter((message) => message.threadTs === null || message.isBroadcast)
      .filter(isInWindow(args))
      .reverse();
    return messagePage(context, newestFirst, args, 100);
  },
});

const replies = method({
  scopes: HISTORY,
  tier: 3,
  args: z.object({ ...windowArgs, ts: field.text }),
  run(context, args) {
    const { all } = historyOf(context, args.channel);
    const asked = all.find(({ ts }) => ts === args.ts);
    if (!asked) throw new SlackApiError("thread_not_found");
    const parentTs = asked.threadTs ?? asked.ts;
    const thread = all.filter(({ ts, threadTs }) => ts === parentTs || threadTs === parentTs);
    return messagePage(context, thread.filter(isInWindow(args)), args, 1000);
  },
});

function messagePage(
  context: SandboxContext,
  messages: readonly Message[],
  args: WindowArgs,
  defaultLimit: number,
): Readonly<Record<string, unknown>> {
  const { items, nextCursor } = page(messages, {
    cursor: args.cursor,
    limit: limitOf(args.limit, defaultLimit),
  });
  const withMetadata = args.include_all_metadata === true;
  return {
    messages: items.map((message) => messageJson(context.workspace, message, { withMetadata })),
    has_more: nextCursor !== "",
    response_metadata: { next_cursor: nextCursor },
  };
}

export const CONVERSATION_METHODS: Readonly<Record<string, ApiMethod>> = {
  "conversations.list": list,
  "users.conversations": ofBot,
  "conversations.info": info,
  "conversations.members": members,
  "conversations.join": join,
  "conversations.open": open,
  "conversations.history": history,
  "conversations.replies": replies,
};
