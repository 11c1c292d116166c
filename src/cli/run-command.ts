import type { Command } from "commander";
import { type App, openApp } from "../compose.ts";
import { type Config, loadConfig } from "../config.ts";
import { createOutput, type Output } from "./output.ts";

export type CommandTools = { readonly app: App; readonly config: Config; readonly output: Output };

/**
 * The frame around a command that works on the store: opens the app, runs, prints the JSON last, closes.
 * @param work returns what `--json` prints
 */
export async function runWithApp(
  options: { json?: boolean | undefined },
  work: (tools: CommandTools) => Promise<object>,
): Promise<void> {
  const output = createOutput(options.json ?? false);
  const config = loadConfig();
  const app = await openApp(config);
  try {
    output.result(await work({ app, config, output }));
  } finally {
    await app.close();
  }
}

/** Adds the option that every command has. */
export function withJson(command: Command): Command {
  return command.option("--json", "print one JSON object as the last line of standard output");
}
