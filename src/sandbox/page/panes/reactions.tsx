import { type ReactNode, useEffect, useRef } from "react";
import type { Message } from "../../page-protocol.ts";
import { QUICK_REACTIONS } from "../text/emoji.ts";
import { Emoji } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Props = { readonly message: Message; readonly isChoosing: boolean; readonly onDone: () => void };

export function Reactions({ message, isChoosing, onDone }: Props): ReactNode {
  const { act, me } = useWorkspace();
  const choices = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isChoosing) choices.current?.querySelector("button")?.focus();
  }, [isChoosing]);
  const toggle = (name: string) => {
    void act({ type: "toggle_reaction", conversationId: message.conversationId, ts: message.ts, name });
    onDone();
  };
  if (message.reactions.length === 0 && !isChoosing) return null;
  return (
    <div className="reactions">
      {message.reactions.map(({ name, personIds }) => (
        <button
          type="button"
          key={name}
          className="reaction"
          aria-pressed={personIds.includes(me.id)}
          aria-label={`${name.replaceAll("_", " ")}, ${personIds.length}`}
          onClick={() => toggle(name)}
        >
          <Emoji name={name} /> {personIds.length}
        </button>
      ))}
      {isChoosing && (
        <fieldset
          ref={choices}
          className="reaction-choices"
          onKeyDown={(event) => event.key === "Escape" && onDone()}
        >
          <legend className="unseen">Choose a reaction</legend>
          {QUICK_REACTIONS.map((name) => (
            <button
              type="button"
              key={name}
              aria-label={`React with ${name.replaceAll("_", " ")}`}
              onClick={() => toggle(name)}
            >
              <Emoji name={name} />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
