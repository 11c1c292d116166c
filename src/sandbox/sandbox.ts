import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Clock } from "../domain/clock.ts";
import { apiServer } from "./api-server.ts";
import type { SandboxContext, Tokens } from "./context.ts";
import { createCourier, type Outcome } from "./delivery/courier.ts";
import { httpLink } from "./delivery/http-link.ts";
import { socketLink } from "./delivery/socket-link.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type Hands, handsOn } from "./hands.ts";
import { createInspector } from "./inspector.ts";
import { PAGE_SOCKET_PATH, type Snapshot, UPLOAD_PATH } from "./page-protocol.ts";
import { isOwnHost, isOwnOrigin, pageConnections, servePage, serveUpload, takeFile } from "./page-server.ts";
import { createRateLimits, DEFAULT_RATE_LIMITS, type RateLimitOptions } from "./rate-limits.ts";
import { type StopsOnTheWay, sandboxClock } from "./sandbox-clock.ts";
import { ALL_EVENTS, ALL_SCOPES, IDENTITY, type WorkspaceSeed } from "./seed.ts";
import { readState, stateFile } from "./state-file.ts";
import { createTriggers } from "./triggers.ts";
import { acceptWebSocket, type WebSocketPeer } from "./web-socket.ts";
import { createWorkspace } from "./workspace.ts";

export type SandboxOptions = {
  readonly clock: Clock;
  readonly workspace: WorkspaceSeed;
  /** How requests reach the app. The app's URL may be told later, with `setAppUrl`. */
  readonly connection: { readonly mode: "socket" } | { readonly mode: "http"; readonly appUrl?: string };
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  /** 0 for any free port. */
  readonly port?: number;
  /** The built page; without it there is no page. */
  readonly pageFolder?: string;
  /** Where everything is kept over a restart; without it, in memory only. */
  readonly stateFile?: string;
  readonly rateLimits?: Partial<RateLimitOptions>;
  /** Where the clock stops when it is moved; nowhere unless given. */
  readonly stopsOnTheWay?: StopsOnTheWay;
};

export type Sandbox = Hands & {
  /** The page: `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** For `slackApiUrl` of the app's web clients. */
  readonly apiUrl: string;
  readonly tokens: Tokens;
  readonly signingSecret: string;
  readonly botUserId: string;
  /** The workspace's time; the app has to live in it too. */
  readonly clock: Clock;
  readonly advanceTo: (instant: Date) => Promise<void>;
  readonly advanceBy: (ms: number) => Promise<void>;
  /** Runs at each stop of a clock that is moved, before it goes on: a place to run what has fallen due. */
  readonly onClockMoved: (listener: (now: Date) => void | Promise<void>) => () => void;
  readonly faults: Faults;
  /** Socket Mode: `refresh` asks the app to connect anew, `cut` drops the connection. */
  readonly sockets: { readonly refresh: () => void; readonly cut: () => void };
  /** HTTP: where the app listens, e.g. `http://127.0.0.1:3000/slack/events`. */
  readonly setAppUrl: (url: string) => void;
  /** HTTP: the `url_verification` handshake. True when the app gave the challenge back. */
  readonly verifyAppUrl: () => Promise<boolean>;
  /** Socket Mode: resolves once the app has a socket open. */
  readonly appConnected: () => Promise<void>;
  /** Resolves when no request to the app waits for its acknowledgement. */
  readonly idle: () => Promise<void>;
  readonly snapshot: () => Snapshot;
  readonly close: () => Promise<void>;
};

/** Made up, and plainly so. */
const DEFAULT_SECRETS = {
  signingSecret: "sandbox-signing-secret",
  botToken: "xoxb-sandbox-bot",
  appToken: "xapp-sandbox-app",
} as const;

/**
 * A stand-in for one Slack workspace with the app installed in it: Web API, requests to the app by HTTP or Socket Mode,
 * and a web page for its people. It listens on loopback only.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const seed = options.workspace;
  const saved = options.stateFile ? readState(options.stateFile, seed.name) : null;
  const clock = sandboxClock(options.clock, saved?.offsetMs ?? 0, options.stopsOnTheWay);
  const workspace = createWorkspace(seed, saved?.state ?? null, clock.now());
  const tokens: Tokens = {
    bot: options.botToken ?? DEFAULT_SECRETS.botToken,
    app: options.appToken ?? DEFAULT_SECRETS.appToken,
  };
  const signingSecret = options.signingSecret ?? DEFAULT_SECRETS.signingSecret;

  let appUrl = options.connection.mode === "http" ? (options.connection.appUrl ?? null) : null;
  const onLinkChange = () => workspace.publish({ type: "connection", connection: connection() });
  const sockets = options.connection.mode === "socket" ? socketLink(onLinkChange) : null;
  const link = sockets ?? httpLink({ appUrl: () => appUrl, signingSecret, onChange: onLinkChange });
  const connection = () => ({ mode: link.mode, isConnected: link.isConnected() });
  const inspector = createInspector(clock.now, (entry) => workspace.publish({ type: "log", entry }));

  let origin = "";
  const context: SandboxContext = {
    workspace,
    clock,
    inspector,
    sockets,
    tokens,
    triggers: createTriggers(clock.now),
    limits: createRateLimits({ ...DEFAULT_RATE_LIMITS, ...options.rateLimits }, clock.now),
    faults: createFaults(),
    courier: createCourier({ link, clock, inspector }),
    scopes: seed.scopes ?? ALL_SCOPES,
    events: seed.events ?? ALL_EVENTS,
    origin: () => origin,
  };

  const clockState = () => ({
    now: clock.now().toISOString(),
    offsetMs: Math.round(clock.now().getTime() - Date.now()),
  });
  const snapshot = () =>
    workspace.snapshot({ clock: clockState(), connection: connection(), log: inspector.entries() });
  const reset = () => {
    workspace.reset(clock.now());
    inspector.clear();
    page.broadcast({ type: "snapshot", snapshot: snapshot() });
    file?.changed();
  };
  const page = pageConnections(context, { snapshot, reset });
  const file = options.stateFile
    ? stateFile(options.stateFile, seed.name, () => ({
        state: workspace.state(),
        offsetMs: clock.offsetMs(),
      }))
    : null;
  workspace.subscribe((change) => {
    page.broadcast(change);
    file?.changed();
  });
  clock.onMoved(() => workspace.publish({ type: "clock", clock: clockState() }));

  const server = listeningServer(context, options.pageFolder ?? null, page.connect);
  const port = await listen(server, options.port ?? 0);
  origin = `http://127.0.0.1:${port}`;

  return {
    ...handsOn(context),
    url: `${origin}/`,
    apiUrl: `${origin}/api/`,
    tokens,
    signingSecret,
    botUserId: IDENTITY.botUserId,
    clock: clock.now,
    advanceTo: clock.advanceTo,
    advanceBy: (ms) => clock.advanceTo(new Date(clock.now().getTime() + ms)),
    onClockMoved: clock.onMoved,
    faults: context.faults,
    sockets: { refresh: () => sockets?.refresh(), cut: () => sockets?.cut() },
    setAppUrl(url) {
      appUrl = url;
    },
    verifyAppUrl: () => verifyAppUrl(context),
    appConnected: () => appConnected(context),
    idle: context.courier.idle,
    snapshot,
    async close() {
      page.close();
      await link.close();
      clock.close();
      file?.save();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listeningServer(
  context: SandboxContext,
  pageFolder: string | null,
  connectPage: (peer: WebSocketPeer) => void,
) {
  const api = apiServer(context);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", context.origin());
    if (!isOwnHost(request, context.origin()))
      return refuse(response, 421, "This server is for this machine only.");
    if (await api.handle(request, response, url)) return;
    if (url.pathname === UPLOAD_PATH) return takeFile(context, request, response, url);
    if (request.method !== "GET") return refuse(response, 405, "Only GET is answered here.");
    const upload = /^\/files\/(\w+)$/.exec(url.pathname)?.[1];
    if (upload && serveUpload(context, upload, response)) return;
    if (pageFolder && (await servePage(pageFolder, url.pathname, response))) return;
    refuse(response, 404, "There is nothing here.");
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      refuse(response, 500, error instanceof Error ? error.message : "The stand-in failed."),
    );
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", context.origin());
    const isPage = url.pathname === PAGE_SOCKET_PATH && isOwnOrigin(request, context.origin());
    const isApp =
      url.pathname === "/socket" && context.sockets?.takeTicket(url.searchParams.get("ticket") ?? "");
    if (!isOwnHost(request, context.origin()) || (!isPage && !isApp))
      return socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    acceptWebSocket(request, socket, head, (peer) =>
      isPage ? connectPage(peer) : context.sockets?.connect(peer),
    );
  });
  return server;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(message);
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });
}

async function verifyAppUrl({ courier }: SandboxContext): Promise<boolean> {
  const challenge = "sandbox-challenge";
  const outcome: Outcome = await courier.deliver({
    kind: "events_api",
    name: "url_verification",
    retry: null,
    body: { type: "url_verification", token: IDENTITY.verificationToken, challenge },
  });
  const payload = outcome.kind === "acknowledged" ? outcome.payload : null;
  return (
    payload === challenge ||
    (typeof payload === "object" &&
      payload !== null &&
      "challenge" in payload &&
      payload.challenge === challenge)
  );
}

function appConnected({ sockets }: SandboxContext): Promise<void> {
  if (!sockets || sockets.isConnected()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = sockets.onConnected(() => {
      stop();
      resolve();
    });
  });
}
