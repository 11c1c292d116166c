import { join } from "node:path";
import { type Bot, startBot } from "../bot.ts";
import type { App } from "../compose.ts";
import type { Config } from "../config.ts";
import type { Clock } from "../domain/clock.ts";
import { linkHosts } from "../domain/customers/customer-links.ts";
import { buildPage } from "../sandbox/page/build.ts";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import { say } from "../words/command-line.ts";
import { mornings } from "./days-on-the-way.ts";
import { livingDemo } from "./demo.ts";
import { localWorkspaceSeed } from "./seed.ts";
import { type DemoOptions, fillWorkspaceStore, openWorkspaceStore } from "./store.ts";

export type LocalWorkspace = {
  /** The page's address, on loopback. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly app: App;
  close(): Promise<void>;
};

export type LocalWorkspaceOptions = DemoOptions & {
  /** Of the page; any free one where it is taken or 0. */
  readonly port: number;
  /** The machine's time unless given; the page's clock is so far ahead of it as people have moved it. */
  readonly clock?: Clock;
};

/**
 * The whole product without Slack: a stand-in workspace with a web page, the bot connected to it as to Slack, and, in
 * an empty store, invented customers with a trained model. The page's clock is the bot's clock; while it goes on, the
 * invented customers live on.
 */
export async function openLocalWorkspace(
  config: Config,
  options: LocalWorkspaceOptions,
): Promise<LocalWorkspace> {
  const { port, clock: machineClock = () => new Date(), onStep = () => {} } = options;
  onStep(say("cli.demo.starting"));
  let sandbox: Sandbox | null = null;
  const clock = () => sandbox?.clock() ?? machineClock();
  const [store, pageFolder] = await Promise.all([openWorkspaceStore(config, clock, options), buildPage()]);
  const { app } = store;
  let bot: Bot | null = null;
  const close = async () => {
    await bot?.stop();
    await sandbox?.close();
    await app.close();
  };
  try {
    sandbox = await openSandbox(config, { port, clock: machineClock, pageFolder });
    const isDemo = await fillWorkspaceStore(store, options);
    bot = await connect(app, sandbox, isDemo ? livingDemo(app) : async () => {});
    return { url: sandbox.url, sandbox, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSandbox(
  config: Config,
  { port, clock, pageFolder }: { port: number; clock: Clock; pageFolder: string },
): Promise<Sandbox> {
  const options = {
    clock,
    workspace: localWorkspaceSeed({ takesFiles: config.importInSlack, unfurlDomains: linkHosts(config) }),
    connection: { mode: "socket" },
    stopsOnTheWay: mornings,
    pageFolder,
    stateFile: join(config.dataFolder, "workspace.json"),
  } as const;
  try {
    return await createSandbox({ ...options, port });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      return createSandbox({ ...options, port: 0 });
    }
    throw error;
  }
}

/** Chosen: jobs ask the database a hundred things, and whoever waited for the start and wants a card now would wait for those, too. */
const JOBS_AFTER_MS = 2_000;

/** Chosen: later than jobs and the model's thread begin, by when whoever waited for the start has their card. */
const WARM_UP_AFTER_MS = 4_000;

async function connect(app: App, sandbox: Sandbox, beforeJobs: () => Promise<unknown>): Promise<Bot> {
  const bot = await startBot(
    { ...app, config: { ...app.config, slackApiUrl: sandbox.apiUrl } },
    { mode: "socket", botToken: sandbox.tokens.bot, appToken: sandbox.tokens.app },
    { beforeJobs, jobsAfterMs: JOBS_AFTER_MS, warmUpAfterMs: WARM_UP_AFTER_MS },
  );
  await sandbox.appConnected();
  sandbox.onClockMoved(() => bot.runDue());
  return bot;
}
