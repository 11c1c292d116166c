import { z } from "zod";
import { refusal, SlackApiError } from "../api-error.ts";
import { blockProblems } from "../block-kit/validate.ts";
import { IDENTITY } from "../seed.ts";
import { knownConversation, knownMessage } from "./access.ts";
import { type ApiMethod, field, method } from "./method.ts";

const authTest = method({
  scopes: [],
  tier: null,
  args: z.object({}),
  run: ({ workspace, origin }) => ({
    url: `${origin()}/`,
    team: workspace.seed.name,
    user: workspace.seed.bot.name,
    team_id: IDENTITY.teamId,
    user_id: IDENTITY.botUserId,
    bot_id: IDENTITY.botId,
    is_enterprise_install: false,
  }),
});

const openConnection = method({
  scopes: [],
  token: "app",
  tier: null,
  args: z.object({}),
  run({ sockets, origin }) {
    if (!sockets) throw new SlackApiError("socket_mode_not_enabled");
    return { url: `${origin().replace(/^http/, "ws")}/socket?ticket=${sockets.issueTicket()}` };
  },
});

const EMOJI_NAME = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;

const addReaction = method({
  scopes: ["reactions:write"],
  tier: 3,
  args: z.object({ channel: field.text, timestamp: field.text, name: field.text }),
  run(context, args) {
    if (!EMOJI_NAME.test(args.name)) throw new SlackApiError("invalid_name");
    const message = knownMessage(context, knownConversation(context, args.channel), args.timestamp);
    const before = message.reactions.find(({ name }) => name === args.name)?.personIds ?? [];
    if (before.includes(IDENTITY.botUserId)) throw new SlackApiError("already_reacted");
    const others = message.reactions.filter(({ name }) => name !== args.name);
    const reaction = { name: args.name, personIds: [...before, IDENTITY.botUserId] };
    context.workspace.putMessage({ ...message, reactions: [...others, reaction] });
    return {};
  },
});

/** Four at most, as Slack shows them. None takes away what was offered before. */
const setSuggestedPrompts = method({
  scopes: ["assistant:write"],
  tier: 4,
  args: z.object({
    channel_id: field.text,
    prompts: field.json.pipe(z.array(z.object({ title: z.string(), message: z.string() })).max(4)),
    title: field.text.optional(),
  }),
  run(context, { channel_id, prompts, title }) {
    const { id } = knownConversation(context, channel_id);
    context.workspace.setPrompts(id, prompts.length === 0 ? null : { title: title ?? null, prompts });
    return {};
  },
});

/** Shown while an app works on an answer; an empty one is none. */
const setStatus = method({
  scopes: ["assistant:write", "chat:write"],
  tier: 4,
  args: z.object({ channel_id: field.text, thread_ts: field.text, status: field.text }),
  run(context, { channel_id, thread_ts: threadTs, status }) {
    const { id: conversationId } = knownConversation(context, channel_id);
    const shown = status === "" ? null : { text: status, canStop: false };
    context.workspace.setStatus({ conversationId, threadTs }, shown);
    return {};
  },
});

/**
 * The stand-in runs no workflows, so that no execution is ever under way; what is asked is checked all the same.
 * @throws SlackApiError parameter_validation_failed, function_execution_not_found
 */
const completeSuccess = method({
  scopes: [],
  tier: 3,
  args: z.object({ function_execution_id: field.text, outputs: field.json }),
  run(_context, { outputs }) {
    if (!z.record(z.string(), z.unknown()).safeParse(outputs).success)
      throw new SlackApiError("parameter_validation_failed");
    throw new SlackApiError("function_execution_not_found");
  },
});

/** @throws SlackApiError function_execution_not_found, as above */
const completeError = method({
  scopes: [],
  tier: 3,
  args: z.object({ function_execution_id: field.text, error: field.text }),
  run() {
    throw new SlackApiError("function_execution_not_found");
  },
});

/**
 * Blocks by themselves or of a message, checked as a message's are; views are none of the stand-in's here.
 * @throws SlackApiError invalid_arguments, invalid_blocks, invalid_message
 */
const validateBlocks = method({
  scopes: [],
  tier: null,
  args: z.object({ blocks: field.json.optional(), message: field.json.optional() }),
  run(_context, { blocks, message }) {
    if ((blocks === undefined) === (message === undefined)) throw new SlackApiError("invalid_arguments");
    const given = z.object({ blocks: z.unknown() }).safeParse(message).data?.blocks ?? blocks;
    const problems = blockProblems(given, "message", "/blocks");
    if (problems.length > 0)
      throw refusal(message === undefined ? "invalid_blocks" : "invalid_message", problems);
    return {};
  },
});

export const APP_METHODS: Readonly<Record<string, ApiMethod>> = {
  "assistant.threads.setStatus": setStatus,
  "assistant.threads.setSuggestedPrompts": setSuggestedPrompts,
  "auth.test": authTest,
  "apps.connections.open": openConnection,
  "blocks.validate": validateBlocks,
  "functions.completeError": completeError,
  "functions.completeSuccess": completeSuccess,
  "reactions.add": addReaction,
};
