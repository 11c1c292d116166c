import { expect, it } from "vitest";
import { startBot } from "../../src/bot.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { MEMBER_LIST_JOB } from "../../src/domain/customers/member-list.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import type { WorkspaceSeed } from "../../src/sandbox/seed.ts";
import { describeOnOneDatabase } from "../support/databases.ts";

const MONDAY_NIGHT = new Date("2026-11-23T02:30:00Z");

const ana = {
  id: "U0ANA",
  name: "ana",
  realName: "Ana",
  email: "ana@example.com",
  roleLabel: null,
  timeZone: "UTC",
};
const WORKSPACE: WorkspaceSeed = {
  name: "Sales",
  people: [
    ana,
    { ...ana, id: "U0MIA", name: "mia", realName: "Mia", email: "mia@example.com", isAdmin: true },
  ],
  channels: [],
  bot: { name: "mainstay", realName: "Mainstay" },
  commands: [],
};

describeOnOneDatabase("the bot at its start", (database) => {
  it("lists who there is before anything else is due, once more at every start, and keeps a record", async () => {
    const clock = () => MONDAY_NIGHT;
    const log = {
      info: () => {},
      warn: () => {},
      error: (fields: object, message: string) => failed.push({ fields, message }),
    };
    const failed: object[] = [];
    const sandbox = await createSandbox({ clock, workspace: WORKSPACE, connection: { mode: "socket" } });
    const config = { ...parseConfig({}), slackApiUrl: sandbox.apiUrl };
    const app = composeApp(config, database(), { clock, log });
    const connection = {
      mode: "socket",
      botToken: sandbox.tokens.bot,
      appToken: sandbox.tokens.app,
    } as const;
    const runOnce = async () => {
      const bot = await startBot(app, connection);
      await bot.runDue();
      await bot.stop();
    };
    try {
      await runOnce();
      expect(await app.store.members.find("U0ANA")).toMatchObject({ email: "ana@example.com", role: "rep" });
      expect(await app.store.members.find("U0MIA")).toMatchObject({ role: "manager", account: "member" });
      const records = async () =>
        (await app.store.jobRuns.recent(100)).filter(({ job }) => job === MEMBER_LIST_JOB);
      // Two people, the bot itself, and whoever else the workspace lists.
      const [first] = await records();
      expect(first).toMatchObject({ period: "2026-11-23 UTC", status: "done" });
      const { figures } = first!.outcome as { figures: { seen: number } };
      expect(figures).toEqual({ seen: figures.seen, added: figures.seen, changed: 0, deactivated: 0 });
      expect(figures.seen).toBeGreaterThan(2);
      await runOnce();
      expect((await records()).map(({ outcome }) => outcome)).toContainEqual({
        kind: "done",
        figures: { seen: figures.seen, added: 0, changed: 0, deactivated: 0 },
      });
      expect(await records()).toHaveLength(2);
      expect(failed).toEqual([]);
    } finally {
      await sandbox.close();
      await app.model.close();
    }
  });
});
