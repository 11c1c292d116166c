import type { Message } from "../page-protocol.ts";
import { isOutsider, teamOf } from "../people.ts";
import { IDENTITY, SLACKBOT } from "../seed.ts";
import type { Workspace } from "../workspace.ts";

/** A message as the Web API and the payloads give it; metadata only where it was asked for. */
export function messageJson(
  workspace: Workspace,
  message: Message,
  { withMetadata = false } = {},
): Readonly<Record<string, unknown>> {
  const replies = workspace
    .messagesIn(message.conversationId)
    .filter(({ threadTs }) => threadTs === message.ts);
  const byApp = message.authorId === IDENTITY.botUserId;
  const author = workspace.person(message.authorId);
  const team = author ? teamOf(author).id : IDENTITY.teamId;
  return {
    type: "message",
    ...(message.isBroadcast && { subtype: "thread_broadcast" }),
    ...(message.isDeleted && { subtype: "tombstone", hidden: true }),
    user: message.isDeleted ? SLACKBOT : message.authorId,
    ts: message.ts,
    ...(byApp && { bot_id: IDENTITY.botId, app_id: IDENTITY.appId }),
    text: message.text,
    team,
    ...(author && isOutsider(author) && { user_team: team, source_team: team }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.fileIds.length > 0 && { files: message.fileIds.map((id) => ({ id })) }),
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map(({ authorId }) => authorId))],
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map(({ name, personIds }) => ({
        name,
        users: personIds,
        count: personIds.length,
      })),
    }),
    ...(message.editedAt !== null && {
      edited: { user: message.authorId, ts: `${Math.floor(Date.parse(message.editedAt) / 1000)}.000000` },
    }),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
  };
}
