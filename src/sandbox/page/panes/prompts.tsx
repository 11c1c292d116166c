import type { ReactNode } from "react";
import type { SuggestedPrompts } from "../../page-protocol.ts";
import { ArrowIcon } from "../shell/icons.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Props = { readonly conversationId: string; readonly offered: SuggestedPrompts };

/** What the app offers to ask. A click sends it, as in Slack. */
export function Prompts({ conversationId, offered }: Props): ReactNode {
  const { act } = useWorkspace();
  const send = (text: string) => void act({ type: "post_message", conversationId, text, threadTs: null });
  return (
    <section className="suggestions" aria-labelledby="prompts">
      <h3 id="prompts">{offered.title ?? "Suggested prompts"}</h3>
      <ol>
        {offered.prompts.map(({ title, message }) => (
          <li key={title}>
            <button type="button" onClick={() => send(message)}>
              {title}
              <ArrowIcon />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The channel that the app is told of with what is written here. */
export function OpenChannel(): ReactNode {
  const { snapshot, me } = useWorkspace();
  const id = snapshot.openChannels[me.id];
  const channel = snapshot.conversations.find((each) => each.id === id && each.memberIds.includes(me.id));
  if (channel === undefined) return null;
  return <p className="open-channel">{`Open beside it: #${channel.name}`}</p>;
}
