import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { localWorkspaceSeed } from "../../src/local-workspace/seed.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";

/** Chosen: a busy machine of two cores takes a fifth of it. */
const MOST_MS = 120_000;
const ASK_EVERY_MS = 250;

/**
 * Starts the bot from a folder, on a stand-in for Slack, waits until it says that it is ready, and has it stop.
 * @param program the file that Node is to start, within the folder
 * @param environment what it is told besides Slack's tokens and addresses
 * @throws Error with what the bot said, where it does not get ready or does not end with 0
 */
export async function startAndStop(
  folder: string,
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const workspace = localWorkspaceSeed({ takesFiles: false });
  const sandbox = await createSandbox({
    clock: () => new Date(),
    workspace,
    connection: { mode: "socket" },
  });
  const healthPort = await freePort();
  const env = {
    PATH: process.env.PATH ?? "",
    ...{ SLACK_BOT_TOKEN: sandbox.tokens.bot, SLACK_APP_TOKEN: sandbox.tokens.app },
    ...{ SLACK_API_URL: sandbox.apiUrl, HEALTH_PORT: String(healthPort), LOG_LEVEL: "warn", ...environment },
  };
  const bot = spawn(process.execPath, [program, "start"], { cwd: folder, env });
  let said = "";
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (text) => (said += String(text)));
  try {
    await untilReady(bot, healthPort);
    bot.kill("SIGTERM");
    const [code] = await once(bot, "exit");
    if (code !== 0) throw new Error(`it ended with ${code}`);
  } catch (cause) {
    throw new Error(`The bot did not start and stop as it should. It said:\n${said}`, { cause });
  } finally {
    bot.kill("SIGKILL");
    await sandbox.close();
  }
}

async function untilReady(bot: ChildProcess, port: number): Promise<void> {
  let last = "it did not answer";
  for (const until = Date.now() + MOST_MS; Date.now() < until; await sleep(ASK_EVERY_MS)) {
    if (bot.exitCode !== null) throw new Error(`it ended with ${bot.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (answer !== null) last = await answer.text();
  }
  throw new Error(`it was not ready within ${MOST_MS / 1000} s: ${last}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
