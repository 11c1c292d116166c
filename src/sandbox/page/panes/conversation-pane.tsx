import { type ReactNode, useEffect, useState } from "react";
import { PeopleIcon } from "../shell/icons.tsx";
import { conversationTitle, messagesOf, otherMember, unreadOf } from "../state/visible.ts";
import { Mrkdwn } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { AgentStatuses } from "./agent-statuses.tsx";
import { AppTabs } from "./app-tabs.tsx";
import { Composer } from "./composer.tsx";
import { MembersDialog } from "./members-dialog.tsx";
import { MessageList } from "./message-list.tsx";
import { OpenChannel, Prompts } from "./prompts.tsx";
import { Suggestions } from "./suggestions.tsx";

/** One conversation: who is in it, what was said, and where to write. */
export function ConversationPane({ conversationId }: { conversationId: string }): ReactNode {
  const { snapshot, me } = useWorkspace();
  const [isListing, setListing] = useState(false);
  const [firstUnread] = useState(() => unreadOf(snapshot, me.id, conversationId)[0]?.ts ?? null);
  useMarkRead(conversationId);
  useLookAt(conversationId);
  const conversation = snapshot.conversations.find(({ id }) => id === conversationId);
  if (conversation === undefined) return null;
  const title = conversationTitle(snapshot, conversation, me.id);
  const other = otherMember(snapshot, conversation, me.id);
  const isChannel = conversation.kind !== "im";
  const isApp = other?.id === snapshot.workspace.botUserId;
  const offered = snapshot.prompts[conversationId];
  return (
    <>
      <header className="pane-header">
        <div className="pane-title">
          <h2>{title}</h2>
          {conversation.isShared && <span className="tag">Shared channel</span>}
          {conversation.isPendingShared && <span className="tag">Invitation pending</span>}
          {conversation.isArchived && <span className="tag">Archived</span>}
          {conversation.topic !== "" && <div className="topic">{<Mrkdwn text={conversation.topic} />}</div>}
        </div>
        {isChannel && (
          <button type="button" className="button button-quiet" onClick={() => setListing(true)}>
            <PeopleIcon />
            <span>{`Members (${conversation.memberIds.length})`}</span>
          </button>
        )}
      </header>
      {isApp && <AppTabs current="messages" />}
      {isApp && <OpenChannel />}
      {offered === undefined ? (
        <Suggestions conversationId={conversationId} />
      ) : (
        <Prompts conversationId={conversationId} offered={offered} />
      )}
      <MessageList
        label={`Messages in ${title}`}
        messages={messagesOf(snapshot, me.id, conversationId)}
        firstUnread={firstUnread}
        empty={
          isChannel
            ? `Nothing was said in ${title} yet.`
            : `This is the beginning of your conversation with ${title}.`
        }
        isThread={false}
      />
      <AgentStatuses conversationId={conversationId} threadTs={null} />
      <Composer conversationId={conversationId} threadTs={null} label={`Message ${title}`} />
      {isListing && <MembersDialog conversation={conversation} onClose={() => setListing(false)} />}
    </>
  );
}

/** The app is told of the channel that is open beside it. */
function useLookAt(conversationId: string): void {
  const { snapshot, me, act } = useWorkspace();
  const isChannel = snapshot.conversations.find(({ id }) => id === conversationId)?.kind !== "im";
  const isTold = snapshot.openChannels[me.id] === conversationId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is told of
  useEffect(() => {
    if (isChannel && !isTold) void act({ type: "look_at", conversationId });
  }, [conversationId, me.id]);
}

/** What stands on the screen is read, as long as the page is in front. */
function useMarkRead(conversationId: string): void {
  const { snapshot, me, act } = useWorkspace();
  const newest = messagesOf(snapshot, me.id, conversationId).at(-1)?.ts ?? "";
  const readUpTo = snapshot.lastRead[me.id]?.[conversationId] ?? "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message or another place is read again
  useEffect(() => {
    const mark = () => {
      if (document.visibilityState === "visible" && newest > readUpTo)
        void act({ type: "mark_read", conversationId, ts: newest });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [newest, conversationId]);
}
