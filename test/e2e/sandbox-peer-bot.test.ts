import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Log } from "../../src/log.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { createSlackApp, type SlackApp } from "../../src/slack/bolt-app.ts";
import { slackFlows } from "../../src/slack/flows.ts";
import { ACTION, FIELD } from "../../src/slack/ids.ts";
import { auditStore } from "../../src/store/audit.ts";
import { channelSettingStore } from "../../src/store/channel-settings.ts";
import { customerStore } from "../../src/store/customers.ts";
import { handledRequestStore } from "../../src/store/handled-requests.ts";
import { memberStore } from "../../src/store/members.ts";
import { suggestionStore } from "../../src/store/suggestions.ts";
import { touchStore } from "../../src/store/touches.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { ANNA, GENERAL, MEI, MODES, type Mode, SEED } from "./sandbox-peer-app.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnEachDatabase("the bot itself in the workspace", (database) => {
  describe.each(MODES)("reached by %s", (mode) => {
    let sandbox: Sandbox;
    let app: SlackApp;
    const logged: unknown[] = [];

    beforeEach(async () => {
      logged.length = 0;
      sandbox = await createSandbox({
        clock: () => NOW,
        workspace: SEED,
        connection: { mode },
        rateLimits: { postBurst: 50 },
      });
      app = botFor(sandbox, mode);
      const port = await app.start();
      if (port) sandbox.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
      await sandbox.appConnected();
      const acme = await addCustomer(database(), {
        name: "Acme & Söhne",
        ownerEmail: "anna@example.com",
        monthlyRevenueMinor: 250_000,
        startedOn: "2025-01-20",
        renewsOn: "2027-01-20",
      });
      const modelId = await addModel(database());
      await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
    });
    afterEach(async () => {
      await app.stop(5_000);
      await sandbox.close();
      expect(logged).toEqual([]);
    });

    const card = async (user: string) => {
      const before = sandbox.messagesIn(GENERAL, { as: user }).length;
      await sandbox.command({ user, channel: GENERAL, command: "/customer", text: "acme" });
      return sandbox.waitForMessage(
        (message) =>
          message.ephemeralFor === user &&
          sandbox.messagesIn(GENERAL, { as: user }).indexOf(message) >= before,
      );
    };

    it("shows a card, logs a touch from it and shares it", async () => {
      const message = await card(ANNA);
      expect(message.text).toContain("62 % risk");
      await sandbox.click({ user: ANNA, on: message, actionId: ACTION.logTouch });
      await sandbox.waitForModal(ANNA);
      await sandbox.submitView({
        user: ANNA,
        values: {
          [FIELD.channel]: "phone",
          [FIELD.outcome]: "reached",
          [FIELD.note]: "They stay.",
          [FIELD.minutes]: "25",
        },
      });
      expect(sandbox.modalOf(ANNA)).toBeNull();
      const updated = await sandbox.waitForMessage(
        ({ ts, blocks }) => ts === message.ts && JSON.stringify(blocks).includes("Contacted today"),
      );
      expect(updated.ephemeralFor).toBe(ANNA);
      await sandbox.click({ user: ANNA, on: updated, actionId: ACTION.share });
      const shared = await sandbox.waitForMessage(
        ({ ephemeralFor, blocks }) => ephemeralFor === null && blocks.length > 0,
      );
      expect(JSON.stringify(shared.blocks)).toContain(`Shared by <@${ANNA}>`);
    });

    it("explains the figure, snoozes, and draws the Home", async () => {
      const message = await card(MEI);
      await sandbox.click({ user: MEI, on: message, actionId: ACTION.why });
      await sandbox.waitForModal(MEI);
      await sandbox.closeView({ user: MEI });
      await sandbox.click({ user: MEI, on: message, actionId: ACTION.snooze });
      await sandbox.waitForModal(MEI);
      await sandbox.submitView({ user: MEI, values: { [FIELD.snoozeFor]: "14" } });
      await sandbox.waitForMessage(
        ({ ts, blocks }) => ts === message.ts && JSON.stringify(blocks).includes("Snoozed"),
      );
      await sandbox.openHome(ANNA);
      expect((await sandbox.waitForHome(ANNA)).blocks.length).toBeGreaterThan(0);
    });

    function botFor(peer: Sandbox, kind: Mode): SlackApp {
      const keep = (fields: object, message: string) => void logged.push({ fields, message });
      const log: Log = { info: () => {}, warn: keep, error: keep };
      const tokens = { botToken: peer.tokens.bot };
      const connection =
        kind === "http"
          ? { ...tokens, mode: kind, signingSecret: peer.signingSecret, host: "127.0.0.1", port: 0 }
          : { ...tokens, mode: kind, appToken: peer.tokens.app };
      return createSlackApp(
        { connection, apiUrl: peer.apiUrl },
        {
          clock: peer.clock,
          log,
          claim: handledRequestStore(database()).claim,
          health: async () => ({ ok: true }),
          flows: (workspace) =>
            slackFlows({
              customers: customerStore(database()),
              members: memberStore(database()),
              suggestions: suggestionStore(database()),
              touches: touchStore(database()),
              audit: auditStore(database()),
              channelSettings: channelSettingStore(database()),
              workspace,
              clock: peer.clock,
            }),
        },
      );
    }
  });
});
