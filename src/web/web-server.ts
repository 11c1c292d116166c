import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "../log.ts";
import type { WebRequest, WebResponse, WebRoute } from "./web-route.ts";

/** A route as Node's HTTP server, and Bolt's, call it. */
export type ServedRoute = {
  readonly method: string;
  readonly path: string;
  /** Never throws. */
  handler(request: IncomingMessage, response: ServerResponse): void;
};

export type WebServer = { readonly port: number; close(): Promise<void> };

/** Longer than any phone needs for a form, shorter than it pays to hold a connection open. */
const REQUEST_TIMEOUT_MS = 15_000;

/**
 * A server of its own for the routes, where Slack's requests come by a socket.
 * @param address.port 0: any free one
 */
export async function startWebServer(
  routes: readonly WebRoute[],
  address: { readonly host: string; readonly port: number },
  log: Log,
): Promise<WebServer> {
  const served = servedRoutes(routes, log);
  const server = createServer((request, response) => {
    const there = served.filter(({ path }) => paramsIn(path, pathOf(request)) !== null);
    const meant = there.find(({ method }) => method === request.method);
    if (meant) return meant.handler(request, response);
    request.resume();
    if (there.length === 0) return send(response, { status: 404 });
    send(response, { status: 405, headers: { allow: there.map(({ method }) => method).join(", ") } });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  let isClosing = false;
  // A connection whose request was under way at the close would stay open for the next one.
  server.on("request", (_request, response) => {
    response.once("finish", () => setImmediate(() => isClosing && server.closeIdleConnections()));
  });
  server.listen(address.port, address.host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        if (isClosing) return resolve();
        isClosing = true;
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

/**
 * The server for whoever watches the process. Where nobody chose its port and another process has it, the bot goes on without:
 * a second one on the machine, or a tool that happens to be there, is no reason not to start.
 */
export async function startHealthServer(
  routes: readonly WebRoute[],
  address: { readonly host: string; readonly port: number; readonly isChosen: boolean } | null,
  log: Log,
): Promise<WebServer | null> {
  if (address === null) return null;
  const { host, port, isChosen } = address;
  try {
    return await startWebServer(routes, address, log);
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (isChosen || !isTaken) throw error;
    log.warn({ host, port }, "Nothing can be asked about this process: its port is taken; set HEALTH_PORT");
    return null;
  }
}

/** Routes to be served; what they fail at goes to the log. */
export const servedRoutes = (routes: readonly WebRoute[], log: Log): ServedRoute[] =>
  routes.map((route) => ({ method: route.method, path: route.path, handler: handlerOf(route, log) }));

function handlerOf(route: WebRoute, log: Log): ServedRoute["handler"] {
  return (request, response) => {
    answer(route, request)
      .catch((error: unknown): WebResponse => {
        // The path may hold a secret, the content somebody's words.
        log.error({ err: error, route: route.path }, "A request over HTTP failed");
        return { status: 500 };
      })
      .then((answered) => send(response, answered))
      .catch((error: unknown) => log.warn({ err: error, route: route.path }, "An answer was not sent"));
  };
}

async function answer(route: WebRoute, request: IncomingMessage): Promise<WebResponse> {
  const params = paramsIn(route.path, pathOf(request));
  if (params === null) return { status: 404 };
  const body = await bodyWithin(request, route.bodyLimit);
  if (body === "too-long") return { status: 413, headers: { connection: "close" } };
  if (body === "cut") return { status: 400 };
  const { searchParams: query } = urlOf(request);
  return route.handle({ params, query, headers: headersOf(request), body });
}

/** The body, or why there is none. What is too long is not read to its end; the connection is closed behind the answer. */
async function bodyWithin(request: IncomingMessage, limit: number): Promise<Buffer | "too-long" | "cut"> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return "too-long";
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Without `destroyOnReturn` the answer could not be sent any more.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > limit) return "too-long";
      chunks.push(chunk);
    }
  } catch {
    return "cut";
  }
  return Buffer.concat(chunks);
}

/** What no browser may do with an answer, unless its page says otherwise. */
const HARDENED = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function send(response: ServerResponse, { status, headers = {}, body = "" }: WebResponse): void {
  response
    .writeHead(status, { ...HARDENED, ...headers, "content-length": Buffer.byteLength(body) })
    .end(body);
}

const urlOf = ({ url = "/" }: IncomingMessage): URL =>
  URL.parse(url, "http://localhost") ?? new URL("http://localhost/");
const pathOf = (request: IncomingMessage): string => urlOf(request).pathname;

function headersOf({ headers }: IncomingMessage): WebRequest["headers"] {
  const given = Object.entries(headers).flatMap(
    ([name, value]): Array<[string, string]> =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  return Object.fromEntries(given);
}

/** The values of a path's `:names`; null where it is another path, or cannot be decoded. */
export function paramsIn(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split("/");
  const values = path.split("/");
  if (names.length !== values.length) return null;
  const params: Array<[string, string]> = [];
  for (const [place, name] of names.entries()) {
    const value = decoded(values[place] ?? "");
    if (value === null) return null;
    if (!name.startsWith(":")) {
      if (name !== value) return null;
    } else if (value === "") return null;
    else params.push([name.slice(1), value]);
  }
  return Object.fromEntries(params);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
