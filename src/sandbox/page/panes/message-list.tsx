import { Fragment, type ReactNode, useEffect } from "react";
import type { Message, MessageTs } from "../../page-protocol.ts";
import { dayKey, dayName, instantOf } from "../state/zoned-time.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { MessageItem } from "./message-item.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

export type MessageListProps = {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly firstUnread: MessageTs | null;
  readonly empty: string;
  readonly isThread: boolean;
};

/** A message stands under the one before it without a name when the author goes on within five minutes. */
const GROUPED_WITHIN_MS = 5 * 60_000;

/** Messages by day, newest at the bottom; the newest stays in view unless someone reads further up. */
export function MessageList({ label, messages, firstUnread, empty, isThread }: MessageListProps): ReactNode {
  const { me, now } = useWorkspace();
  const { scroller, content, isAtEnd, toEnd } = useStickToEnd();
  const newest = messages.at(-1);
  const isMine = newest?.authorId === me.id || newest?.ephemeralFor === me.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what one just wrote or asked for is gone to
  useEffect(() => {
    if (isMine) toEnd();
  }, [newest?.ts]);
  const day = (message: Message) => dayKey(instantOf(message.ts), me.timeZone);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="messages scroll" ref={scroller} aria-label={label} tabIndex={0}>
      <div ref={content} className="messages-content">
        {messages.length === 0 && <p className="empty">{empty}</p>}
        {messages.map((message, place) => {
          const before = messages[place - 1];
          const startsDay = before === undefined || day(before) !== day(message);
          const isNew = message.ts === firstUnread && place > 0;
          return (
            <Fragment key={message.ts}>
              {startsDay && !isThread && (
                <h3 className="day">
                  <span>{dayName(instantOf(message.ts), now(), me.timeZone)}</span>
                </h3>
              )}
              {isNew && (
                <p className="new-line">
                  <span>New</span>
                </p>
              )}
              <MessageItem
                message={message}
                isGrouped={!startsDay && !isNew && goesOn(before, message)}
                isThread={isThread}
              />
            </Fragment>
          );
        })}
      </div>
      {!isAtEnd && (
        <button type="button" className="button to-end" onClick={toEnd}>
          Newest messages
        </button>
      )}
    </section>
  );
}

function goesOn(before: Message | undefined, message: Message): boolean {
  if (before === undefined) return false;
  const distance = instantOf(message.ts).getTime() - instantOf(before.ts).getTime();
  return (
    before.authorId === message.authorId &&
    distance < GROUPED_WITHIN_MS &&
    before.ephemeralFor === null &&
    message.ephemeralFor === null &&
    !before.isDeleted &&
    before.blocks.length === 0 &&
    message.blocks.length === 0
  );
}
