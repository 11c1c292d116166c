import type { MessageTs, Snapshot } from "../../page-protocol.ts";

/** What the app is doing in one thread. */
export type AgentWork = { readonly threadTs: MessageTs; readonly text: string; readonly canStop: boolean };

/**
 * What the app is at work on: in a thread, or without one in the conversation, where the threads begin. What it says of its work
 * goes before what is seen of it; each thread stands there once. Without ears for it nothing can be stopped.
 */
export function workIn(
  { statuses, messages, workspace }: Pick<Snapshot, "statuses" | "messages" | "workspace">,
  conversationId: string,
  threadTs: MessageTs | null,
): readonly AgentWork[] {
  const works = new Map<MessageTs, AgentWork>();
  const add = (work: AgentWork) => {
    const known = works.get(work.threadTs) ?? work;
    const canStop = workspace.hearsStops && (known.canStop || work.canStop);
    if (threadTs === null || work.threadTs === threadTs) works.set(work.threadTs, { ...known, canStop });
  };
  for (const { conversationId: where, threadTs: thread, text, canStop } of statuses)
    if (where === conversationId) add({ threadTs: thread, text: text || "is at work…", canStop });
  for (const message of messages[conversationId] ?? [])
    if (message.isStreaming)
      add({ threadTs: message.threadTs ?? message.ts, text: "is writing…", canStop: true });
  return [...works.values()];
}
