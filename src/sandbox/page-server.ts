import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { SandboxContext } from "./context.ts";
import { giveFile } from "./interactions/given-files.ts";
import { RefusedError } from "./interactions/refused.ts";
import { carryOut, parsePageRequest } from "./page-commands.ts";
import type { CommandResult, PageRequest, ServerMessage, Snapshot } from "./page-protocol.ts";
import { fileJson } from "./web-api/files.ts";
import { readBody } from "./web-api/request.ts";
import type { WebSocketPeer } from "./web-socket.ts";

const MIME_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Scripts from here alone; pictures may be remote, as customers' logos are. */
const PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; connect-src 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

/** Serves a file of the built page. False when there is none. */
export async function servePage(folder: string, path: string, response: ServerResponse): Promise<boolean> {
  const inside = normalize(path === "/" ? "/index.html" : decodeURIComponent(path));
  const file = join(folder, inside);
  if (!file.startsWith(join(folder, sep))) return false;
  const content = await readFile(file).catch(() => null);
  if (!content) return false;
  const type = MIME_TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, ...PAGE_HEADERS });
  response.end(content);
  return true;
}

/** Serves an uploaded file to the page; never as a page of its own. */
export function serveUpload(context: SandboxContext, id: string, response: ServerResponse): boolean {
  const file = context.workspace.file(id);
  if (!file?.isComplete || file.content === null) return false;
  const isPicture = file.mimeType.startsWith("image/");
  response.writeHead(200, {
    "content-type": isPicture ? file.mimeType : "application/octet-stream",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    ...(!isPicture && { "content-disposition": "attachment" }),
  });
  response.end(Buffer.from(file.content, "base64"));
  return true;
}

/** Takes a file that a person chose in a form, from the page itself alone. */
export async function takeFile(
  context: SandboxContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const answer = (status: number, type: string, body: string) =>
    void response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(body);
  if (request.method !== "POST" || !isOwnOrigin(request, context.origin()))
    return answer(403, "text/plain", "Only the page hands files over.");
  try {
    const given = { as: url.searchParams.get("as") ?? "", name: url.searchParams.get("name") ?? "" };
    const id = giveFile(context, { ...given, content: await readBody(request) });
    const file = context.workspace.file(id);
    answer(200, "application/json", JSON.stringify(file ? fileJson(context, file) : {}));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    answer(413, "text/plain", error.message);
  }
}

/** Only the page itself may open its socket: any other site's page would show its own origin here. */
export function isOwnOrigin(request: IncomingMessage, origin: string): boolean {
  const own = new URL(origin);
  return request.headers.origin === origin || request.headers.origin === `http://localhost:${own.port}`;
}

/** A name that resolves to loopback by trickery would be another Host. */
export function isOwnHost(request: IncomingMessage, origin: string): boolean {
  const { port } = new URL(origin);
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

export type PageConnections = {
  readonly connect: (peer: WebSocketPeer) => void;
  readonly broadcast: (message: ServerMessage) => void;
  readonly close: () => void;
};

export function pageConnections(
  context: SandboxContext,
  hooks: { readonly snapshot: () => Snapshot; readonly reset: () => void },
): PageConnections {
  const peers = new Set<WebSocketPeer>();
  const send = (peer: WebSocketPeer, message: ServerMessage) => peer.send(JSON.stringify(message));
  const reply = async (peer: WebSocketPeer, { id, command }: PageRequest) =>
    send(peer, { type: "reply", id, result: await resultOf(context, command, hooks.reset) });
  return {
    connect(peer) {
      peers.add(peer);
      peer.onClose(() => peers.delete(peer));
      peer.onMessage((text) => {
        const request = parsePageRequest(text);
        if (request) void reply(peer, request);
        else peer.close(1008);
      });
      send(peer, { type: "snapshot", snapshot: hooks.snapshot() });
    },
    broadcast(message) {
      for (const peer of peers) send(peer, message);
    },
    close() {
      for (const peer of peers) peer.destroy();
    },
  };
}

async function resultOf(
  context: SandboxContext,
  command: PageRequest["command"],
  reset: () => void,
): Promise<CommandResult> {
  try {
    const value = await carryOut(context, command, reset);
    return value === undefined ? { ok: true } : { ok: true, value };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, message: error.message };
    if (!(error instanceof Error)) throw error;
    return { ok: false, message: `That failed in the stand-in itself: ${error.message}` };
  }
}
