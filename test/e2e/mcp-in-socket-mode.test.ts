import { expect, it } from "vitest";
import { startBot } from "../../src/bot.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { slackbot } from "../support/mcp-peer.ts";
import { SIGNING_SECRET } from "../support/slack-bot.ts";

const NOW = new Date("2026-11-24T03:30:00Z");
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const WORKSPACE = {
  ...{ name: "Sales", people: [], channels: [], commands: [] },
  bot: { name: "mainstay", realName: "Mainstay" },
};

describeOnOneDatabase("the whole bot in Socket Mode", (database) => {
  it("answers programs where it has a public address, by the signing secret that is set", async () => {
    const clock = () => NOW;
    const sandbox = await createSandbox({ clock, workspace: WORKSPACE, connection: { mode: "socket" } });
    const given = {
      PUBLIC_URL: "https://us.example",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      HOST: "127.0.0.1",
    };
    const config = { ...parseConfig({ ...given, PORT: "0" }), slackApiUrl: sandbox.apiUrl, health: null };
    const app = composeApp(config, database(), { clock, log: silent });
    const { bot: botToken, app: appToken } = sandbox.tokens;
    const connection = { mode: "socket", botToken, appToken } as const;
    const held = new Promise<void>(() => {});
    const bot = await startBot(app, connection, { beforeJobs: () => held, finishMs: 50 });
    try {
      const url = `http://127.0.0.1:${bot.port}/mcp`;
      expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
      expect((await fetch(url)).status).toBe(405);
      const ask = slackbot(url, SIGNING_SECRET, () => new Date());
      const { status, told } = await ask({ method: "tools/list" });
      expect([status, told.result.tools.length]).toEqual([200, 9]);
    } finally {
      await bot.stop();
      await sandbox.close();
      await app.model.close();
    }
  });
});
