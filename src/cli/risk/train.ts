import type { Command } from "commander";
import { unratedPhrase } from "../../domain/risk/model-money.ts";
import {
  currencyOf,
  type ModelVersion,
  type PromotionDecision,
  whyDecided,
} from "../../domain/risk/versions/model-version.ts";
import { everybodyPhrase, NO_SIGNAL_FOUND } from "../../domain/risk/versions/signal.ts";
import { commandLineText } from "../../words/command-line.ts";
import { parseDays, parseInstant, parseWholeNumber } from "../arguments.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { caveatLines, servedMetrics } from "./model-figures.ts";

type Options = { json?: boolean; asOf?: Date; horizon?: number; seed?: number; promote?: boolean };

export function registerTrain(program: Command): void {
  withJson(
    program
      .command("train")
      .description(
        "learn from the history who leaves; the new version serves only if it is better beyond chance",
      )
      .option("--as-of <day>", "know nothing later than this (default: the end of the data)", parseInstant)
      .option("--horizon <days>", "days the probability looks ahead (default: HORIZON_DAYS)", parseDays)
      .option("--seed <number>", "seed of the training (default: SEED)", parseWholeNumber)
      .option("--promote", "let the new version serve whatever the comparison says"),
  ).action(train);
}

function train({ json, asOf, horizon, seed, promote }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const progress = output.progress("Training");
    const result = await app.flows
      .trainModel({
        asOf: asOf ?? (await app.flows.readAsOf()).training,
        horizonDays: horizon ?? config.horizonDays,
        seed: seed ?? config.seed,
        by: "command line",
        promote: promote ?? false,
        onProgress: progress.update,
      })
      .finally(progress.stop);
    if (result.kind === "not-enough-history") throw new Refusal(commandLineText(result.reason));
    describeVersion(result.version, output);
    const unknownMoney = unratedPhrase(result.unrated, currencyOf(result.version.settings));
    if (unknownMoney !== null) output.line(commandLineText(unknownMoney));
    return result;
  });
}

export function describeVersion(version: ModelVersion, output: Output): void {
  const { id, settings, durationMs, decision } = version;
  const snapshots = `${settings.training.length} snapshots, ${settings.trainingRows} rows`;
  output.heading(`Model version ${id}, trained on ${snapshots} in ${(durationMs / 1000).toFixed(1)} s`);
  output.line(
    `On the ${settings.heldOutRows} customers of ${settings.heldOut.slice(0, 10)}, held out of training:`,
  );
  for (const line of servedMetrics(version)) output.line(`  ${line}`);
  output.line(whatServes(version));
  for (const line of caveatLines(version)) output.line(`  ${line}`);
  if (decision === null) return;
  output.line(whoServes(id, decision));
  if (decision.kind === "not-better")
    output.line(`To let it serve all the same: npm run mainstay -- model use ${id}`);
  else output.line("Next: npm run mainstay -- score");
}

function whatServes(version: ModelVersion): string {
  const { serves, settings } = version;
  const everybody = everybodyPhrase(version);
  if (serves === "constant")
    return [
      commandLineText(NO_SIGNAL_FOUND),
      "Nobody gets a figure of their own.",
      ...(everybody === null ? [] : [commandLineText(everybody)]),
    ].join(" ");
  if (serves === "network") return "The network beats the others (log loss): it is what this version serves.";
  if (settings.unfit?.network !== undefined)
    return `The ${serves} is what this version serves, and every card says so.`;
  return `The network does not beat the ${serves} (log loss): the ${serves} is what this version serves, and every card says so.`;
}

function whoServes(id: number, decision: PromotionDecision): string {
  const why = commandLineText(whyDecided(decision));
  if (decision.kind === "not-better") return `Version ${decision.championId} goes on serving. ${why}`;
  return `Version ${id} serves from now on. ${why}`;
}
