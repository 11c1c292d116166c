// The bot as `npm start` runs it with tokens, without the rest of the command line and without the model's thread, which takes two
// seconds of computing and is begun by the first score that is asked for.
import { startBot } from "../../src/bot.ts";
import { openApp } from "../../src/compose.ts";
import { loadConfig } from "../../src/config.ts";
import { endOnUncaught, stopSignal } from "../../src/main.ts";

void run();

/** A script, as it is built, awaits nothing by itself. */
async function run(): Promise<void> {
  const config = loadConfig();
  if (config.slack === null) throw new Error("No Slack tokens were given.");
  const app = await openApp(config);
  endOnUncaught(app.log);
  try {
    const bot = await startBot(app, config.slack);
    app.log.info({ mode: config.slack.mode, port: bot.port }, "Mainstay is connected to Slack");
    await stopSignal();
    await bot.stop();
  } finally {
    await app.close();
  }
}
