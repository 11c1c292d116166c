import type { ReactNode } from "react";
import { useOpenDirect } from "../shell/use-open-direct.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** The two sides of the app: what it shows about you, and your conversation with it. */
export function AppTabs({ current }: { current: "home" | "messages" }): ReactNode {
  const { snapshot, navigate } = useWorkspace();
  const openDirect = useOpenDirect();
  const tab = (name: "home" | "messages", label: string, onClick: () => void) => (
    <button
      type="button"
      className="tab"
      aria-current={current === name ? "page" : undefined}
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <nav className="tabs" aria-label="App">
      {tab("home", "Home", () => navigate({ kind: "home" }))}
      {tab("messages", "Messages", () => void openDirect(snapshot.workspace.botUserId))}
    </nav>
  );
}
