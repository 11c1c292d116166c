import type { Command } from "commander";
import { loadConfig } from "../config.ts";
import { runBot } from "../main.ts";
import { withJson } from "./run-command.ts";
import { showDemo } from "./show-demo.ts";

type Options = { json?: boolean };

export function registerStart(program: Command): void {
  withJson(
    program
      .command("start")
      .description(
        "run the bot with the Slack tokens of .env; without tokens, show it on invented customers",
      ),
  ).action(start);
}

async function start(options: Options): Promise<void> {
  const config = loadConfig();
  const { slack } = config;
  await (slack ? runBot({ ...config, slack }) : showDemo(options));
}
