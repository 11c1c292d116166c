import type { SandboxContext } from "../context.ts";
import { sendEvent } from "./events.ts";
import { conversationOf } from "./payload.ts";

/**
 * A person presses stop. What the app was writing in the thread ends at once; what it says of its work is its own to change.
 * @throws RefusedError when they are not in the conversation
 */
export function stopAgent(
  context: SandboxContext,
  {
    as,
    conversationId,
    threadTs,
  }: { readonly as: string; readonly conversationId: string; readonly threadTs: string },
): void {
  const { id, isShared } = conversationOf(context, as, conversationId);
  const { workspace } = context;
  const running = workspace
    .messagesIn(id)
    .filter((message) => message.isStreaming && (message.threadTs ?? message.ts) === threadTs);
  for (const message of running) workspace.putMessage({ ...message, isStreaming: false });
  const event = {
    type: "agent_session_stopped",
    channel: id,
    thread_ts: threadTs,
    streaming_message_ts: running.map(({ ts }) => ts),
    user: as,
  };
  void sendEvent(context, "agent_session_stopped", event, { isShared });
}
