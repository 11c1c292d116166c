import type { Command } from "commander";
import { unratedPhrase } from "../../domain/risk/model-money.ts";
import {
  currencyOf,
  type ModelVersion,
  type PromotionDecision,
  whyDecided,
} from "../../domain/risk/versions/model-version.ts";
import { everybodyPhrase, NO_SIGNAL_FOUND } from "../../domain/risk/versions/signal.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseDays, parseInstant, parseWholeNumber } from "../arguments.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { caveatLines, servedMetrics } from "./model-figures.ts";
import { scoreAndTell } from "./score.ts";

type Options = {
  json?: boolean;
  asOf?: Date;
  horizon?: number;
  seed?: number;
  promote?: boolean;
  thenScore?: boolean;
};

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
      .option("--promote", "let the new version serve whatever the comparison says")
      .option("--then-score", "score every customer with the version that serves then"),
  ).action(train);
}

function train({ json, asOf, horizon, seed, promote, thenScore }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const progress = output.progress(say("cli.train.progress"));
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
    describeVersion(result.version, output, thenScore);
    const unknownMoney = unratedPhrase(result.unrated, currencyOf(result.version.settings));
    if (unknownMoney !== null) output.line(commandLineText(unknownMoney));
    return thenScore ? { ...result, scoring: await scoreAndTell(app, output, asOf) } : result;
  });
}

/** @param isGoingOn whether the command goes on to what would come next */
export function describeVersion(version: ModelVersion, output: Output, isGoingOn = false): void {
  const { id, settings, durationMs, decision } = version;
  const { training, trainingRows: rows, heldOut, heldOutRows } = settings;
  const learned = { snapshots: training.length, rows, seconds: durationMs / 1000 };
  output.heading(say("cli.train.done", { version: String(id), ...learned }));
  output.line(say("cli.train.held-out", { customers: heldOutRows, day: heldOut.slice(0, 10) }));
  for (const line of servedMetrics(version)) output.line(`  ${line}`);
  output.line(whatServes(version));
  for (const line of caveatLines(version)) output.line(`  ${line}`);
  if (decision === null) return;
  output.line(whoServes(id, decision));
  const isBehind = decision.kind === "not-better";
  if (isBehind) output.line(say("cli.train.let-serve", { version: String(id) }));
  else if (!isGoingOn) output.line(say("cli.train.next"));
}

function whatServes(version: ModelVersion): string {
  const { serves, settings } = version;
  const everybody = everybodyPhrase(version);
  if (serves === "constant")
    return [
      commandLineText(NO_SIGNAL_FOUND),
      say("cli.train.nobody"),
      ...(everybody === null ? [] : [commandLineText(everybody)]),
    ].join(" ");
  if (serves === "network") return say("cli.train.network");
  const isUnfit = settings.unfit?.network !== undefined;
  return say(isUnfit ? "cli.train.network-unfit" : "cli.train.not-network", { serves });
}

function whoServes(id: number, decision: PromotionDecision): string {
  const why = whyDecided(decision);
  return decision.kind === "not-better"
    ? say("cli.train.champion-stays", { version: String(decision.championId), why })
    : say("cli.train.takes-over", { version: String(id), why });
}
