import type { Command } from "commander";
import { unratedPhrase } from "../../domain/risk/model-money.ts";
import { NO_SIGNAL_FOUND } from "../../domain/risk/versions/signal.ts";
import { commandLineText } from "../../words/command-line.ts";
import { parseInstant } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; asOf?: Date };

export function registerScore(program: Command): void {
  withJson(
    program
      .command("score")
      .description("give every customer a churn probability, or the reason for having none")
      .option(
        "--as-of <day>",
        "know nothing later than this (default: now, or the end of older data)",
        parseInstant,
      ),
  ).action(score);
}

/** Chosen: below one figure in a hundred it says nothing about a scoring. */
const NOTEWORTHY_SHARE = 0.01;

function score({ json, asOf }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const progress = output.progress("Scoring");
    const result = await app.flows
      .scoreCustomers({ asOf: asOf ?? (await app.flows.readAsOf()).scoring, onProgress: progress.update })
      .finally(progress.stop);
    if (result.kind !== "scored") throw new Refusal(commandLineText(result.reason));
    const when = result.asOf.toISOString().slice(0, 10);
    const noSignal = result.version.serves === "constant";
    output.heading(`Scored ${result.scored} customers as of ${when} in ${result.seconds.toFixed(1)} s`);
    const silent = result.silent - result.stale;
    if (noSignal)
      output.line(
        `  ${commandLineText(NO_SIGNAL_FOUND)} So ${silent} customers get no figure of their own, but that reason.`,
      );
    else if (silent > 0) output.line(`  ${silent} more have too little history for a probability.`);
    if (result.stale > 0) {
      output.line(`  ${result.stale} more have none because their source sends nothing any more:`);
      for (const reason of result.staleSources) output.line(`    ${commandLineText(reason)}`);
      output.line("  Import what is missing, or score as of a day it still knew: --as-of DAY");
    }
    if (result.outOfRangeShare >= NOTEWORTHY_SHARE && !noSignal)
      output.line(
        `  ${(100 * result.outOfRangeShare).toFixed(1)} % of their figures lie beyond what the model saw in training and count as the nearest it saw.`,
      );
    const unknownMoney = unratedPhrase(result.unrated, result.currency);
    if (unknownMoney !== null) output.line(`  ${commandLineText(unknownMoney)}`);
    if (result.version.serves !== "network" && !noSignal)
      output.line(`  The ${result.version.serves} serves: the network did not beat it.`);
    output.line(
      noSignal
        ? "Next: npm run mainstay -- doctor, which says what history would help"
        : "Next: npm run mainstay -- preview customer NAME",
    );
    return result;
  });
}
