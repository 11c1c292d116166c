import { expect, it } from "vitest";
import { type BotOptions, startBot } from "../../src/bot.ts";
import { type App, composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { describeOnOneDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const SEED = {
  ...{ name: "Sales", people: [], channels: [], commands: [] },
  bot: { name: "mainstay", realName: "Mainstay" },
};

describeOnOneDatabase("the bot's warm-up", (database) => {
  /** Starts a bot whose customers are read so, and does something with it. */
  async function withBot(
    options: BotOptions,
    namesOfSome: App["deps"]["customers"]["namesOfSome"],
    work: (bot: Awaited<ReturnType<typeof startBot>>, warned: Promise<string>) => Promise<void>,
  ): Promise<void> {
    let warn = (_message: string) => {};
    const warned = new Promise<string>((resolve) => {
      warn = resolve;
    });
    const log = { info: () => {}, warn: (_: object, message: string) => warn(message), error: () => {} };
    const sandbox = await createSandbox({
      clock: () => NOW,
      workspace: SEED,
      connection: { mode: "socket" },
    });
    const config = { ...parseConfig({}), slackApiUrl: sandbox.apiUrl };
    const app = composeApp(config, database(), { clock: () => NOW, log });
    const deps = { ...app.deps, customers: { ...app.deps.customers, namesOfSome } };
    const { bot: botToken, app: appToken } = sandbox.tokens;
    try {
      const bot = await startBot({ ...app, deps }, { mode: "socket", botToken, appToken }, options);
      await work(bot, warned);
    } finally {
      await sandbox.close();
      await app.model.close();
    }
  }

  it("stops nothing where it fails, and says so in the log", async () => {
    const fails = () => Promise.reject(new Error("The database is away."));
    await withBot({ warmUpAfterMs: 0 }, fails, async (bot, warned) => {
      expect(await warned).toBe("The bot did not warm up: the first answers take longer");
      await bot.runDue();
      expect(await bot.stop()).toBe(true);
    });
  });

  it("is not begun by a bot that stops before", async () => {
    let asked = 0;
    const names = async () => {
      asked += 1;
      return [];
    };
    await withBot({ warmUpAfterMs: 3_600_000 }, names, async (bot) => {
      expect(await bot.stop()).toBe(true);
      expect(asked).toBe(0);
    });
  });
});
