import type { Command } from "commander";
import type { ModelVersion } from "../domain/risk/model-version.ts";
import { parseDays, parseInstant, parseWholeNumber } from "./arguments.ts";
import { metricsTable } from "./metrics-table.ts";
import type { Output } from "./output.ts";
import { Refusal } from "./refusal.ts";
import { runWithApp, withJson } from "./run-command.ts";

type Options = { json?: boolean; asOf?: Date; horizon?: number; seed?: number };

export function registerTrain(program: Command): void {
  withJson(
    program
      .command("train")
      .description(
        "learn from the history who leaves; the network serves only if it beats the baseline and a simple rule",
      )
      .option("--as-of <day>", "know nothing later than this (default: the end of the data)", parseInstant)
      .option("--horizon <days>", "days the probability looks ahead (default: HORIZON_DAYS)", parseDays)
      .option("--seed <number>", "seed of the training (default: SEED)", parseWholeNumber),
  ).action(train);
}

function train({ json, asOf, horizon, seed }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const progress = output.progress("Training");
    const result = await app.flows
      .trainModel({
        asOf: asOf ?? (await app.asOf()).training,
        horizonDays: horizon ?? config.horizonDays,
        seed: seed ?? config.seed,
        onProgress: progress.update,
      })
      .finally(progress.stop);
    if (result.kind === "not-enough-history") throw new Refusal(result.reason);
    describeVersion(result.version, output);
    return result;
  });
}

export function describeVersion(
  { id, serves, metrics, settings, durationMs }: ModelVersion,
  output: Output,
): void {
  const snapshots = `${settings.training.length} snapshots, ${settings.trainingRows} rows`;
  output.heading(`Model version ${id}, trained on ${snapshots} in ${(durationMs / 1000).toFixed(1)} s`);
  output.line(
    `On the ${settings.heldOutRows} customers of ${settings.heldOut.slice(0, 10)}, held out of training:`,
  );
  const rows = [
    { label: "network", metrics: metrics.network },
    { label: "baseline", metrics: metrics.baseline },
    ...(metrics.rule ? [{ label: "rule", metrics: metrics.rule }] : []),
  ];
  for (const line of metricsTable(rows)) output.line(`  ${line}`);
  output.line(
    serves === "network"
      ? "The network beats baseline and rule (log loss) and serves."
      : `The network does not beat both others (log loss): the ${serves} serves, and every card says so.`,
  );
  output.line("Next: npm run mainstay -- score");
}
