import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBot } from "../../src/bot.ts";
import { openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { localWorkspaceSeed } from "../../src/local-workspace/seed.ts";
import { buildPage } from "../../src/sandbox/page/build.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { beginMigrated } from "../support/migrated-database.ts";
import { sharedModel } from "../support/shared-model.ts";

export type NewInstallation = { readonly sandbox: Sandbox; readonly close: () => Promise<void> };

/** The bot on its first day in a workspace: nobody's customers are there yet, and nothing is posted. */
export async function openNewInstallation(startsAt: Date): Promise<NewInstallation> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mainstay-new-"));
  await beginMigrated(dataFolder);
  const environment = { DATA_DIR: dataFolder, LOG_LEVEL: "fatal", IMPORT_IN_SLACK: "on" };
  const config = parseConfig(environment);
  const ahead = startsAt.getTime() - Date.now();
  const clock = () => new Date(Date.now() + ahead);
  const sandbox = await createSandbox({
    ...{ clock, workspace: localWorkspaceSeed({ takesFiles: true }), pageFolder: await buildPage() },
    connection: { mode: "socket" },
  });
  const app = await openApp(config, { clock: sandbox.clock, model: sharedModel });
  const { bot: botToken, app: appToken } = sandbox.tokens;
  const connected = { ...app, config: { ...config, slackApiUrl: sandbox.apiUrl } };
  const bot = await startBot(connected, { mode: "socket", botToken, appToken });
  await sandbox.appConnected();
  return {
    sandbox,
    async close() {
      await bot.stop();
      await sandbox.close();
      await app.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
