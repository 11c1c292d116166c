import type { ReactNode } from "react";
import type { Conversation } from "../../page-protocol.ts";
import { useConfirm } from "../elements/confirm.tsx";
import { type DirectLine, navigationOf, unreadOf } from "../state/visible.ts";
import { conversationOnScreen, useWorkspace } from "../workspace/workspace-context.ts";
import { ActAs } from "./act-as.tsx";
import { Avatar } from "./avatar.tsx";
import { CrossIcon, HashIcon, HomeIcon, LockIcon, ResetIcon, SharedIcon } from "./icons.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { ThemeButton } from "./theme-button.tsx";
import { useOpenDirect } from "./use-open-direct.ts";

export function Sidebar({
  onActAs,
  onClose,
}: {
  onActAs: (personId: string) => void;
  onClose: () => void;
}): ReactNode {
  const { snapshot, me, route, navigate } = useWorkspace();
  const { channels, direct, apps } = navigationOf(snapshot, me.id);
  return (
    <div id="navigation" className="sidebar">
      <button
        type="button"
        className="icon-button only-narrow sidebar-close"
        aria-label="Close navigation"
        onClick={onClose}
      >
        <CrossIcon />
      </button>
      <ActAs onActAs={onActAs} />
      <LanguageChoice />
      <nav aria-label="Workspace">
        <ul>
          <Line
            name="App Home"
            icon={<HomeIcon />}
            isCurrent={route.kind === "home"}
            onOpen={() => navigate({ kind: "home" })}
          />
        </ul>
        <Group title="Channels">
          {channels.map((channel) => (
            <ChannelLine key={channel.id} channel={channel} />
          ))}
          {channels.length === 0 && <li className="quiet">{me.realName} is in no channel.</li>}
        </Group>
        {direct.length > 0 && (
          <Group title="Direct messages">
            {direct.map((line) => (
              <PersonLine key={line.person.id} line={line} />
            ))}
          </Group>
        )}
        <Group title="Apps">
          {apps.map((line) => (
            <PersonLine key={line.person.id} line={line} />
          ))}
        </Group>
        <div className="sidebar-foot">
          <ThemeButton />
          <StartOver />
        </div>
      </nav>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </>
  );
}

type LineProps = {
  readonly name: string;
  readonly icon: ReactNode;
  readonly isCurrent: boolean;
  readonly unread?: number;
  readonly isShared?: boolean;
  readonly onOpen: () => void;
};

function Line({ name, icon, isCurrent, unread = 0, isShared = false, onOpen }: LineProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? "line unread" : "line"}
        aria-current={isCurrent ? "page" : undefined}
        onClick={onOpen}
      >
        {icon}
        <span className="line-name">{name}</span>
        {isShared && (
          <span title="Shared with another organisation">
            <SharedIcon />
            <span className="unseen"> shared with another organisation</span>
          </span>
        )}
        {unread > 0 && (
          <span className="badge">
            {unread}
            <span className="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

function ChannelLine({ channel }: { channel: Conversation }): ReactNode {
  const { snapshot, me, route, navigate } = useWorkspace();
  return (
    <Line
      name={channel.name}
      icon={channel.kind === "private_channel" ? <LockIcon /> : <HashIcon />}
      isCurrent={conversationOnScreen(route) === channel.id}
      unread={unreadOf(snapshot, me.id, channel.id).length}
      isShared={channel.isShared}
      onOpen={() => navigate({ kind: "conversation", conversationId: channel.id, threadTs: null })}
    />
  );
}

function PersonLine({ line: { person, conversation } }: { line: DirectLine }): ReactNode {
  const { snapshot, me, route } = useWorkspace();
  const openDirect = useOpenDirect();
  return (
    <Line
      name={person.realName}
      icon={<Avatar person={person} size={20} />}
      isCurrent={conversation !== null && conversationOnScreen(route) === conversation.id}
      unread={conversation === null ? 0 : unreadOf(snapshot, me.id, conversation.id).length}
      onOpen={() => void openDirect(person.id)}
    />
  );
}

function StartOver(): ReactNode {
  const { act } = useWorkspace();
  const confirm = useConfirm();
  const onClick = async () => {
    const isAgreed = await confirm({
      title: "Start over?",
      text: {
        type: "plain_text",
        text: "Messages, forms and the log go back to how they were at the start. The clock stays.",
      },
      confirm: "Start over",
      deny: "Keep everything",
      style: "danger",
    });
    if (isAgreed) void act({ type: "reset" });
  };
  return (
    <button type="button" className="line" onClick={() => void onClick()}>
      <ResetIcon />
      Start over
    </button>
  );
}
