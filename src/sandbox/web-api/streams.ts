import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { BlockJson, Message } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";
import { knownConversation, knownMessage, postableConversation } from "./access.ts";
import { threadParent } from "./chat.ts";
import { contentOf } from "./content.ts";
import { type ApiMethod, field, method } from "./method.ts";

/** Of the chunks that Slack documents, those that the app sends: a task and how far it is, and text. */
const chunkSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("task_update"),
    id: z.string().min(1),
    title: z.string().min(1),
    status: z.enum(["pending", "in_progress", "complete", "error"]),
    output: z.string().optional(),
  }),
  z.object({ type: z.literal("markdown_text"), text: z.string().min(1) }),
]);
type Chunk = z.output<typeof chunkSchema>;

const chunks = field.json.pipe(z.array(chunkSchema)).optional();

const startStream = method({
  scopes: ["chat:write"],
  tier: 2,
  args: z.object({ channel: field.text, thread_ts: field.text, chunks }),
  run(context, args) {
    const { id: conversationId } = postableConversation(context, args.channel);
    const threadTs = threadParent(context, postableConversation(context, args.channel), args.thread_ts);
    const message = context.workspace.post(context.clock.now(), {
      ...{ conversationId, threadTs, authorId: IDENTITY.botUserId },
      ...contentOf(context, { text: " ", blocks: grown([], args.chunks ?? []) }),
      isStreaming: true,
    });
    return { channel: conversationId, ts: message.ts };
  },
});

const appendStream = method({
  scopes: ["chat:write"],
  tier: 4,
  args: z.object({ channel: field.text, ts: field.text, chunks }),
  run(context, args) {
    const message = streaming(context, args);
    const content = contentOf(context, { text: " ", blocks: grown(message.blocks, args.chunks ?? []) });
    context.workspace.putMessage({ ...message, ...content });
    return { channel: args.channel, ts: args.ts };
  },
});

const stopStream = method({
  scopes: ["chat:write"],
  tier: 2,
  args: z.object({ channel: field.text, ts: field.text, chunks, blocks: field.json.optional() }),
  run(context, args) {
    const message = streaming(context, args);
    const own = grown(message.blocks, args.chunks ?? []);
    const more = z.array(z.looseObject({ type: z.string() })).parse(args.blocks ?? []);
    const content = contentOf(context, { text: " ", blocks: [...own, ...more] });
    context.workspace.putMessage({ ...message, ...content, isStreaming: false });
    return { channel: args.channel, ts: args.ts };
  },
});

/** @throws SlackApiError message_not_in_streaming_state */
function streaming(context: SandboxContext, { channel, ts }: { channel: string; ts: string }): Message {
  const message = knownMessage(context, knownConversation(context, channel), ts);
  if (!message.isStreaming) throw new SlackApiError("message_not_in_streaming_state");
  return message;
}

/** The blocks with what the chunks add: a task that is there already changes. */
function grown(blocks: readonly BlockJson[], added: readonly Chunk[]): BlockJson[] {
  const shown = [...blocks];
  for (const chunk of added) {
    if (chunk.type === "markdown_text") {
      shown.push({ type: "markdown", text: chunk.text });
      continue;
    }
    const place = shown.findIndex(({ task_id }) => task_id === chunk.id);
    shown[place < 0 ? shown.length : place] = taskCard(chunk);
  }
  return shown;
}

function taskCard({ id, title, status, output }: Extract<Chunk, { type: "task_update" }>): BlockJson {
  const section = { type: "rich_text_section", elements: [{ type: "text", text: output }] };
  return {
    ...{ type: "task_card", task_id: id, title, status },
    ...(output === undefined ? {} : { output: { type: "rich_text", elements: [section] } }),
  };
}

export const STREAM_METHODS: Readonly<Record<string, ApiMethod>> = {
  "chat.startStream": startStream,
  "chat.appendStream": appendStream,
  "chat.stopStream": stopStream,
};
