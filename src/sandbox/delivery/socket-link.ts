import { randomUUID } from "node:crypto";
import { IDENTITY } from "../seed.ts";
import type { WebSocketPeer } from "../web-socket.ts";
import type { Answer, AppLink } from "./app-link.ts";

/** Slack keeps up to this many sockets of one app. */
const MAX_CONNECTIONS = 10;

export type SocketLink = AppLink & {
  /** A ticket for one connection, as `apps.connections.open` hands it out. */
  readonly issueTicket: () => string;
  readonly takeTicket: (ticket: string) => boolean;
  readonly connect: (peer: WebSocketPeer) => void;
  /** Tells every client to connect anew, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
  readonly onConnected: (listener: () => void) => () => void;
};

type Waiting = { readonly peer: WebSocketPeer; readonly resolve: (answer: Answer) => void };

/** Socket Mode: envelopes to one of the app's sockets, answered by their id. */
export function socketLink(onChange: () => void): SocketLink {
  const tickets = new Set<string>();
  const peers: WebSocketPeer[] = [];
  const waiting = new Map<string, Waiting>();
  const connectedListeners = new Set<() => void>();
  let next = 0;

  const drop = (peer: WebSocketPeer) => {
    const index = peers.indexOf(peer);
    if (index >= 0) peers.splice(index, 1);
    for (const [id, entry] of waiting) {
      if (entry.peer !== peer) continue;
      waiting.delete(id);
      entry.resolve(FAILED);
    }
    onChange();
  };
  const receive = (text: string) => {
    const message = parse(text);
    const entry = message && waiting.get(message.envelopeId);
    if (!message || !entry) return;
    waiting.delete(message.envelopeId);
    entry.resolve({ kind: "acknowledged", status: 200, payload: message.payload, noRetry: false });
  };
  const goodbye = (peer: WebSocketPeer) => {
    const index = peers.indexOf(peer);
    if (index >= 0) peers.splice(index, 1);
    peer.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: DEBUG_INFO }));
  };

  return {
    mode: "socket",
    isConnected: () => peers.length > 0,
    issueTicket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    takeTicket: (ticket) => tickets.delete(ticket),
    connect(peer) {
      if (peers.length >= MAX_CONNECTIONS) return peer.close(1008);
      peers.push(peer);
      peer.onClose(() => drop(peer));
      peer.onMessage(receive);
      peer.send(JSON.stringify(hello(peers.length)));
      onChange();
      for (const listener of [...connectedListeners]) listener();
    },
    refresh() {
      for (const peer of [...peers]) goodbye(peer);
      onChange();
    },
    cut() {
      for (const peer of [...peers]) peer.destroy();
    },
    onConnected(listener) {
      connectedListeners.add(listener);
      return () => connectedListeners.delete(listener);
    },
    send({ kind, body, retry }) {
      const peer = peers[next % Math.max(peers.length, 1)];
      next += 1;
      if (!peer) return Promise.resolve(FAILED);
      const envelopeId = randomUUID();
      return new Promise((resolve) => {
        waiting.set(envelopeId, { peer, resolve });
        peer.send(
          JSON.stringify({
            envelope_id: envelopeId,
            type: kind,
            payload: body,
            accepts_response_payload: kind !== "events_api",
            ...(kind === "events_api" && {
              retry_attempt: retry?.number ?? 0,
              retry_reason: retry?.reason ?? "",
            }),
          }),
        );
      });
    },
    async close() {
      await Promise.all(peers.map(sayGoodbye));
    },
  };
}

/** Well below the half minute for which clients wait for an answer to their goodbye. */
const GOODBYE_MS = 1_000;

/** Closes by handshake, so that a client on its way out is not left waiting for an answer; cuts where none comes. */
function sayGoodbye(peer: WebSocketPeer): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => peer.destroy(), GOODBYE_MS);
    peer.onClose(() => {
      clearTimeout(cut);
      resolve();
    });
    peer.close();
  });
}

const FAILED: Answer = { kind: "failed", status: null, reason: "connection_failed", noRetry: false };
const DEBUG_INFO = { host: "sandbox", build_number: 1, approximate_connection_time: 18_060 };

const hello = (connections: number) => ({
  type: "hello",
  num_connections: connections,
  debug_info: DEBUG_INFO,
  connection_info: { app_id: IDENTITY.appId },
});

function parse(text: string): { readonly envelopeId: string; readonly payload: unknown } | null {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== "object" || message === null || !("envelope_id" in message)) return null;
    const payload = "payload" in message ? message.payload : null;
    return { envelopeId: String(message.envelope_id), payload: isEmpty(payload) ? null : payload };
  } catch {
    return null;
  }
}

/** Clients acknowledge with `{}` where they have nothing to say. */
const isEmpty = (payload: unknown) =>
  typeof payload === "object" && payload !== null && Object.keys(payload).length === 0;
