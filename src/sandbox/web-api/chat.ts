import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";
import { knownConversation, knownMessage, postableConversation } from "./access.ts";
import { type Content, contentFields, contentOf, MAX_UPDATE_TEXT } from "./content.ts";
import { messageJson } from "./message-json.ts";
import { type ApiMethod, field, method } from "./method.ts";

/** A call was too early; the dispatcher answers 429 with Retry-After. */
export class RateLimitedError extends Error {
  override readonly name = "RateLimitedError";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("ratelimited");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The parent of the thread a reply goes to; a reply's own ts leads to its parent.
 * @throws SlackApiError cannot_reply_to_message where there is no such message
 */
export function threadParent(context: SandboxContext, conversation: Conversation, threadTs: string): string {
  const message = context.workspace.findMessage(conversation.id, threadTs);
  if (!message || message.ephemeralFor !== null) throw new SlackApiError("cannot_reply_to_message");
  return message.threadTs ?? message.ts;
}

function post(
  context: SandboxContext,
  conversation: Conversation,
  content: Content,
  more: Partial<Pick<Message, "threadTs" | "isBroadcast" | "ephemeralFor" | "fileIds">>,
): Message {
  return context.workspace.post(context.clock.now(), {
    conversationId: conversation.id,
    authorId: IDENTITY.botUserId,
    ...content,
    ...more,
  });
}

const postMessage = method({
  scopes: ["chat:write"],
  tier: null,
  args: z.object({
    ...contentFields,
    channel: field.text.optional(),
    thread_ts: field.text.optional(),
    reply_broadcast: field.flag.optional(),
  }),
  run(context, args) {
    const conversation = postableConversation(context, args.channel ?? "");
    const content = contentOf(context, args);
    const threadTs = args.thread_ts ? threadParent(context, conversation, args.thread_ts) : null;
    const isBroadcast = threadTs !== null && args.reply_broadcast === true;
    const waitSeconds = context.limits.post(conversation.id);
    if (waitSeconds > 0) throw new RateLimitedError(waitSeconds);
    const message = post(context, conversation, content, { threadTs, isBroadcast });
    return {
      channel: conversation.id,
      ts: message.ts,
      message: messageJson(context.workspace, message, { withMetadata: true }),
    };
  },
});

const postEphemeral = method({
  scopes: ["chat:write"],
  tier: 4,
  args: z.object({
    ...contentFields,
    channel: field.text,
    user: field.text,
    thread_ts: field.text.optional(),
  }),
  run(context, args) {
    const conversation = postableConversation(context, args.channel);
    if (!context.workspace.person(args.user)) throw new SlackApiError("user_not_found");
    if (!conversation.memberIds.includes(args.user)) throw new SlackApiError("user_not_in_channel");
    const content = contentOf(context, args);
    const threadTs = args.thread_ts ? threadParent(context, conversation, args.thread_ts) : null;
    const message = post(context, conversation, content, { threadTs, ephemeralFor: args.user });
    return { message_ts: message.ts };
  },
});

/** New text without blocks takes the blocks away; blocks without text keep the text. */
function updated(context: SandboxContext, message: Message, args: z.output<typeof updateArgs>): Message {
  if (Array.from(args.text ?? "").length > MAX_UPDATE_TEXT) throw new SlackApiError("msg_too_long");
  const replaces = args.text !== undefined || args.blocks !== undefined || args.attachments !== undefined;
  if (!replaces) throw new SlackApiError("no_text");
  const keepsBlocks = args.blocks === undefined && args.text === undefined;
  const content = contentOf(context, {
    text: args.text ?? message.text,
    blocks: keepsBlocks ? message.blocks : args.blocks,
    attachments: args.attachments ?? (args.text === undefined ? message.attachments : undefined),
    metadata: args.metadata ?? message.metadata,
  });
  return { ...message, ...content };
}

const updateArgs = z.object({ ...contentFields, channel: field.text, ts: field.text });

const update = method({
  scopes: ["chat:write"],
  tier: 3,
  args: updateArgs,
  run(context, args) {
    const conversation = knownConversation(context, args.channel);
    const message = knownMessage(context, conversation, args.ts);
    if (message.authorId !== IDENTITY.botUserId) throw new SlackApiError("cant_update_message");
    // Slack shows "edited" only where the text itself is what people see.
    const after = updated(context, message, args);
    const editedAt = after.blocks.length > 0 ? message.editedAt : context.clock.now().toISOString();
    const stored = { ...after, editedAt };
    context.workspace.putMessage(stored);
    const json = messageJson(context.workspace, stored, { withMetadata: true });
    return { channel: conversation.id, ts: message.ts, text: stored.text, message: json };
  },
});

const remove = method({
  scopes: ["chat:write"],
  tier: 3,
  args: z.object({ channel: field.text, ts: field.text }),
  run(context, args) {
    const conversation = knownConversation(context, args.channel);
    const message = knownMessage(context, conversation, args.ts);
    if (message.authorId !== IDENTITY.botUserId) throw new SlackApiError("cant_delete_message");
    context.workspace.removeMessage(message);
    return { channel: conversation.id, ts: message.ts };
  },
});

export const CHAT_METHODS: Readonly<Record<string, ApiMethod>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
};
