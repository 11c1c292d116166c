import { type ReactNode, useEffect, useRef } from "react";
import type { MessageTs } from "../../page-protocol.ts";
import { CrossIcon } from "../shell/icons.tsx";
import { conversationTitle, threadOf } from "../state/visible.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { AgentStatuses } from "./agent-statuses.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";

type Props = { readonly conversationId: string; readonly threadTs: MessageTs };

/** A message and its replies, beside the conversation. */
export function ThreadPanel({ conversationId, threadTs }: Props): ReactNode {
  const { snapshot, me, navigate } = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const conversation = snapshot.conversations.find(({ id }) => id === conversationId);
  const title = conversation === undefined ? "" : conversationTitle(snapshot, conversation, me.id);
  const close = () => navigate({ kind: "conversation", conversationId, threadTs: null });
  return (
    <aside className="side-panel" aria-label="Thread">
      <header className="pane-header">
        <div className="pane-title">
          <h2 ref={heading} tabIndex={-1}>
            Thread
          </h2>
          <p className="topic">{title}</p>
        </div>
        <button type="button" className="icon-button" aria-label="Close thread" onClick={close}>
          <CrossIcon />
        </button>
      </header>
      <MessageList
        label="Messages in this thread"
        messages={threadOf(snapshot, me.id, conversationId, threadTs)}
        firstUnread={null}
        empty="This thread is gone."
        isThread
      />
      <AgentStatuses conversationId={conversationId} threadTs={threadTs} />
      <Composer conversationId={conversationId} threadTs={threadTs} label="Reply in thread" />
    </aside>
  );
}
