import { memo, type ReactNode, useState } from "react";
import type { Message, Person } from "../../page-protocol.ts";
import { Avatar } from "../shell/avatar.tsx";
import { EyeIcon } from "../shell/icons.tsx";
import { kindLabel } from "../state/people.ts";
import { instantOf, timeOfDay } from "../state/zoned-time.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { MessageBody } from "./message-body.tsx";
import { MessageTools } from "./message-tools.tsx";
import { Reactions } from "./reactions.tsx";

type Props = { readonly message: Message; readonly isGrouped: boolean; readonly isThread: boolean };

const WORKSPACE: Pick<Person, "realName"> = { realName: "Workspace" };

export const MessageItem = memo(function MessageItem({ message, isGrouped, isThread }: Props): ReactNode {
  const { snapshot, me } = useWorkspace();
  const [isReacting, setReacting] = useState(false);
  const author = snapshot.people.find(({ id }) => id === message.authorId) ?? null;
  const at = instantOf(message.ts);
  const time = timeOfDay(at, me.timeZone);
  const name = (author ?? WORKSPACE).realName;
  const kind = author?.isBot ? "App" : author && kindLabel(author);
  const isEphemeral = message.ephemeralFor !== null;
  if (message.isDeleted)
    return (
      <article className="message quiet" aria-label="Deleted message">
        This message was deleted.
      </article>
    );
  return (
    <article
      className={`message${isGrouped ? " grouped" : ""}${isEphemeral ? " ephemeral" : ""}`}
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
    >
      <div className="message-side">
        {isGrouped ? <time className="side-time">{time}</time> : <Avatar person={author} />}
      </div>
      <div className="message-main">
        {isEphemeral && (
          <p className="only-you">
            <EyeIcon />
            Only visible to you
          </p>
        )}
        {!isGrouped && (
          <p className="byline">
            <strong>{name}</strong>
            {kind && <span className="tag">{kind}</span>}
            <time dateTime={at.toISOString()} title={at.toISOString()}>
              {time}
            </time>
          </p>
        )}
        <MessageBody message={message} />
        <Reactions message={message} isChoosing={isReacting} onDone={() => setReacting(false)} />
        {!isThread && <ThreadLink message={message} />}
      </div>
      {!isEphemeral && (
        <MessageTools message={message} isThread={isThread} onReact={() => setReacting(true)} />
      )}
    </article>
  );
});

function ThreadLink({ message }: { message: Message }): ReactNode {
  const { navigate } = useWorkspace();
  const { conversationId, replyCount } = message;
  const open = () =>
    navigate({ kind: "conversation", conversationId, threadTs: message.threadTs ?? message.ts });
  if (message.isBroadcast)
    return (
      <button type="button" className="thread-link" onClick={open}>
        Replied in a thread
      </button>
    );
  if (replyCount === 0) return null;
  return (
    <button type="button" className="thread-link" onClick={open}>
      {replyCount === 1 ? "1 reply" : `${replyCount} replies`}
    </button>
  );
}
