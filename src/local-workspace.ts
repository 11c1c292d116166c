import { join } from "node:path";
import { type App, openApp } from "./app.ts";
import { type Bot, startBot } from "./bot.ts";
import type { Config } from "./config.ts";
import { DEMO_SEED } from "./demo/demo-data.ts";
import type { Clock } from "./domain/clock.ts";
import { localWorkspaceSeed, TEAM_CHANNEL } from "./local-workspace-seed.ts";
import { buildPage } from "./sandbox/page/build.ts";
import { createSandbox, type Sandbox } from "./sandbox/sandbox.ts";

export type LocalWorkspace = {
  /** The page's address, on loopback. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly app: App;
  close(): Promise<void>;
};

export type LocalWorkspaceOptions = {
  /** Of the page; any free one where it is taken or 0. */
  readonly port: number;
  /** The machine's time unless given; the page's clock is so far ahead of it as people have moved it. */
  readonly clock?: Clock;
  /** What is going on, for whoever waits. */
  onStep?(step: string): void;
};

const MS_PER_DAY = 86_400_000;
/** The demo's customers are scored for these days too, so that cards and digest can say what moved. */
const EARLIER_SCORINGS_DAYS = [28, 14, 7];
/**
 * The invented customers do nothing after they were loaded, and for so long that counts as their silence instead of as
 * missing data: from any day on, two Mondays lie within it.
 */
const SILENCE_DAYS = 16;

/**
 * The whole product without Slack: a stand-in workspace with a web page, the bot connected to it as to Slack, and, in
 * an empty store, invented customers with a trained model. The page's clock is the bot's clock.
 */
export async function openLocalWorkspace(
  config: Config,
  { port, clock: machineClock = () => new Date(), onStep = () => {} }: LocalWorkspaceOptions,
): Promise<LocalWorkspace> {
  onStep("Starting the database and building the page");
  let sandbox: Sandbox | null = null;
  const clock = () => sandbox?.clock() ?? machineClock();
  const [app, pageFolder] = await Promise.all([openApp(config, { clock }), buildPage()]);
  let bot: Bot | null = null;
  const close = async () => {
    await bot?.stop();
    await sandbox?.close();
    await app.close();
  };
  try {
    sandbox = await openSandbox(config, { port, clock: machineClock, pageFolder });
    const isDemo = await prepare(app, onStep);
    bot = await connect(isDemo ? silentSince(app) : app, sandbox);
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
    workspace: localWorkspaceSeed(),
    connection: { mode: "socket" },
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

/**
 * Fills an empty store with the demo, trains once, and scores. A store with data of its own is left as it is.
 * @returns whether the customers are the demo's
 */
async function prepare(app: App, onStep: (step: string) => void): Promise<boolean> {
  const now = app.clock();
  const loaded = await app.flows.loadDemo({ seed: DEMO_SEED, asOf: now });
  if (loaded.kind === "loaded") {
    onStep(`Loaded ${loaded.customers} invented customers with ${loaded.activities} activities`);
    await subscribeTeamChannel(app, now);
  }
  if ((await app.store.modelVersions.champion()) === null) await trainAndScore(app, onStep);
  const { training: endOfData } = await app.asOf();
  if (loaded.kind === "already-loaded" && !isRecent(endOfData, now)) onStep(outdated(endOfData, app.config));
  return loaded.kind !== "other-data-present";
}

async function trainAndScore(app: App, onStep: (step: string) => void): Promise<void> {
  onStep("Training the churn model");
  const asOf = await app.asOf();
  const { horizonDays, seed } = app.config;
  const trained = await app.flows.trainModel({ asOf: asOf.training, horizonDays, seed });
  if (trained.kind === "not-enough-history") return onStep(trained.reason);
  for (const days of EARLIER_SCORINGS_DAYS) {
    await app.flows.scoreCustomers({ asOf: new Date(asOf.scoring.getTime() - days * MS_PER_DAY) });
  }
  await app.flows.scoreCustomers({ asOf: asOf.scoring });
}

/**
 * The app, scoring as of the moved clock also where the demo's last record is older than fresh data may be: invented
 * customers do nothing in the meantime, and no source of theirs has failed.
 */
function silentSince(app: App): App {
  return {
    ...app,
    flows: {
      ...app.flows,
      scoreCustomers: (input) => app.flows.scoreCustomers({ ...input, sourcesMayRest: true }),
    },
    async asOf() {
      const asOf = await app.asOf();
      const now = app.clock();
      return isRecent(asOf.training, now) ? { ...asOf, scoring: now } : asOf;
    },
  };
}

const isRecent = (endOfData: Date, now: Date) =>
  now.getTime() - endOfData.getTime() <= SILENCE_DAYS * MS_PER_DAY;

function outdated(endOfData: Date, { dataFolder, databaseUrl }: Config): string {
  const store = databaseUrl === null ? `delete the folder ${dataFolder}` : "empty the database";
  return `The invented customers end on ${endOfData.toISOString().slice(0, 10)}, so nothing recent is left to score. For new ones, ${store} and start again.`;
}

async function subscribeTeamChannel(app: App, now: Date): Promise<void> {
  await app.store.channelSettings.save({ ...TEAM_CHANNEL, updatedAt: now });
}

async function connect(app: App, sandbox: Sandbox): Promise<Bot> {
  const bot = await startBot(
    { ...app, config: { ...app.config, slackApiUrl: sandbox.apiUrl } },
    { mode: "socket", botToken: sandbox.tokens.bot, appToken: sandbox.tokens.app },
  );
  await sandbox.appConnected();
  sandbox.onClockMoved(() => bot.runDue());
  return bot;
}
