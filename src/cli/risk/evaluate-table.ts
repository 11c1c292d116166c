import type { Command } from "commander";
import { evaluateTableFile } from "../../compose.ts";
import type { EvaluateTableResult } from "../../flows/risk/evaluation/evaluate-table.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { createOutput } from "../output.ts";
import { Refusal } from "../refusal.ts";
import {
  commandLine,
  foldsOption,
  type SharedOptions,
  seedsAndSeconds,
  seedsOf,
  type Told,
  titleOf,
  writeMarkdown,
} from "./evaluate-options.ts";
import { printEvidence, printSides, printSpreads, printValue, summariseSides } from "./evaluation-report.ts";

export type TableOptions = SharedOptions & {
  target: string;
  positive?: string;
  id?: string;
  folds?: string;
  value?: string;
  keepSuspects?: boolean;
  encoding?: string;
};

export async function evaluateTableCommand(
  path: string,
  options: TableOptions,
  command: Command,
): Promise<void> {
  const output = createOutput(options.json ?? false);
  const progress = output.progress(say("cli.evaluation.progress-table"));
  const { target, positive, id, value, encoding, keepSuspects = false } = options;
  const result = await evaluateTableFile({
    path,
    target,
    ...(positive === undefined ? {} : { positive }),
    ...(id === undefined ? {} : { id }),
    ...foldsOption(options.folds),
    ...(value === undefined ? {} : { value }),
    ...(encoding === undefined ? {} : { encoding }),
    keepSuspects,
    seeds: seedsOf(options),
    onProgress: progress.update,
  }).finally(progress.stop);
  if (result.kind === "refused") throw new Refusal(commandLineText(result.reason));
  const { inputs, positive: churned, foldsFrom: folds } = result;
  const stayed = result.stayed.map((label) => say("cli.evaluation.label", label)).join(", ");
  output.line(say("cli.evaluation.inputs", { ...inputs, target, positive: churned, stayed, folds }));
  for (const note of result.notes) output.line(`  ${commandLineText(note)}`);
  await reportTable(result, { path, options, command, output });
}

type EvaluatedTable = Extract<EvaluateTableResult, { kind: "evaluated" }>;

async function reportTable(
  { runs, positive, stayed, inputs, suspects, notes: decided, foldsFrom, evidence, value }: EvaluatedTable,
  { path, options, command, output }: Told<TableOptions>,
): Promise<void> {
  const [first] = runs;
  for (const { fold, ...sides } of first.folds)
    printSides(say("cli.evaluation.fold", { fold }), sides, output);
  printSides(say("cli.evaluation.mean"), first.mean, output);
  printSides(say("cli.evaluation.pooled"), first.pooled, output);
  const [means, pooled] = [runs.map((run) => run.mean), runs.map((run) => run.pooled)];
  const summary = { mean: summariseSides(means), pooled: summariseSides(pooled) };
  printSpreads(summary, runs, output);
  const notes = decided.map(commandLineText);
  const told = new Map([[say("cli.evaluation.pooled-of-folds"), evidence]]);
  printEvidence(told, output);
  if (value) printValue(value, output);
  await writeMarkdown(options.markdown, {
    title: titleOf(path),
    command: commandLine(command, path),
    ...seedsAndSeconds(runs),
    figures: new Map([
      [say("cli.evaluation.mean-of-folds"), means],
      [say("cli.evaluation.pooled"), pooled],
    ]),
    reliability: new Map([[say("cli.evaluation.pooled"), first.reliability]]),
    evidence: told,
    notes,
    ...(value ? { value } : {}),
  });
  const ofEach = runs.map(({ seed, mean, pooled, seconds }) => ({ seed, mean, pooled, seconds }));
  const { folds, mean, seed, reliability, seconds } = first;
  const once = { folds, mean, seed, pooled: first.pooled, reliability, seconds };
  const read = { positive, stayed, inputs, suspects, notes, foldsFrom };
  output.result({ ...once, ...read, runs: ofEach, summary, evidence, ...(value ? { value } : {}) });
}
