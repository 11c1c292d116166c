import type { Command } from "commander";
import { DEFAULT_NUDGE_POLICY } from "../../domain/outreach/nudges.ts";
import { type SimulatedQuarters, simulateQuarters } from "../../domain/outreach/proof/simulated-quarters.ts";
import { say } from "../../words/command-line.ts";
import { parseWholeNumber } from "../arguments.ts";
import { createOutput } from "../output.ts";
import { alignedColumns } from "../risk/model-figures.ts";
import { withJson } from "../run-command.ts";

type Options = { json?: boolean; customers: number; runs: number; nullRuns: number; seed: number };

/** `simulate --quarter`: whether the comparison with those held out finds what is there, and only that. */
export function registerSimulate(program: Command): void {
  withJson(
    program
      .command("simulate")
      .description("try the proof of nudges on invented quarters in which their effect is known")
      .requiredOption("--quarter", "quarters, day by day, through the bot's own decisions")
      .option("--customers <number>", "in each", parseWholeNumber, 2000)
      .option("--runs <number>", "quarters for each planted effect", parseWholeNumber, 500)
      .option("--null-runs <number>", "quarters in which nudges do nothing", parseWholeNumber, 1000)
      .option("--seed <number>", "of the first quarter", parseWholeNumber, 1),
  ).action(simulate);
}

async function simulate({ json, customers, runs, nullRuns, seed }: Options): Promise<void> {
  const output = createOutput(json ?? false);
  const progress = output.progress(say("cli.simulate.progress"));
  const quarters = simulateQuarters({ customers, runs, nullRuns, seed, onProgress: progress.update });
  progress.stop();
  const columns = ["planted", "found", "held", "said", "narrowed", "before-after", "before-after-held"];
  const header = columns.map((column) => say(`cli.simulate.column.${column}`));
  for (const line of alignedColumns([header, ...quarters.map(rowOf)])) output.line(line);
  const sum = (figure: "nudges" | "doubled" | "overBudget") =>
    quarters.reduce((total, each) => total + each[figure], 0);
  const mostInAWeek = Math.max(...quarters.map((each) => each.mostInAWeek));
  const counts = {
    ...{ nudges: sum("nudges"), doubled: sum("doubled"), overBudget: sum("overBudget"), mostInAWeek },
    budget: DEFAULT_NUDGE_POLICY.weeklyBudget,
  };
  output.line(say("cli.simulate.counts", counts));
  output.result({ customers, seed, quarters });
}

function rowOf(quarters: SimulatedQuarters): string[] {
  const points = (value: number) => say("cli.simulate.points", { value: 100 * value });
  const percent = (value: number) => say("cli.simulate.percent", { value: 100 * value });
  const { planted, meanEffect, held, everSaid, narrowed, beforeAfterEffect, beforeAfterHeld } = quarters;
  return [
    points(planted),
    points(meanEffect),
    say("cli.simulate.held", { share: percent(held), runs: quarters.runs }),
    ...[percent(everSaid), percent(narrowed), points(beforeAfterEffect), percent(beforeAfterHeld)],
  ];
}
