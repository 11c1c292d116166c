import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { App } from "../compose.ts";
import { phrase } from "../domain/phrase.ts";
import { helpOthers } from "../jobs/help-others.ts";
import { endOnUncaught, stopSignal } from "../main.ts";
import { commandLineText, say } from "../words/command-line.ts";
import { Refusal } from "./refusal.ts";
import { runWithApp, withJson } from "./run-command.ts";

type Options = { json?: boolean };

/** Between two looks for work. Chosen: a scoring takes minutes where workers are worth it. */
const LOOK_MS = 500;
/** Where the database does not answer. */
const LATER_MS = 5_000;

export function registerWorker(program: Command): void {
  withJson(
    program
      .command("worker")
      .description(
        "help the bot with its scoring, from another process or machine on the same database; posts nothing",
      ),
  ).action(work);
}

function work({ json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    if (app.database.kind === "embedded") throw new Refusal(commandLineText(phrase("cli.worker.embedded")));
    endOnUncaught(app.log);
    const stop = new AbortController();
    const stopped = stopSignal().then(() => stop.abort());
    output.line(say("cli.worker.ready"));
    const ranges = await helpUntil(app, stop.signal);
    await stopped;
    output.line(say("cli.worker.stopped", { ranges }));
    return { ranges };
  });
}

async function helpUntil({ flows, log }: App, stop: AbortSignal): Promise<number> {
  const help = helpOthers({ flows, log, stop });
  let ranges = 0;
  while (!stop.aborted) {
    try {
      const done = await help();
      ranges += done;
      if (done === 0) await pause(LOOK_MS, stop);
    } catch (error) {
      log.warn({ err: error }, "could not look for work; trying again");
      await pause(LATER_MS, stop);
    }
  }
  return ranges;
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
