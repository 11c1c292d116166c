import { expect, it } from "vitest";
import { startBot } from "../../src/bot.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { describeOnOneDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

describeOnOneDatabase("the bot at its end", (database) => {
  it("waits for what is under way no longer than it is given", async () => {
    const workspace = {
      name: "Sales",
      people: [],
      channels: [],
      bot: { name: "mainstay", realName: "Mainstay" },
      commands: [],
    };
    const sandbox = await createSandbox({ clock: () => NOW, workspace, connection: { mode: "socket" } });
    const config = { ...parseConfig({}), slackApiUrl: sandbox.apiUrl };
    const app = composeApp(config, database(), { clock: () => NOW, log: LOG });
    const { bot: botToken, app: appToken } = sandbox.tokens;
    let end = () => {};
    const hanging = new Promise<void>((resolve) => (end = resolve));
    try {
      const bot = await startBot(
        app,
        { mode: "socket", botToken, appToken },
        { beforeJobs: () => hanging, finishMs: 50 },
      );
      expect(await bot.stop()).toBe(false);
    } finally {
      end();
      await sandbox.close();
      await app.model.close();
    }
  });

  it("says that it is ill where the database hangs, within a second", async () => {
    const never = { ...database().pool, query: () => new Promise(() => {}) };
    const app = composeApp(
      parseConfig({}),
      { ...database(), openProbes: () => never as never },
      { clock: () => NOW, log: LOG },
    );
    expect(await app.health()).toEqual({ ok: false });
    await app.model.close();
  });
});
