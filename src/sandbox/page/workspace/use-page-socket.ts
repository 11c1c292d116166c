import { useEffect, useRef, useState } from "react";
import type { CommandResult, PageCommand, ServerMessage, Snapshot } from "../../page-protocol.ts";
import { applyServerMessage } from "../state/snapshot.ts";
import { drawSeldom } from "./draw-seldom.ts";
import { openPageSocket, type PageSocket } from "./page-socket.ts";

export type LiveWorkspace = {
  readonly snapshot: Snapshot | null;
  readonly isOnline: boolean;
  readonly send: (command: PageCommand) => Promise<CommandResult>;
  readonly reconnect: () => void;
};

/** The workspace as it is now, through the page's own socket. `onUpdate` sees each message with the state before it. */
export function usePageSocket(
  onUpdate: (before: Snapshot | null, message: ServerMessage) => void,
): LiveWorkspace {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [isOnline, setOnline] = useState(true);
  const received = useRef<Snapshot | null>(null);
  const [draw] = useState(() => drawSeldom(() => setSnapshot(received.current)));
  const socket = useRef<PageSocket | null>(null);
  const latest = useRef(onUpdate);
  latest.current = onUpdate;

  useEffect(() => {
    const opened = openPageSocket({
      onOnline: setOnline,
      onMessage: (message) => {
        const before = received.current;
        received.current = applyServerMessage(before, message);
        latest.current(before, message);
        draw.soon();
      },
    });
    socket.current = opened;
    return () => {
      opened.close();
      draw.stop();
    };
  }, [draw]);

  return {
    snapshot,
    isOnline,
    send: async (command) => {
      const result = await (socket.current?.send(command) ?? { ok: false, message: "Starting." });
      // Whoever waited for it goes on with what came before it.
      draw.now();
      return result;
    },
    reconnect: () => socket.current?.reconnect(),
  };
}
