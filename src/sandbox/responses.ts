import { z } from "zod";
import { SlackApiError } from "./api-error.ts";
import type { SandboxContext } from "./context.ts";
import { IDENTITY, SLACKBOT } from "./seed.ts";
import type { ResponseTarget } from "./state.ts";
import { contentFields, contentOf } from "./web-api/content.ts";
import { field } from "./web-api/method.ts";

/** From Slack's documentation. */
const LIFE_MS = 30 * 60_000;
const MAX_USES = 5;

type Place = Pick<ResponseTarget, "personId" | "conversationId" | "messageTs" | "threadTs">;

const bodySchema = z.object({
  ...contentFields,
  response_type: z.enum(["in_channel", "ephemeral"]).optional(),
  replace_original: field.flag.optional(),
  delete_original: field.flag.optional(),
  thread_ts: field.text.optional(),
});

/** A response_url for what a person just did. */
export function issueResponseUrl({ workspace, clock, origin }: SandboxContext, place: Place): string {
  const id = workspace.nextId("R");
  const targets = workspace.state().responseTargets;
  const nowMs = clock.now().getTime();
  for (const old of Object.values(targets)) if (nowMs - old.createdAtMs > LIFE_MS) delete targets[old.id];
  targets[id] = { ...place, id, createdAtMs: nowMs, uses: 0 };
  return `${origin()}/response/${IDENTITY.teamId}/${id}`;
}

/**
 * A post to a response_url.
 * @throws SlackApiError expired_url, used_url, invalid_payload or what is wrong with the content
 */
export function postToResponseUrl(context: SandboxContext, id: string, body: unknown): void {
  const targets = context.workspace.state().responseTargets;
  const target = targets[id];
  if (!target || context.clock.now().getTime() - target.createdAtMs > LIFE_MS)
    throw new SlackApiError("expired_url");
  if (target.uses >= MAX_USES) throw new SlackApiError("used_url");
  respond(context, target, body);
  targets[id] = { ...target, uses: target.uses + 1 };
}

/**
 * Shows what the app answers: to the person alone unless it says `in_channel`, or in place of the message it is about.
 * @throws SlackApiError
 */
export function respond(context: SandboxContext, place: Place, given: unknown): void {
  const parsed = bodySchema.safeParse(typeof given === "string" ? { text: given } : given);
  if (!parsed.success) throw new SlackApiError("invalid_payload");
  const body = parsed.data;
  const { workspace, clock } = context;
  const original = place.messageTs ? workspace.findMessage(place.conversationId, place.messageTs) : null;
  if (body.delete_original === true) {
    if (original) workspace.removeMessage(original);
    return;
  }
  const content = contentOf(context, body);
  if (body.replace_original === true && original) {
    workspace.putMessage({ ...original, ...content });
    return;
  }
  workspace.post(clock.now(), {
    conversationId: place.conversationId,
    authorId: IDENTITY.botUserId,
    ...content,
    threadTs: body.thread_ts ?? place.threadTs,
    ephemeralFor: body.response_type === "in_channel" ? null : place.personId,
  });
}

/** What the workspace itself tells one person. */
export function notice(
  { workspace, clock }: SandboxContext,
  place: Omit<Place, "messageTs">,
  text: string,
): void {
  workspace.post(clock.now(), {
    conversationId: place.conversationId,
    authorId: SLACKBOT,
    text,
    threadTs: place.threadTs,
    ephemeralFor: place.personId,
  });
}
