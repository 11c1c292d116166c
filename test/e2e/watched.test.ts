import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bot, startBot } from "../../src/bot.ts";
import { type App, composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { describeOnOneDatabase, ownDatabases } from "../support/databases.ts";
import { startStallingProxy } from "../support/stalling-proxy.ts";

const log = { info: () => {}, warn: () => {}, error: () => {} };
/** A busy machine takes longer than anybody who watches would wait. */
const LONG_MS = 30_000;
/** For what never answers. */
const SHORT_MS = 300;
const WORKSPACE = {
  ...{ name: "Sales", people: [], channels: [], commands: [] },
  bot: { name: "mainstay", realName: "Mainstay" },
};

/** A bot in Socket Mode without a public address, whose jobs wait, and whoever watches it. */
async function watchedBot(database: Database, patienceMs: number) {
  let now = new Date("2026-11-24T03:30:00Z");
  const clock = () => now;
  const sandbox = await createSandbox({ clock, workspace: WORKSPACE, connection: { mode: "socket" } });
  const config = {
    ...parseConfig({}),
    slackApiUrl: sandbox.apiUrl,
    health: { host: "127.0.0.1", port: 0, isChosen: true },
  };
  const app = composeApp(config, database, { clock, log });
  const { bot: botToken, app: appToken } = sandbox.tokens;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const connection = { mode: "socket", botToken, appToken } as const;
  const bot = await startBot(app, connection, { beforeJobs: () => held, finishMs: 50, patienceMs });
  const ask = (path: string, headers = {}) => fetch(`http://127.0.0.1:${bot.healthPort}${path}`, { headers });
  return {
    ...{ sandbox, app, bot, ask, letGo },
    at: (moment: string) => (now = new Date(moment)),
    async reasons(): Promise<string[]> {
      const answered = await ask("/readyz");
      const { ready, reasons } = (await answered.json()) as { ready: boolean; reasons: { code: string }[] };
      expect([answered.status, ready]).toEqual(reasons.length === 0 ? [200, true] : [503, false]);
      return reasons.map(({ code }) => code);
    },
    figures: async () => (await ask("/metrics")).text(),
  };
}
type Watched = Awaited<ReturnType<typeof watchedBot>>;

async function end({
  sandbox,
  app,
  bot,
  letGo,
}: {
  sandbox: Sandbox;
  app: App;
  bot: Bot;
  letGo: () => void;
}) {
  letGo();
  await bot.stop();
  await sandbox.close();
  await app.model.close();
}

describeOnOneDatabase("a bot that is watched", (database) => {
  let watched: Watched;
  beforeEach(async () => {
    watched = await watchedBot(database(), LONG_MS);
  });
  afterEach(() => end(watched));

  it("is alive and ready, in Socket Mode without a public address, and has figures", async () => {
    expect(watched.bot.port).toBeNull();
    expect((await watched.ask("/healthz")).status).toBe(200);
    expect(await watched.reasons()).toEqual([]);
    const figures = await watched.figures();
    expect(figures).toContain("mainstay_ready 1");
    expect(figures).toContain('mainstay_job_lag_seconds{job="score-daily"} 0');
    expect(figures).toContain("process_cpu_seconds_total");
  });

  it("is not ready where the scoring is late, and says for how long", async () => {
    watched.at("2026-11-24T05:59:00Z");
    expect(await watched.reasons()).not.toContain("job-late");
    watched.at("2026-11-25T01:00:00Z");
    const answered = await (await watched.ask("/readyz")).json();
    expect(answered).toMatchObject({
      reasons: expect.arrayContaining([
        {
          code: "job-late",
          text: "score-daily has been due for 21 hours and is not done. The log says why.",
        },
      ]),
    });
    expect(await watched.figures()).toContain('mainstay_job_lag_seconds{job="score-daily"} 75600');
  });

  it("is not ready where Slack refuses the token, and is again once it takes it", async () => {
    // Others may ask besides.
    watched.sandbox.faults.next("auth.test", { kind: "error", error: "token_revoked" }, 99);
    expect(await watched.reasons()).toEqual(["slack"]);
    const told = await (await watched.ask("/readyz")).text();
    expect(told).toMatch(/Slack refused SLACK_BOT_TOKEN \(token_revoked\)/);
    expect(told).not.toContain(watched.sandbox.tokens.bot);
    watched.sandbox.faults.clear();
    watched.at("2026-11-24T03:31:00Z");
    expect(await watched.reasons()).toEqual([]);
  });

  it("is not ready while it stops", async () => {
    const stopping = watched.bot.stop();
    expect(await watched.reasons()).toContain("stopping");
    await stopping;
    await expect(watched.ask("/readyz")).rejects.toThrow();
  });
});

const { native } = ownDatabases();

/** A server alone can be locked by another session, and lies behind a line that can stall. */
describe.skipIf(native === null)("a bot whose database hangs", () => {
  let proxy: Awaited<ReturnType<typeof startStallingProxy>>;
  let database: Database;
  let watched: Watched;
  beforeEach(async () => {
    proxy = await startStallingProxy(native ?? "");
    database = await openDatabase({ kind: "server", url: proxy.url });
    watched = await watchedBot(database, SHORT_MS);
  });
  afterEach(async () => {
    proxy.goOn();
    await end(watched);
    await watched.app.close();
    await proxy.close();
  });

  it("says so, leaves the figures out that it cannot know, and is ready again when it goes on", async () => {
    const locker = await openDatabase({ kind: "server", url: native ?? "" });
    const client = await locker.pool.connect();
    await client.query("BEGIN; LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
    expect(await watched.reasons()).toEqual(["database"]);
    const figures = await watched.figures();
    expect(figures).toContain("mainstay_figures_read 0");
    expect(figures).not.toMatch(/^mainstay_outbox_messages/m);
    expect((await watched.ask("/healthz")).status).toBe(200);
    await client.query("ROLLBACK");
    client.release();
    await locker.close();
    while ((await watched.reasons()).length > 0);
  });

  it("says that it is ill where nothing comes back at all, however often it is asked", async () => {
    proxy.stall();
    const asked = ["/healthz", "/readyz", "/metrics", "/healthz", "/healthz"].map((path) =>
      watched.ask(path),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([503, 503, 200, 503, 503]);
    proxy.goOn();
    while ((await watched.ask("/healthz")).status !== 200);
  });
});
