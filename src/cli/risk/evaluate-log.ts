import type { Command } from "commander";
import { evaluateLogFile } from "../../compose.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { unratedPhrase } from "../../domain/risk/model-money.ts";
import type { EvaluateLogResult } from "../../flows/risk/evaluation/evaluate-log.ts";
import type { PresetName } from "../../sources/presets.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { createOutput } from "../output.ts";
import { Refusal } from "../refusal.ts";
import {
  commandLine,
  type SharedOptions,
  seedsAndSeconds,
  seedsOf,
  type Told,
  titleOf,
  writeMarkdown,
} from "./evaluate-options.ts";
import { printEvidence, printSides, printSpreads, summariseSides } from "./evaluation-report.ts";

export type LogOptions = SharedOptions & {
  preset: PresetName;
  trainAt: Date;
  testAt: Date;
  horizon: number;
  activeDays?: number;
  encoding?: string;
};

export async function evaluateLogCommand(path: string, options: LogOptions, command: Command): Promise<void> {
  const output = createOutput(options.json ?? false);
  const importing = output.progress(say("cli.import.progress"));
  const training = output.progress(say("cli.train.progress"));
  const result = await evaluateLogFile(
    {
      ...{ path, preset: options.preset, onProgress: importing.update },
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    },
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
  if ("imported" in result) throw new Refusal(commandLineText(result.imported.problem));
  if (result.kind === "refused") throw new Refusal(commandLineText(result.reason));
  if (result.unusable) output.line(commandLineText(result.unusable));
  await reportLog(result, { path, options, command, output });
}

type EvaluatedLog = Extract<EvaluateLogResult, { kind: "evaluated" }> & { readonly unusable?: Phrase | null };

async function reportLog(
  { runs, evidence, trainingSnapshots, firstEventAt, currency, unrated, unusable }: EvaluatedLog,
  { path, options, command, output }: Told<LogOptions>,
): Promise<void> {
  const [first] = runs;
  const unknownMoney = unratedPhrase(unrated, currency, "evaluation.unrated");
  if (unknownMoney !== null) output.line(commandLineText(unknownMoney));
  const names = first.populations.active ? (["all", "active"] as const) : (["all"] as const);
  const figures = new Map(names.map((name) => [name, runs.flatMap((run) => run.populations[name] ?? [])]));
  for (const name of names) {
    const [sides] = figures.get(name) ?? [];
    if (sides) printSides(name, sides, output);
  }
  const summary = Object.fromEntries([...figures].map(([name, sides]) => [name, summariseSides(sides)]));
  printSpreads(summary, runs, output);
  const told = new Map(Object.entries(evidence));
  const notes = unusable ? [commandLineText(unusable)] : [];
  printEvidence(told, output);
  await writeMarkdown(options.markdown, {
    title: titleOf(path),
    command: commandLine(command, path),
    ...seedsAndSeconds(runs),
    figures,
    reliability: new Map(Object.entries(first.reliability)),
    evidence: told,
    notes,
  });
  const { populations, seed, reliability, seconds } = first;
  const ofEach = runs.map(({ seed, populations, seconds }) => ({ seed, populations, seconds }));
  const log = { trainingSnapshots, firstEventAt, currency, unrated };
  const once = { populations, ...log, seed, reliability, seconds, notes };
  output.result({ ...once, runs: ofEach, summary, evidence });
}
