import { navigationOf } from "../state/visible.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** Goes to the conversation with a person or app; the workspace makes one where there is none. */
export function useOpenDirect(): (personId: string) => Promise<void> {
  const { snapshot, me, act, navigate } = useWorkspace();
  return async (personId) => {
    const { direct, apps } = navigationOf(snapshot, me.id);
    const line = [...direct, ...apps].find(({ person }) => person.id === personId);
    if (personId === snapshot.workspace.botUserId) void act({ type: "open_home", tab: "messages" });
    const open = (conversationId: string) =>
      navigate({ kind: "conversation", conversationId, threadTs: null });
    if (line?.conversation) return open(line.conversation.id);
    const reply = await act({ type: "open_dm", with: personId });
    if (reply.ok && reply.value?.kind === "conversation") open(reply.value.conversationId);
  };
}
