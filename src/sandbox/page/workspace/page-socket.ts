import {
  type CommandResult,
  PAGE_SOCKET_PATH,
  type PageCommand,
  type PageRequest,
  type ServerMessage,
} from "../../page-protocol.ts";

export type PageSocket = {
  /** Resolves with the sandbox's reply; a refusal where there is no connection. */
  readonly send: (command: PageCommand) => Promise<CommandResult>;
  /** Tries again now instead of after the wait. */
  readonly reconnect: () => void;
  readonly close: () => void;
};

export type PageSocketEvents = {
  readonly onMessage: (message: ServerMessage) => void;
  readonly onOnline: (isOnline: boolean) => void;
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
const OFFLINE: CommandResult = {
  ok: false,
  message: "The local workspace is not reachable. Check that it still runs in your terminal, then try again.",
};

/** One connection to the sandbox that opens itself again, waiting twice as long each time. */
export function openPageSocket(events: PageSocketEvents): PageSocket {
  const waiting = new Map<string, (result: CommandResult) => void>();
  let socket: WebSocket | null = null;
  let timer: number | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isClosed = false;
  let requests = 0;

  const settle = (message: Extract<ServerMessage, { type: "reply" }>) => {
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  };

  const receive = (event: MessageEvent<string>) => {
    const message = JSON.parse(event.data) as ServerMessage;
    if (message.type === "reply") return settle(message);
    if (message.type === "snapshot") {
      waitMs = FIRST_WAIT_MS;
      events.onOnline(true);
    }
    events.onMessage(message);
  };

  const lost = () => {
    if (isClosed) return;
    events.onOnline(false);
    for (const answer of waiting.values()) answer(OFFLINE);
    waiting.clear();
    timer = window.setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };

  const connect = () => {
    window.clearTimeout(timer);
    const opened = new WebSocket(socketAddress());
    socket = opened;
    opened.addEventListener("message", receive);
    opened.addEventListener("close", () => socket === opened && lost());
  };

  connect();
  return {
    send: (command) => {
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(OFFLINE);
      requests += 1;
      const request: PageRequest = { id: String(requests), command };
      socket.send(JSON.stringify(request));
      return new Promise((resolve) => waiting.set(request.id, resolve));
    },
    reconnect: () => {
      if (socket?.readyState !== WebSocket.CLOSED) return;
      waitMs = FIRST_WAIT_MS;
      connect();
    },
    close: () => {
      isClosed = true;
      window.clearTimeout(timer);
      socket?.close();
    },
  };
}

function socketAddress(): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}${PAGE_SOCKET_PATH}`;
}
