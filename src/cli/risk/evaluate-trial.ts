import { evaluateTrialFile } from "../../compose.ts";
import type { Estimate } from "../../domain/outreach/trial/trial-effects.ts";
import type { EvaluatedTrial } from "../../flows/outreach/evaluate-trial.ts";
import type { Targeting } from "../../flows/outreach/judge-targeting.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { createOutput, type Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { alignedColumns } from "./model-figures.ts";

export type TrialOptions = {
  json?: boolean;
  treatment: string;
  outcome: string;
  control?: string;
  positive?: string;
  lowerIsBetter?: boolean;
  id?: string;
  features?: string[];
  testShare?: number;
  split?: string;
  seeds: number[];
  encoding?: string;
};

export async function evaluateTrialCommand(path: string, { json, ...options }: TrialOptions): Promise<void> {
  const output = createOutput(json ?? false);
  const trial = await evaluateTrialFile({ path, ...options });
  if (trial.kind === "refused") throw new Refusal(commandLineText(trial.reason));
  for (const note of trial.notes) output.line(commandLineText(note));
  printEffects(trial, output);
  for (const each of trial.targeting) printTargeting(each, trial, output);
  const { arms, effects, targeting } = trial;
  const notes = trial.notes.map(commandLineText);
  output.result({ notes, targetings: targeting, arms, effects, targeting: main(trial) });
}

/** Of several arms that with the largest effect. */
function main({ effects, targeting }: EvaluatedTrial): Targeting | null {
  const [most] = [...effects].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return targeting.find(({ arm }) => arm === most?.arm) ?? null;
}

function printEffects(trial: EvaluatedTrial, output: Output): void {
  const header = ["arm", "customers", "mean", "effect", "interval"];
  const rows = trial.arms.map(({ name, n, mean }) => {
    const effect = trial.effects.find(({ arm }) => arm === name);
    const told = effect === undefined ? ["", ""] : [figure(effect.effect, trial), interval(effect, trial)];
    return [name, say("cli.trial.count", { n }), figure(mean, trial, false), ...told];
  });
  const table = [header.map((column) => say(`cli.trial.column.${column}`)), ...rows];
  for (const line of alignedColumns(table)) output.line(line);
  for (const { arm, low, high } of trial.effects)
    if (low <= 0 && high >= 0) output.line(say("cli.trial.nothing-sure", { arm }));
}

function printTargeting(targeting: Targeting, trial: EvaluatedTrial, output: Output): void {
  const { arm, qini, low, high, verdict, upliftAt30, riskAt30, judged } = targeting;
  output.heading(say("cli.trial.targeting", { arm, judged }));
  output.line(`  ${say("cli.trial.qini", { qini, low, high })}`);
  output.line(`  ${say(`cli.trial.${verdict}`)}`);
  const of = (estimate: Estimate) => `${figure(estimate.effect, trial)} (${interval(estimate, trial)})`;
  output.line(`  ${say("cli.trial.top", { uplift: of(upliftAt30), risk: of(riskAt30) })}`);
}

const interval = ({ low, high }: Estimate, trial: EvaluatedTrial): string =>
  say("cli.trial.interval", { low: figure(low, trial), high: figure(high, trial) });

/** Shares in percent, differences of them in points; other outcomes as they are. */
function figure(value: number, { isShare }: EvaluatedTrial, isDifference = true): string {
  const kind = isShare ? (isDifference ? "points" : "share") : isDifference ? "difference" : "mean";
  return say(`cli.trial.figure.${kind}`, { value: isShare ? 100 * value : value });
}
