import type { ReactNode } from "react";
import type { MessageTs } from "../../page-protocol.ts";
import { type AgentWork, workIn } from "../state/agent-work.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Props = { readonly conversationId: string; readonly threadTs: MessageTs | null };

/** What the app is at work on here, with a way to stop it where it can be stopped. */
export function AgentStatuses({ conversationId, threadTs }: Props): ReactNode {
  const { snapshot } = useWorkspace();
  return (
    <div role="status" className="agent-statuses" aria-label="What the app is doing">
      {workIn(snapshot, conversationId, threadTs).map((work) => (
        <Work key={work.threadTs} conversationId={conversationId} work={work} />
      ))}
    </div>
  );
}

function Work({ conversationId, work }: { conversationId: string; work: AgentWork }): ReactNode {
  const { snapshot, act } = useWorkspace();
  const app = snapshot.people.find(({ id }) => id === snapshot.workspace.botUserId);
  const stop = () => void act({ type: "stop_agent", conversationId, threadTs: work.threadTs });
  return (
    <p>
      <span className="agent-dots" aria-hidden="true" />
      <strong>{app?.realName ?? "The app"}</strong> {work.text}
      {work.canStop && (
        <button type="button" className="button" onClick={stop}>
          Stop
        </button>
      )}
    </p>
  );
}
