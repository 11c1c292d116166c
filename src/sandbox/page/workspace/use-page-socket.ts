import { useEffect, useReducer, useRef, useState } from "react";
import type { CommandResult, PageCommand, ServerMessage, Snapshot } from "../../page-protocol.ts";
import { applyServerMessage } from "../state/snapshot.ts";
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
  const [snapshot, apply] = useReducer(applyServerMessage, null);
  const [isOnline, setOnline] = useState(true);
  const socket = useRef<PageSocket | null>(null);
  const latest = useRef({ snapshot, onUpdate });
  latest.current = { snapshot, onUpdate };

  useEffect(() => {
    const opened = openPageSocket({
      onOnline: setOnline,
      onMessage: (message) => {
        latest.current.onUpdate(latest.current.snapshot, message);
        apply(message);
      },
    });
    socket.current = opened;
    return () => opened.close();
  }, []);

  return {
    snapshot,
    isOnline,
    send: (command) => socket.current?.send(command) ?? Promise.resolve({ ok: false, message: "Starting." }),
    reconnect: () => socket.current?.reconnect(),
  };
}
