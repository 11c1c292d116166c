import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";

/** One open WebSocket, text only. */
export type WebSocketPeer = {
  readonly send: (text: string) => void;
  readonly onMessage: (listener: (text: string) => void) => void;
  readonly onClose: (listener: () => void) => void;
  /** Says goodbye; the connection ends when the other side answers. */
  readonly close: (code?: number) => void;
  /** Cuts the connection without a word. */
  readonly destroy: () => void;
};

/** More than any envelope or page command; larger frames are a mistake or an attack. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** Slack pings its clients, and they count on it. */
const PING_INTERVAL_MS = 10_000;

const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

/** Takes over an upgrade request; one that is no WebSocket handshake is answered with 400. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  accepted: (peer: WebSocketPeer) => void,
): void {
  sockets.handleUpgrade(request, socket, head, (open) => {
    const ping = setInterval(() => open.ping(), PING_INTERVAL_MS).unref();
    open.on("close", () => clearInterval(ping));
    // A broken connection closes too, and that is all there is to do about it.
    open.on("error", () => open.terminate());
    accepted({
      send: (text) => open.send(text),
      onMessage: (listener) => open.on("message", (data) => listener(String(data))),
      onClose: (listener) => open.on("close", listener),
      close: (code = 1000) => open.close(code),
      destroy: () => open.terminate(),
    });
  });
}
