import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import { isObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import { fillFlexpane } from "../interactions/entities.ts";
import { linksIn } from "../interactions/links.ts";
import type { Conversation, EntityJson, Message } from "../page-protocol.ts";
import { entityProblems, entitySchema } from "./entities.ts";
import { type ApiMethod, field, method } from "./method.ts";

const unfurl = method({
  scopes: ["links:write"],
  tier: 3,
  args: z.object({
    channel: field.text.optional(),
    ts: field.text.optional(),
    unfurl_id: field.text.optional(),
    source: field.text.optional(),
    unfurls: field.json.optional(),
    metadata: field.json.optional(),
  }),
  run(context, args) {
    const conversation = context.workspace.conversation(args.channel ?? "");
    if (!conversation) throw new SlackApiError("cannot_find_channel");
    const message = linkingMessage(context, conversation, args.ts ?? "");
    const given = isObject(args.metadata) ? args.metadata.entities : undefined;
    if (!Array.isArray(given) || given.length === 0) throw new SlackApiError("missing_unfurls");
    const problems = given.flatMap((entity, place) => entityProblems(entity, `/metadata/entities/${place}`));
    // Slack takes the call, shows nothing, and says so in a warning alone.
    if (problems.length > 0)
      return {
        warning: "invalid_metadata_format",
        response_metadata: { warnings: ["invalid_metadata_format"], messages: problems },
      };
    const entities = given.map((entity) => entitySchema.parse(entity));
    const posted = linksIn(message.text);
    if (entities.some(({ app_unfurl_url, url }) => !posted.includes(app_unfurl_url ?? url)))
      throw new SlackApiError("cannot_unfurl_url");
    context.workspace.putMessage(withUnfurls(message, entities));
    return {};
  },
});

/** @throws SlackApiError cannot_find_message */
function linkingMessage({ workspace }: SandboxContext, conversation: Conversation, ts: string): Message {
  const message = workspace.findMessage(conversation.id, ts);
  if (!message || message.ephemeralFor !== null || message.isDeleted)
    throw new SlackApiError("cannot_find_message");
  return message;
}

/** A second call for a message changes what the first one showed. */
function withUnfurls(message: Message, entities: readonly EntityJson[]): Message {
  const shown = new Set(entities.map(linkOf));
  return {
    ...message,
    entities: [...message.entities.filter((one) => !shown.has(linkOf(one))), ...entities],
  };
}

const linkOf = ({ app_unfurl_url, url }: EntityJson): string => app_unfurl_url ?? url;

const errorSchema = z.object({
  status: z.string().min(1),
  custom_title: z.string().optional(),
  custom_message: z.string().optional(),
});

const presentDetails = method({
  scopes: [],
  tier: 3,
  args: z.object({ trigger_id: field.text, metadata: field.json.optional(), error: field.json.optional() }),
  run(context, args) {
    const triggerId = args.trigger_id;
    if (args.error !== undefined) {
      const error = errorSchema.safeParse(args.error);
      if (!error.success) throw new SlackApiError("invalid_arguments");
      const { custom_title: title, custom_message: text } = error.data;
      const message = [title, text].filter((part) => part !== undefined).join("\n");
      fillFlexpane(context, { triggerId, entity: null, message, signInUrl: null });
      return {};
    }
    if (entityProblems(args.metadata, "/metadata").length > 0) throw new SlackApiError("invalid_metadata");
    fillFlexpane(context, {
      ...{ triggerId, message: null, signInUrl: null },
      entity: entitySchema.parse(args.metadata),
    });
    return {};
  },
});

export const WORK_OBJECT_METHODS: Readonly<Record<string, ApiMethod>> = {
  "chat.unfurl": unfurl,
  "entity.presentDetails": presentDetails,
};
