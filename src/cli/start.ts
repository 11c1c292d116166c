import type { Command } from "commander";
import { type Config, loadConfig } from "../config.ts";
import { openLocalWorkspace } from "../local-workspace/local-workspace.ts";
import { runBot, startModelSoon, stopSignal } from "../main.ts";
import { say } from "../words/command-line.ts";
import { createOutput } from "./output.ts";
import { withJson } from "./run-command.ts";

type Options = { json?: boolean };

export function registerStart(program: Command): void {
  withJson(
    program
      .command("start")
      .description(
        "run the bot with the Slack tokens of .env; without tokens, in a local stand-in workspace",
      ),
  ).action(start);
}

async function start(options: Options): Promise<void> {
  const config = loadConfig();
  await (config.slack ? runBot(config, config.slack) : runLocally(config, options));
}

async function runLocally(config: Config, { json }: Options): Promise<void> {
  const output = createOutput(json ?? false);
  const startedAt = performance.now();
  output.line(say("cli.start.local"));
  const workspace = await openLocalWorkspace(config, { port: config.port, onStep: output.line });
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  output.heading(say("cli.start.ready", { url: workspace.url, seconds }));
  output.result({ url: workspace.url, seconds });
  const leaveModel = startModelSoon(workspace.app);
  await stopSignal();
  leaveModel();
  await workspace.close();
}
