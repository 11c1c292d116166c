import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { evaluateLogFile, evaluateTableFile } from "../app.ts";
import type { LogRun } from "../flows/evaluate-log-seeds.ts";
import type { TableRun } from "../flows/evaluate-table.ts";
import type { PresetName } from "../sources/presets.ts";
import { parseDays, parseInstant, parseSeeds, parseWholeNumber } from "./arguments.ts";
import { commandLine, foldsOption } from "./evaluate-options.ts";
import { printSides, printSpread, summariseSides } from "./evaluation-report.ts";
import { presetOption } from "./import.ts";
import { createOutput, type Output } from "./output.ts";
import { Refusal } from "./refusal.ts";
import { type ResultSection, resultsMarkdown } from "./results-markdown.ts";
import { withJson } from "./run-command.ts";

const DEFAULT_SEED = 1;
const DEFAULT_HORIZON_DAYS = 90;

type SharedOptions = { json?: boolean; seed: number; seeds?: number[]; markdown?: string };

type LogOptions = SharedOptions & {
  preset: PresetName;
  trainAt: Date;
  testAt: Date;
  horizon: number;
  activeDays?: number;
};

type TableOptions = SharedOptions & { target: string; positive?: string; id?: string; folds?: string };

export function registerEvaluate(program: Command): void {
  const evaluate = program
    .command("evaluate")
    .description(
      "measure network, logistic regression and one-column rule on a file of your own; the customer file is not touched",
    );
  withSeeds(
    evaluate
      .command("log")
      .description("train on a purchase log at one date, test at a later one")
      .argument("<file>", "the log")
      .addOption(presetOption())
      .requiredOption("--train-at <day>", "newest snapshot to learn from", parseInstant)
      .requiredOption("--test-at <day>", "snapshot to test on", parseInstant)
      .option("--horizon <days>", "days the probability looks ahead", parseDays, DEFAULT_HORIZON_DAYS)
      .option("--active-days <days>", "also judge those who bought within these days", parseDays),
  ).action(evaluateLogCommand);
  withSeeds(
    evaluate
      .command("table")
      .description("cross-validate on a table, one row per customer")
      .argument("<file>", "the table, CSV, plain or gzipped")
      .requiredOption("--target <column>", "the column that says who churned")
      .option("--positive <value>", "its value for those who did (default: 1 or yes, where that is clear)")
      .option("--id <column>", "the column that names a row, also in the folds file; it is no input")
      .option(
        "--folds <file or number>",
        "a CSV with that column and `fold`, or how many stratified folds to make by the seed (default: the table's own column `fold`, or 5)",
      ),
  ).action(evaluateTableCommand);
}

function withSeeds(command: Command): Command {
  return withJson(
    command
      .option("--seed <number>", "seed of the training", parseWholeNumber, DEFAULT_SEED)
      .option("--seeds <numbers>", "several, such as 1,2,3: mean and range of every figure", parseSeeds)
      .option("--markdown <file>", "also write the result tables there"),
  );
}

async function evaluateLogCommand(path: string, options: LogOptions, command: Command): Promise<void> {
  const output = createOutput(options.json ?? false);
  const importing = output.progress("Importing");
  const training = output.progress("Training");
  const result = await evaluateLogFile(
    { path, preset: options.preset, onProgress: importing.update },
    {
      trainAt: options.trainAt,
      testAt: options.testAt,
      horizonDays: options.horizon,
      seeds: seedsOf(options),
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
  await reportLog(result.runs, { path, options, command, output });
}

type Told<Options> = {
  readonly path: string;
  readonly options: Options;
  readonly command: Command;
  readonly output: Output;
};

async function reportLog(
  runs: readonly [LogRun, ...LogRun[]],
  { path, options, command, output }: Told<LogOptions>,
): Promise<void> {
  const [first] = runs;
  const names = first.populations.active ? (["all", "active"] as const) : (["all"] as const);
  const figures = new Map(names.map((name) => [name, runs.flatMap((run) => run.populations[name] ?? [])]));
  for (const [name, sides] of Object.entries(first.populations)) printSides(name, sides, output);
  const summary = Object.fromEntries([...figures].map(([name, sides]) => [name, summariseSides(sides)]));
  if (runs.length > 1)
    for (const [name, spread] of Object.entries(summary))
      printSpread(spreadTitle(name, runs), spread, output);
  await writeMarkdown(options.markdown, {
    title: titleOf(path),
    command: commandLine(command, path),
    ...seedsAndSeconds(runs),
    figures,
    reliability: new Map(Object.entries(first.reliability)),
  });
  const { populations, trainingSnapshots, seed, reliability, seconds } = first;
  const ofEach = runs.map(({ seed, populations, seconds }) => ({ seed, populations, seconds }));
  output.result({ populations, trainingSnapshots, seed, reliability, seconds, runs: ofEach, summary });
}

async function evaluateTableCommand(path: string, options: TableOptions, command: Command): Promise<void> {
  const output = createOutput(options.json ?? false);
  const progress = output.progress("Cross-validating");
  const result = await evaluateTableFile({
    path,
    target: options.target,
    ...(options.positive === undefined ? {} : { positive: options.positive }),
    ...(options.id === undefined ? {} : { id: options.id }),
    ...foldsOption(options.folds),
    seeds: seedsOf(options),
    onProgress: progress.update,
  }).finally(progress.stop);
  if (result.kind === "refused") throw new Refusal(result.reason);
  const { runs, positive, inputs, foldsFrom } = result;
  const { numbers, categories } = inputs;
  output.line(
    `${numbers} columns of numbers and ${categories} of categories; churned is ${options.target} = ${positive}; folds: ${foldsFrom}.`,
  );
  const extra = await reportTable(runs, { path, options, command, output });
  const { folds, mean, seed, pooled, reliability, seconds } = runs[0];
  output.result({ folds, mean, seed, pooled, reliability, seconds, positive, inputs, foldsFrom, ...extra });
}

async function reportTable(
  runs: readonly [TableRun, ...TableRun[]],
  { path, options, command, output }: Told<TableOptions>,
): Promise<object> {
  const [first] = runs;
  for (const { fold, ...sides } of first.folds) printSides(`fold ${fold}`, sides, output);
  printSides("mean", first.mean, output);
  printSides("pooled", first.pooled, output);
  const figures = new Map([
    ["mean over the folds", runs.map(({ mean }) => mean)],
    ["pooled", runs.map(({ pooled }) => pooled)],
  ]);
  const summary = {
    mean: summariseSides(runs.map(({ mean }) => mean)),
    pooled: summariseSides(runs.map(({ pooled }) => pooled)),
  };
  if (runs.length > 1)
    for (const [name, spread] of Object.entries(summary))
      printSpread(spreadTitle(name, runs), spread, output);
  await writeMarkdown(options.markdown, {
    title: titleOf(path),
    command: commandLine(command, path),
    ...seedsAndSeconds(runs),
    figures,
    reliability: new Map([["pooled", first.reliability]]),
  });
  return { runs: runs.map(({ seed, mean, pooled, seconds }) => ({ seed, mean, pooled, seconds })), summary };
}

const seedsOf = ({ seed, seeds }: SharedOptions): readonly number[] => seeds ?? [seed];

const spreadTitle = (name: string, runs: readonly { readonly seed: number }[]) =>
  `${name}, over seeds ${runs.map(({ seed }) => seed).join(", ")}: mean (lowest–highest)`;

const seedsAndSeconds = (runs: readonly { readonly seed: number; readonly seconds: number }[]) => ({
  seeds: runs.map(({ seed }) => seed),
  seconds: runs.map(({ seconds }) => seconds),
});

/** The file's name without folder and endings. */
const titleOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.csv(\.gz)?$/, "");

async function writeMarkdown(file: string | undefined, section: ResultSection): Promise<void> {
  if (file !== undefined) await writeFile(file, resultsMarkdown(section));
}
