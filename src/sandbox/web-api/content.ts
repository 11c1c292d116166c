import { z } from "zod";
import { refusal, SlackApiError } from "../api-error.ts";
import { isObject, type JsonObject } from "../block-kit/checks.ts";
import { blockProblems, hasSeveralTables, isTooLongForOneMessage } from "../block-kit/validate.ts";
import type { SandboxContext } from "../context.ts";
import type { BlockJson, Message } from "../page-protocol.ts";
import { withBlockIds } from "../state.ts";
import { field } from "./method.ts";

/** Arguments that say what a message holds. */
export const contentFields = {
  text: field.text.optional(),
  blocks: field.json.optional(),
  attachments: field.json.optional(),
  metadata: field.json.optional(),
};

type ContentArgs = z.output<z.ZodObject<typeof contentFields>>;
export type Content = Pick<Message, "text" | "blocks" | "attachments" | "metadata">;

/** Slack cuts longer text; `chat.update` and ephemeral messages refuse theirs much earlier. */
const MAX_TEXT = 40_000;
export const MAX_UPDATE_TEXT = 4_000;
/** From Slack's documentation. */
const MAX_ATTACHMENTS = 100;

const metadataSchema = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/**
 * What a message is to hold, checked as Slack checks it.
 * @throws SlackApiError no_text, invalid_blocks, msg_blocks_too_long and others
 */
export function contentOf({ workspace }: SandboxContext, args: ContentArgs): Content {
  const blocks = blocksOf(args.blocks);
  const missing = slackFiles(blocks, "/blocks").filter(({ id }) => !workspace.file(id)?.isComplete);
  if (missing.length > 0)
    throw refusal(
      "invalid_blocks",
      missing.map(({ pointer }) => ({ message: "invalid slack file", pointer })),
    );
  const attachments = attachmentsOf(args.attachments);
  const text = Array.from(args.text ?? "")
    .slice(0, MAX_TEXT)
    .join("");
  if (text === "" && blocks.length === 0 && attachments.length === 0) throw new SlackApiError("no_text");
  return { text, blocks, attachments, metadata: metadataOf(args.metadata) };
}

/** @throws SlackApiError invalid_blocks_format, invalid_blocks, invalid_attachments or msg_blocks_too_long */
function blocksOf(given: unknown): readonly BlockJson[] {
  if (given === undefined || given === null) return [];
  if (!isBlockArray(given)) throw new SlackApiError("invalid_blocks_format");
  const problems = blockProblems(given, "message", "/blocks");
  if (problems.length > 0) throw refusal("invalid_blocks", problems);
  if (hasSeveralTables(given)) throw tooManyTables();
  if (isTooLongForOneMessage(given)) throw new SlackApiError("msg_blocks_too_long");
  return withBlockIds(given);
}

/** Uploaded files the blocks show, wherever in them. */
function slackFiles(
  value: unknown,
  pointer: string,
): readonly { readonly id: string; readonly pointer: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    isObject(value) && isObject(value.slack_file) && typeof value.slack_file.id === "string"
      ? [{ id: value.slack_file.id, pointer: `${pointer}/slack_file` }]
      : [];
  const parts = Object.entries(value).flatMap(([name, part]) => slackFiles(part, `${pointer}/${name}`));
  return [...own, ...parts];
}

const tooManyTables = () =>
  new SlackApiError("invalid_attachments", {
    response_metadata: { messages: ["[ERROR] only_one_table_allowed"] },
  });

function isBlockArray(value: unknown): value is BlockJson[] {
  return Array.isArray(value) && value.every(isObject);
}

function attachmentsOf(given: unknown): readonly JsonObject[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given) || !given.every(isObject)) throw new SlackApiError("invalid_attachments");
  if (given.length > MAX_ATTACHMENTS) throw new SlackApiError("too_many_attachments");
  return given.map((attachment: JsonObject, index) => {
    if (attachment.blocks === undefined) return attachment;
    const problems = blockProblems(attachment.blocks, "message", `/attachments/${index}/blocks`);
    if (problems.length > 0 || !isBlockArray(attachment.blocks)) throw refusal("invalid_blocks", problems);
    return { ...attachment, blocks: withBlockIds(attachment.blocks) };
  });
}

/** @throws SlackApiError invalid_metadata_format */
function metadataOf(given: unknown): Message["metadata"] {
  if (given === undefined || given === null || given === "") return null;
  const parsed = metadataSchema.safeParse(given);
  if (!parsed.success) throw new SlackApiError("invalid_metadata_format");
  return parsed.data;
}
