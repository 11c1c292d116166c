import type { Command } from "commander";
import { evaluateLogFile, evaluateTableFile } from "../app.ts";
import type { SideBySide } from "../flows/evaluate-log.ts";
import type { PresetName } from "../sources/presets.ts";
import { parseDays, parseInstant, parseWholeNumber } from "./arguments.ts";
import { presetOption } from "./import.ts";
import { metricsTable } from "./metrics-table.ts";
import { createOutput, type Output } from "./output.ts";
import { Refusal } from "./refusal.ts";
import { withJson } from "./run-command.ts";

const DEFAULT_SEED = 1;
const DEFAULT_HORIZON_DAYS = 90;

type LogOptions = {
  json?: boolean;
  preset: PresetName;
  trainAt: Date;
  testAt: Date;
  horizon: number;
  activeDays?: number;
  seed: number;
};

type TableOptions = {
  json?: boolean;
  target: string;
  positive: string;
  id: string;
  folds: string;
  seed: number;
};

export function registerEvaluate(program: Command): void {
  const evaluate = program
    .command("evaluate")
    .description(
      "measure the model against the baseline on a file of your own; the customer file is not touched",
    );
  withJson(
    evaluate
      .command("log")
      .description("train on a purchase log at one date, test at a later one")
      .argument("<file>", "the log")
      .addOption(presetOption())
      .requiredOption("--train-at <day>", "newest snapshot to learn from", parseInstant)
      .requiredOption("--test-at <day>", "snapshot to test on", parseInstant)
      .option("--horizon <days>", "days the probability looks ahead", parseDays, DEFAULT_HORIZON_DAYS)
      .option("--active-days <days>", "also judge those who bought within these days", parseDays)
      .option("--seed <number>", "seed of the training", parseWholeNumber, DEFAULT_SEED),
  ).action(evaluateLogCommand);
  withJson(
    evaluate
      .command("table")
      .description("cross-validate on a table with given folds")
      .argument("<file>", "the table")
      .requiredOption("--target <column>", "the column that says who churned")
      .requiredOption("--positive <value>", "its value for those who did")
      .requiredOption("--id <column>", "the column that names a row, in both files")
      .requiredOption("--folds <file>", "a CSV with that column and `fold`")
      .option("--seed <number>", "seed of the training", parseWholeNumber, DEFAULT_SEED),
  ).action(evaluateTableCommand);
}

async function evaluateLogCommand(path: string, options: LogOptions): Promise<void> {
  const output = createOutput(options.json ?? false);
  const importing = output.progress("Importing");
  const training = output.progress("Training");
  const result = await evaluateLogFile(
    { path, preset: options.preset, onProgress: importing.update },
    {
      trainAt: options.trainAt,
      testAt: options.testAt,
      horizonDays: options.horizon,
      seed: options.seed,
      onProgress: (done, total) => {
        importing.stop();
        training.update(done, total);
      },
      ...(options.activeDays === undefined ? {} : { activeDays: options.activeDays }),
    },
  ).finally(() => {
    importing.stop();
    training.stop();
  });
  if ("imported" in result) throw new Refusal(result.imported.message);
  if (result.kind === "refused") throw new Refusal(result.reason);
  for (const [name, sides] of Object.entries(result.populations)) printSides(name, sides, output);
  const { populations, trainingSnapshots } = result;
  output.result({ populations, trainingSnapshots, seed: options.seed });
}

async function evaluateTableCommand(path: string, options: TableOptions): Promise<void> {
  const output = createOutput(options.json ?? false);
  const progress = output.progress("Cross-validating");
  const result = await evaluateTableFile({
    path,
    target: options.target,
    positive: options.positive,
    id: options.id,
    foldsPath: options.folds,
    seed: options.seed,
    onProgress: progress.update,
  }).finally(progress.stop);
  if (result.kind === "refused") throw new Refusal(result.reason);
  for (const { fold, ...sides } of result.folds) printSides(`fold ${fold}`, sides, output);
  printSides("mean", result.mean, output);
  output.result({ folds: result.folds, mean: result.mean, seed: options.seed });
}

function printSides(name: string, { model, baseline, rule }: SideBySide, output: Output): void {
  output.heading(name);
  const rows = [
    { label: "model", metrics: model },
    { label: "baseline", metrics: baseline },
    { label: "rule", metrics: rule },
  ];
  for (const line of metricsTable(rows)) output.line(`  ${line}`);
}
