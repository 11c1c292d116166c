import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { createTestBot } from "../support/slack-bot.ts";
import { ANNA, MEI, MODES, type Mode, SEED } from "./sandbox-peer-app.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

/** What the other peer cannot do: it pushes no events. The rest is in customer-on-every-peer.test.ts. */
describeOnEachDatabase("the bot's App Home in the workspace", (database) => {
  describe.each(MODES)("reached by %s", (mode) => {
    let sandbox: Sandbox;
    let bot: ReturnType<typeof createTestBot>;

    beforeEach(async () => {
      sandbox = await createSandbox({ clock: () => NOW, workspace: SEED, connection: { mode } });
      const { apiUrl } = sandbox;
      bot = createTestBot(database(), { connection: connectionTo(sandbox, mode), apiUrl }, sandbox.clock);
      const port = await bot.app.start();
      if (port) sandbox.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
      await sandbox.appConnected();
      const acme = await addCustomer(database(), { name: "Acme & Söhne", ownerEmail: "anna@example.com" });
      const modelId = await addModel(database());
      await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
    });
    afterEach(async () => {
      await bot.app.stop(5_000);
      await sandbox.close();
      expect(bot.logged).toEqual([]);
    });

    const home = async (person: string) => {
      await sandbox.openHome(person);
      return JSON.stringify((await sandbox.waitForHome(person)).blocks);
    };

    it("is drawn when it is opened: one's own accounts, and everyone's for a manager", async () => {
      const own = await home(ANNA);
      expect(own).toContain("My accounts");
      expect(own).toContain("Acme &amp; Söhne");
      expect(own).not.toContain("All customers");
      expect(await home(MEI)).toContain("All customers");
    });
  });
});

function connectionTo(sandbox: Sandbox, mode: Mode) {
  const { bot: botToken, app: appToken } = sandbox.tokens;
  const { signingSecret } = sandbox;
  return mode === "http"
    ? { mode, botToken, signingSecret, host: "127.0.0.1", port: 0 }
    : { mode, botToken, appToken };
}
