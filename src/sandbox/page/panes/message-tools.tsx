import { type ReactNode, useState } from "react";
import type { Message } from "../../page-protocol.ts";
import { MenuButton } from "../elements/menu-button.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { MoreIcon, SmileIcon, ThreadIcon } from "../shell/icons.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Props = { readonly message: Message; readonly isThread: boolean; readonly onReact: () => void };

/** What can be done with a message; shown when it is pointed at or holds the focus. */
export function MessageTools({ message, isThread, onReact }: Props): ReactNode {
  const { snapshot, act, navigate } = useWorkspace();
  const [isReading, setReading] = useState(false);
  const { conversationId, ts } = message;
  const shortcuts = snapshot.workspace.shortcuts.filter(({ scope }) => scope === "message");
  const items = [
    ...shortcuts.map(({ callbackId, name }) => ({
      label: name,
      onChoose: () => void act({ type: "shortcut", callbackId, message: { conversationId, ts } }),
    })),
    { label: "View as JSON", onChoose: () => setReading(true) },
  ];
  const reply = () => navigate({ kind: "conversation", conversationId, threadTs: message.threadTs ?? ts });
  return (
    <div className="message-tools">
      <button
        type="button"
        className="icon-button"
        aria-label="Add reaction"
        title="Add reaction"
        onClick={onReact}
      >
        <SmileIcon />
      </button>
      {!isThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={reply}
        >
          <ThreadIcon />
        </button>
      )}
      <MenuButton label="More actions" icon={<MoreIcon />} items={items} />
      {isReading && (
        <Dialog title="Message as JSON" onDismiss={() => setReading(false)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre className="json dialog-body" tabIndex={0}>
            {JSON.stringify(message, null, 2)}
          </pre>
        </Dialog>
      )}
    </div>
  );
}
