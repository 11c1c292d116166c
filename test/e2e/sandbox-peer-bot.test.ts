import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chartSupport } from "../../src/charts/chart-support.ts";
import { createLog } from "../../src/log.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { chart } from "../../src/slack/blocks/chart.ts";
import { interactiveSlack } from "../../src/slack/frame/interactive-slack.ts";
import { ACTION } from "../../src/slack/ids.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { createTestBot } from "../support/slack-bot.ts";
import { ANNA, MEI, MODES, type Mode, SEED } from "./sandbox-peer-app.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

/** What the other peer cannot do: it pushes no events. The rest is in customer-on-every-peer.test.ts. */
describeOnEachDatabase("the bot in the workspace", (database) => {
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

    /** Opened by the bot, as Slack's Messages tab is there from the start. */
    const dmOf = async (person: string) => {
      const web = new WebClient(sandbox.tokens.bot, { slackApiUrl: sandbox.apiUrl });
      return (await web.conversations.open({ users: person })).channel?.id ?? "";
    };
    const home = async (person: string) => {
      await sandbox.openHome(person);
      return JSON.stringify((await sandbox.waitForHome(person)).blocks);
    };

    it("is drawn when it is opened: one's own accounts, and everyone's for a manager", async () => {
      const own = await home(ANNA);
      expect(own).toContain("My accounts");
      expect(own).toContain("Acme &amp; Söhne");
      expect(own).not.toContain("All customers");
      const managers = await home(MEI);
      expect(managers).toContain("All customers");
      // Files are taken only where that is switched on.
      expect(managers).not.toContain(ACTION.importFile);
    });

    it("answers a mention in its thread, amounts to its writer alone, and a direct message there, once each", async () => {
      sandbox.post({ user: ANNA, channel: "general", text: `<@${sandbox.botUserId}> how is acme doing?` });
      const forAll = await sandbox.waitForMessage(({ threadTs }) => threadTs !== null);
      expect(forAll.ephemeralFor).toBeNull();
      expect(JSON.stringify(forAll.blocks)).toContain("Acme &amp; Söhne");
      const own = await sandbox.waitForMessage(({ ephemeralFor }) => ephemeralFor === ANNA);
      expect(JSON.stringify(own.blocks)).toContain("For you alone: no revenue");
      sandbox.post({ user: ANNA, channel: await dmOf(ANNA), text: "hello" });
      await sandbox.waitForMessage(({ text }) => text.startsWith("What /customer can do"));
      expect(await bot.app.idle(5_000)).toBe(true);
      const answers = sandbox.directMessages(ANNA).filter(({ authorId }) => authorId === sandbox.botUserId);
      expect(answers).toHaveLength(1);
    });

    it("shows the fields of a cost that apply, keeps what stands in them, and takes the cost back", async () => {
      await sandbox.command({ user: MEI, channel: "general", command: "/customer", text: "cost add" });
      const form = await sandbox.waitForModal(MEI);
      expect(JSON.stringify(form.blocks)).not.toContain("cost_customer");
      await sandbox.click({ user: MEI, on: form, actionId: ACTION.costFormChanged, choice: "labour" });
      const labour = await sandbox.waitForModal(MEI, ({ blocks }) =>
        JSON.stringify(blocks).includes("cost_subcategory"),
      );
      expect(labour.id).toBe(form.id);
      await sandbox.submitView({
        user: MEI,
        values: { cost_amount: "12", cost_currency: "EUR", cost_scope: "all" },
      });
      const recorded = await sandbox.waitForMessage(({ text }) =>
        text.startsWith("Recorded: *€12.00* labour"),
      );
      await sandbox.click({ user: MEI, on: recorded, actionId: ACTION.costUndo });
      await sandbox.waitForMessage(({ text }) => text.startsWith("Taken back: entry"));
    });

    it("sends charts as pictures into the direct message where Slack takes none", async () => {
      const support = chartSupport();
      support.learn(false);
      const charts = { support, log: createLog("silent") };
      const web = new WebClient(sandbox.tokens.bot, { slackApiUrl: sandbox.apiUrl });
      const blocks = chart({
        title: "客户维系成本",
        type: "bar",
        locale: "en",
        categories: ["北京"],
        series: [{ name: "EUR", values: [1] }],
      });
      const place = { userId: MEI, channelId: null, responseUrl: null };
      await interactiveSlack(web, null, charts).tell(place, { text: "Costs", blocks });
      const [pictures, told] = sandbox.directMessages(MEI).slice(-2);
      expect(pictures?.fileIds).toHaveLength(1);
      expect(JSON.stringify(told?.blocks)).toContain("in your direct message with Mainstay as pictures");
    });

    it("sends a table as a file into the direct message", async () => {
      const slack = interactiveSlack(new WebClient(sandbox.tokens.bot, { slackApiUrl: sandbox.apiUrl }));
      await slack.sendFile(MEI, { name: "costs.csv", content: "Kunde\r\n北京贸易\r\n", comment: "Here" });
      expect(sandbox.directMessages(MEI).at(-1)).toMatchObject({
        text: "Here",
        fileIds: [expect.any(String)],
      });
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
