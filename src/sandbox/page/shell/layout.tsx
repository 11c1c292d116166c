import { type ReactNode, useEffect, useState } from "react";
import { ConversationPane } from "../panes/conversation-pane.tsx";
import { Flexpane } from "../panes/flexpane.tsx";
import { HomePane } from "../panes/home-pane.tsx";
import { Inspector } from "../panes/inspector.tsx";
import { ModalStack } from "../panes/modal-stack.tsx";
import { ThreadPanel } from "../panes/thread-panel.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { DraftProvider } from "./drafts.tsx";
import { Sidebar } from "./sidebar.tsx";
import { TopBar } from "./top-bar.tsx";

/** Bar on top, navigation on the left, what is open in the middle, threads and the inspector on the right. */
export function Layout({
  onActAs,
  children,
}: {
  onActAs: (personId: string) => void;
  children: ReactNode;
}): ReactNode {
  const { route, me, snapshot } = useWorkspace();
  const [isInspecting, setInspecting] = useState(false);
  const [isNavigating, setNavigating] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the drawer
  useEffect(() => setNavigating(false), [route]);
  const flexpane = snapshot.flexpanes[me.id] ?? null;
  // As in Slack the details of something take the place of a thread.
  const threadTs = route.kind === "conversation" && flexpane === null ? route.threadTs : null;
  return (
    <DraftProvider>
      <button type="button" className="skip-link" onClick={focusContent}>
        Skip to content
      </button>
      <TopBar
        isInspecting={isInspecting}
        onInspect={() => setInspecting(!isInspecting)}
        isNavigating={isNavigating}
        onNavigate={() => setNavigating(!isNavigating)}
      />
      {children}
      <div
        className={`columns${isNavigating ? " navigating" : ""}${threadTs === null && flexpane === null ? "" : " with-thread"}`}
      >
        <Sidebar onActAs={onActAs} onClose={() => setNavigating(false)} />
        <main id="content" className="pane" tabIndex={-1}>
          {route.kind === "home" ? (
            <HomePane key={me.id} />
          ) : (
            <ConversationPane
              key={`${me.id} ${route.conversationId}`}
              conversationId={route.conversationId}
            />
          )}
        </main>
        {route.kind === "conversation" && threadTs !== null && (
          <ThreadPanel
            key={`${me.id} ${threadTs}`}
            conversationId={route.conversationId}
            threadTs={threadTs}
          />
        )}
        {flexpane !== null && <Flexpane key={`${me.id} ${flexpane.url}`} open={flexpane} />}
        {isInspecting && <Inspector onClose={() => setInspecting(false)} />}
      </div>
      <ModalStack key={me.id} />
    </DraftProvider>
  );
}

/** A link would change the address, which holds the place in the workspace. */
function focusContent(): void {
  document.getElementById("content")?.focus();
}
