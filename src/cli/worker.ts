import type { Command } from "commander";
import { phrase } from "../domain/phrase.ts";
import { helpUntilStopped } from "../jobs/help-others.ts";
import { endOnUncaught, stopSignal } from "../main.ts";
import { commandLineText, say } from "../words/command-line.ts";
import { Refusal } from "./refusal.ts";
import { runWithApp, withJson } from "./run-command.ts";

type Options = { json?: boolean };

export function registerWorker(program: Command): void {
  withJson(
    program
      .command("worker")
      .description(
        "help the bot with scorings, trainings and costs, from another process or machine on its database; posts nothing",
      ),
  ).action(work);
}

function work({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    if (config.databaseUrl === null) throw new Refusal(commandLineText(phrase("cli.worker.embedded")));
    endOnUncaught(app.log);
    const stop = new AbortController();
    const stopped = stopSignal().then(() => stop.abort());
    output.line(say("cli.worker.ready"));
    const ranges = await helpUntilStopped({ ...app, stop: stop.signal });
    await stopped;
    output.line(say("cli.worker.stopped", { ranges }));
    return { ranges };
  });
}
