import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import type { WorkspaceSeed } from "../../src/sandbox/seed.ts";

export const MODES = ["http", "socket"] as const;
export type Mode = (typeof MODES)[number];

export const ANNA = "U0ANNA";
export const MEI = "U0MEI";
export const GENERAL = "C0GENERAL";
export const NOON = new Date("2026-11-20T12:00:00Z");

export const SEED: WorkspaceSeed = {
  name: "Acme Sales",
  people: [
    {
      id: ANNA,
      name: "anna",
      realName: "Anna Keller",
      email: "anna@example.com",
      roleLabel: "Sales rep",
      timeZone: "Europe/Berlin",
    },
    {
      id: MEI,
      name: "mei",
      realName: "林美",
      email: "mei@example.com",
      roleLabel: "Manager",
      timeZone: "Asia/Shanghai",
      isAdmin: true,
    },
  ],
  channels: [
    { id: GENERAL, name: "general", memberIds: [ANNA, MEI], hasBot: true },
    { id: "C0OTHER", name: "other", memberIds: [ANNA] },
    { id: "C0OLD", name: "old", memberIds: [ANNA], hasBot: true, isArchived: true },
    { id: "G0SECRET", name: "secret", memberIds: [MEI], isPrivate: true },
  ],
  messages: [{ conversationId: GENERAL, authorId: MEI, text: "Welcome", minutesAgo: 60 }],
  bot: { name: "mainstay", realName: "Mainstay" },
  commands: [{ command: "/customer", description: "Look up a customer", usageHint: "[name]" }],
};

export type Peer = {
  readonly sandbox: Sandbox;
  readonly app: App;
  readonly client: WebClient;
  readonly stop: () => Promise<void>;
};

const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** A sandbox whose clock stands still until it is moved, and a Bolt app connected to it. */
export async function startPeer(
  mode: Mode,
  listen: (app: App) => void,
  more: Partial<SandboxOptions> = {},
): Promise<Peer> {
  const sandbox = await createSandbox({
    clock: () => NOON,
    workspace: SEED,
    connection: { mode },
    rateLimits: { postBurst: 50, tiers: false },
    ...more,
  });
  const clientOptions = {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const receiver =
    mode === "http"
      ? new HTTPReceiver({ signingSecret: sandbox.signingSecret, logger: quiet })
      : new SocketModeReceiver({
          appToken: sandbox.tokens.app,
          clientPingTimeout: 200,
          logger: quiet,
          installerOptions: { clientOptions },
        });
  const app = new App({
    // Fixed, so that no call of the app's own is under way when a test ends.
    authorize: async () => ({
      botToken: sandbox.tokens.bot,
      botId: "B0SANDBOX",
      botUserId: sandbox.botUserId,
    }),
    receiver,
    clientOptions,
    logger: quiet,
  });
  listen(app);
  if (receiver instanceof HTTPReceiver) {
    const server = await receiver.start({ host: "127.0.0.1", port: 0 });
    const address = server.address();
    if (typeof address === "object" && address)
      sandbox.setAppUrl(`http://127.0.0.1:${address.port}/slack/events`);
  } else {
    await Promise.all([receiver.start(), sandbox.appConnected()]);
  }
  return {
    sandbox,
    app,
    client: new WebClient(sandbox.tokens.bot, { ...clientOptions, logger: quiet }),
    async stop() {
      await receiver.stop();
      await sandbox.close();
    },
  };
}
