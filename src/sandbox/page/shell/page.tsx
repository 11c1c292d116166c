import { type ReactNode, useRef, useState } from "react";
import type { ServerMessage, Snapshot } from "../../page-protocol.ts";
import { ConfirmProvider } from "../elements/confirm.tsx";
import { announcement } from "../state/visible.ts";
import { usePageSocket } from "../workspace/use-page-socket.ts";
import { WorkspaceContext, type WorkspaceView } from "../workspace/workspace-context.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { Layout } from "./layout.tsx";
import { Toasts, useToasts } from "./toasts.tsx";
import { useActor } from "./use-actor.ts";
import { useRoute } from "./use-route.ts";

/** The whole page: the live workspace, seen by the person it acts as. */
export function Page(): ReactNode {
  const [spoken, setSpoken] = useState("");
  const actorId = useRef("");
  const speak = (before: Snapshot | null, message: ServerMessage) => {
    if (before === null || message.type !== "message") return;
    setSpoken((previous) => announcement(before, message.message, actorId.current) ?? previous);
  };
  const live = usePageSocket(speak);
  const [me, actAs] = useActor(live.snapshot);
  const [route, navigate] = useRoute(live.snapshot, me);
  const { toasts, notify } = useToasts();
  actorId.current = me?.id ?? "";

  if (live.snapshot === null || me === null)
    return <Waiting isOnline={live.isOnline} retry={live.reconnect} />;
  const { snapshot } = live;
  const act: WorkspaceView["act"] = async (command) => {
    const reply = await live.send({ ...command, as: me.id });
    if (!reply.ok) notify(reply.message);
    return reply;
  };
  const now = () => new Date(Date.now() + snapshot.clock.offsetMs);
  const chooseActor = (personId: string) => {
    actAs(personId);
    void live.send({ type: "act_as", as: personId });
  };
  return (
    <WorkspaceContext value={{ snapshot, me, route, navigate, act, notify, now }}>
      <ConfirmProvider>
        <Layout onActAs={chooseActor}>
          <ConnectionBanner isOnline={live.isOnline} retry={live.reconnect} />
        </Layout>
        <Toasts toasts={toasts} />
        <div className="unseen" aria-live="polite" data-testid="announcements">
          {spoken}
        </div>
      </ConfirmProvider>
    </WorkspaceContext>
  );
}

function Waiting({ isOnline, retry }: { isOnline: boolean; retry: () => void }): ReactNode {
  return (
    <main className="waiting">
      <h1>Mainstay – local workspace</h1>
      {isOnline ? (
        <p role="status">Opening the workspace…</p>
      ) : (
        <>
          <p role="alert">The local workspace is not reachable. Is it still running in your terminal?</p>
          <button type="button" className="button button-primary" onClick={retry}>
            Try now
          </button>
        </>
      )}
    </main>
  );
}
