import { type ReactNode, useEffect } from "react";
import { BlockList } from "../blocks/block-list.tsx";
import { SurfaceProvider } from "../elements/surface-provider.tsx";
import { Avatar } from "../shell/avatar.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { AppTabs } from "./app-tabs.tsx";

/** The app's own page for the acting person. */
export function HomePane(): ReactNode {
  const { snapshot, me, act } = useWorkspace();
  const view = snapshot.homes[me.id];
  const app = snapshot.people.find(({ id }) => id === snapshot.workspace.botUserId) ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once each time it is shown
  useEffect(() => {
    void act({ type: "open_home", tab: "home" });
  }, []);
  return (
    <>
      <header className="pane-header">
        <Avatar person={app} size={32} />
        <div className="pane-title">
          <h2>{app?.realName ?? "App"}</h2>
          <p className="topic">What the app shows {me.realName}</p>
        </div>
      </header>
      <AppTabs current="home" />
      <section className="home scroll" aria-label="App Home" data-testid="app-home">
        {view === undefined ? (
          <p className="empty">
            {snapshot.connection.isConnected
              ? "The app has not published a home page yet. It is asked now; this takes a moment."
              : "The app is not connected, so it has no home page to show."}
          </p>
        ) : (
          <SurfaceProvider key={view.id} place={{ kind: "view", viewId: view.id }} blocks={view.blocks}>
            <div className="blocks">
              <BlockList blocks={view.blocks} />
            </div>
          </SurfaceProvider>
        )}
      </section>
    </>
  );
}
