import type { AddressInfo } from "node:net";
import { App, type CustomRoute, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { type AuthTestResponse, WebClient, type WebClientOptions } from "@slack/web-api";
import type { SlackConnection } from "../../config.ts";
import type { ChartSupport } from "../../domain/chart.ts";
import type { Clock } from "../../domain/clock.ts";
import type { SlackFlows } from "../../flows/bind-flows.ts";
import type { Workspace } from "../../flows/workspace.ts";
import type { Log } from "../../log.ts";
import type { OptionalUses } from "../scopes.ts";
import { boltLogger } from "./bolt-logger.ts";
import { assertSlackAccepts } from "./check-slack.ts";
import { dispatch, sayUnreadable } from "./dispatch.ts";
import { fileIntake } from "./file-intake.ts";
import { guarded } from "./guarded-receiver.ts";
import { inFlightCounter } from "./in-flight.ts";
import { type InboxDeps, inbox, type RequestStore } from "./inbox.ts";
import { interactiveSlack, slackWorkspace } from "./interactive-slack.ts";
import type { RequestTraces } from "./listener.ts";
import { sayInterrupted, sayNotTaken } from "./not-taken.ts";
import { readableOnly } from "./readable-only.ts";
import { NOBODY_TIMES, type RequestTimings } from "./request-timings.ts";
import { removeLeftUploads } from "./upload-folder.ts";

export type SlackSettings = OptionalUses & {
  readonly connection: SlackConnection;
  /** Another address of the Web API, ending in "/api/"; null: Slack's own. */
  readonly apiUrl: string | null;
};

export type SlackAppDeps = {
  readonly clock: Clock;
  readonly log: Log;
  /** Called once with the workspace's directory, which only Slack's own client can read. */
  flows(workspace: Workspace): SlackFlows;
  /** Where requests stand until they are done. */
  readonly requests: RequestStore;
  readonly traces: RequestTraces;
  /** Who wants to know how long requests take; nobody where left out. */
  readonly timings?: RequestTimings;
  /** Does what somebody waits for before what nobody does; left out: there is nothing else to do. */
  readonly serve?: InboxDeps["serve"];
  /** What is known of charts in this workspace; left out: they are tried, and not drawn where they are refused. */
  readonly charts?: ChartSupport;
  /** What is answered on the same port besides Slack's requests; signed HTTP only. */
  readonly routes: CustomRoute[];
};

export type SlackApp = {
  /** Connects. @returns the port requests arrive at; null in Socket Mode. @throws PhrasedError where Slack refuses a token or is not reached */
  start(): Promise<number | null>;
  /** Since when the socket is down; null: it is up, or there is none. */
  socketDownSince(): Date | null;
  /** Does what was begun and not finished, by this process or another. */
  resume(): Promise<void>;
  /** Waits for what was acknowledged, and goes on. @returns whether all of it was done in time */
  idle(timeoutMs: number): Promise<boolean>;
  /** Takes nothing new and waits for what was acknowledged. @returns whether all of it was done in time */
  stop(drainMs: number): Promise<boolean>;
};

/** A person waits at most this long for one call. */
const INTERACTIVE_TIMEOUT_MS = 5_000;

/**
 * The bot's side of Slack, for whoever waits for an answer. The outbox posts by a client of its own, because a 429 pauses
 * every call of the client that got it; neither repeats a call by itself, because Slack may have done it already.
 */
export function createSlackApp(settings: SlackSettings, deps: SlackAppDeps): SlackApp {
  const { botToken } = settings.connection;
  const options = clientOptions(settings, deps.log);
  const interactive = new WebClient(botToken, { ...options, timeout: INTERACTIVE_TIMEOUT_MS });
  const inFlight = inFlightCounter();
  const { takesFiles = false, apiUrl } = settings;
  const files = takesFiles ? fileIntake(interactive, { token: botToken, apiUrl }) : null;
  const charts = deps.charts && { support: deps.charts, log: deps.log };
  const slack = interactiveSlack(interactive, files, charts);
  const { requests, clock, log } = deps;
  const flows = deps.flows(slackWorkspace(interactive, log));
  const listening = { ...deps, flows, slack, inFlight };
  const kept = inbox({
    ...{ requests, clock, log, timings: deps.timings ?? NOBODY_TIMES },
    serve: deps.serve ?? ((work) => work()),
    refuse: (event) => sayNotTaken(event, slack),
    interrupted: (body) => sayInterrupted(body, slack),
    givenUp: (given) => flows.tellGivenUp(given),
  });
  const readable = readableOnly(createReceiver(settings, deps), (body, error) =>
    sayUnreadable(listening, "a request", body, error),
  );
  const receiver = kept.before(readable);
  const socketDownSince = watchSocket(receiver, clock);
  const app = new App({
    token: botToken,
    receiver,
    clientOptions: { ...options, timeout: INTERACTIVE_TIMEOUT_MS },
    logger: boltLogger(deps.log),
    convoStore: false,
    deferInitialization: true,
  });
  dispatch(app, listening);
  return {
    async start() {
      await assertSlackAccepts(settings.connection, apiUrl, settings);
      if (takesFiles) await removeLeftUploads();
      await app.init();
      return listen(receiver, settings);
    },
    socketDownSince,
    resume: kept.resume,
    idle: (timeoutMs) => inFlight.drained(timeoutMs),
    async stop(drainMs) {
      await receiver.stop();
      return inFlight.drained(drainMs);
    },
  };
}

/** The workspace's directory for whoever nobody waits for, by a client of its own. */
export function slackDirectory(settings: SlackSettings, log: Log): Workspace {
  const options = { ...clientOptions(settings, log), timeout: INTERACTIVE_TIMEOUT_MS };
  return slackWorkspace(new WebClient(settings.connection.botToken, options), log);
}

/** The workspace the bot is installed in, by its id; null where Slack does not say just now. */
export function installedTeam(settings: SlackSettings, log: Log): () => Promise<string | null> {
  const options = { ...clientOptions(settings, log), timeout: INTERACTIVE_TIMEOUT_MS };
  const web = new WebClient(settings.connection.botToken, options);
  let known: string | null = null;
  return async () => {
    try {
      known ??= (await web.auth.test()).team_id ?? null;
    } catch (error) {
      log.warn({ err: error }, "Slack did not say which workspace this is");
    }
    return known;
  };
}

/**
 * An address that opens Slack at the bot's direct message (docs.slack.dev/interactivity/deep-linking); null where Slack does
 * not say just now who the bot is.
 */
export function botInSlack(settings: SlackSettings, log: Log): () => Promise<string | null> {
  const options = { ...clientOptions(settings, log), timeout: INTERACTIVE_TIMEOUT_MS };
  const web = new WebClient(settings.connection.botToken, options);
  let known: string | null = null;
  return async () => {
    try {
      known ??= addressOf(await web.auth.test());
    } catch (error) {
      log.warn({ err: error }, "Slack did not say who the bot is");
    }
    return known;
  };
}

function addressOf({ team_id: team, user_id: id }: AuthTestResponse): string | null {
  if (team === undefined || id === undefined) return null;
  return `slack://user?${new URLSearchParams({ team, id })}`;
}

function clientOptions({ apiUrl }: SlackSettings, log: Log): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

function createReceiver(
  { connection, apiUrl }: SlackSettings,
  deps: SlackAppDeps,
): HTTPReceiver | SocketModeReceiver {
  const logger = boltLogger(deps.log);
  if (connection.mode === "socket")
    return new SocketModeReceiver({
      appToken: connection.appToken,
      logger,
      // Where the socket's address is asked for; its own retries stay, they are how it reconnects.
      installerOptions: apiUrl === null ? {} : { clientOptions: { slackApiUrl: apiUrl } },
    });
  const receiver = new HTTPReceiver({
    signingSecret: connection.signingSecret,
    logger,
    customRoutes: deps.routes,
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404).end();
    },
  });
  return guarded(receiver, Date.now);
}

/** Follows a socket's own news; where it breaks, it connects again by itself. */
function watchSocket(receiver: Receiver, clock: Clock): SlackApp["socketDownSince"] {
  if (!(receiver instanceof SocketModeReceiver)) return () => null;
  let downSince: Date | null = clock();
  receiver.client.on("connected", () => {
    downSince = null;
  });
  for (const news of ["connecting", "reconnecting", "disconnecting", "disconnected"])
    receiver.client.on(news, () => {
      downSince ??= clock();
    });
  return () => downSince;
}

async function listen(receiver: Receiver, { connection }: SlackSettings): Promise<number | null> {
  if (connection.mode === "socket" || !(receiver instanceof HTTPReceiver)) {
    await receiver.start();
    return null;
  }
  const server = await receiver.start({ host: connection.host, port: connection.port });
  const address = server.address() as AddressInfo;
  return address.port;
}
