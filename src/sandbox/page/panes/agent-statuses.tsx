import type { ReactNode } from "react";
import type { MessageTs } from "../../page-protocol.ts";
import { statusesIn } from "../state/agent-status.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

type Props = { readonly conversationId: string; readonly threadTs: MessageTs | null };

/** What the app is at work on here, with a way to stop it where it can be stopped. */
export function AgentStatuses({ conversationId, threadTs }: Props): ReactNode {
  const { snapshot } = useWorkspace();
  const app = snapshot.people.find(({ id }) => id === snapshot.workspace.botUserId);
  return (
    <div role="status" className="agent-statuses" aria-label="What the app is doing">
      {statusesIn(snapshot, conversationId, threadTs).map((status) => (
        <p key={status.threadTs}>
          <span className="agent-dots" aria-hidden="true" />
          <strong>{app?.realName ?? "The app"}</strong> {status.text === "" ? "is at work…" : status.text}
        </p>
      ))}
    </div>
  );
}
