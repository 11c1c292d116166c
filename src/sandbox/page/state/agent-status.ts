import type { AgentStatus, MessageTs, Snapshot } from "../../page-protocol.ts";

/**
 * What the app is at work on, as it is shown in a thread, or without one in the conversation, where the thread's own message
 * stands.
 */
export function statusesIn(
  { statuses }: Pick<Snapshot, "statuses">,
  conversationId: string,
  threadTs: MessageTs | null,
): readonly AgentStatus[] {
  return statuses.filter(
    (status) =>
      status.conversationId === conversationId && (threadTs === null || status.threadTs === threadTs),
  );
}
