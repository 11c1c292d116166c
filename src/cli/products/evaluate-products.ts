import { evaluateProductsFile } from "../../compose.ts";
import { MS_PER_DAY } from "../../domain/clock.ts";
import { AIMS, type Aim, type CutRates, RIVALS, SUGGESTERS } from "../../domain/products/hit-rates.ts";
import type { PresetName } from "../../sources/presets.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { createOutput, type Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { textTable } from "../text-table.ts";

export type ProductsOptions = {
  json?: boolean;
  preset: PresetName;
  cuts: Date[];
  days: number[];
  encoding?: string;
};

/** Measures the suggestions on a log of its own; the customer file is not touched. */
export async function evaluateProductsCommand(path: string, options: ProductsOptions): Promise<void> {
  const { json = false, preset, cuts, days, encoding } = options;
  const output = createOutput(json);
  const progress = output.progress(say("cli.import.progress"));
  const file = { path, preset, onProgress: progress.update, ...(encoding === undefined ? {} : { encoding }) };
  const result = await evaluateProductsFile(file, { cuts, horizons: days }).finally(progress.stop);
  if ("imported" in result) throw new Refusal(commandLineText(result.imported.problem));
  if (result.kind === "refused") throw new Refusal(commandLineText(result.reason));
  if (result.unusable) output.line(commandLineText(result.unusable));
  for (const horizon of days) for (const aim of AIMS) print(result.cuts, horizon, aim, output);
  output.line(say("cli.products.evaluation.foot"));
  output.result({ cuts: result.cuts.map((cut) => ({ ...cut, cut: dayOf(cut) })) });
}

/** A line for each way to suggest, a column for each cut, mean and range behind them. */
function print(all: readonly CutRates[], horizon: number, aim: Aim, output: Output): void {
  const cuts = all.filter(({ horizonDays }) => horizonDays === horizon);
  output.heading(say("cli.products.evaluation.title", { aim, days: horizon }));
  const head = [
    "",
    ...cuts.map(dayOf),
    say("cli.products.evaluation.mean"),
    say("cli.products.evaluation.range"),
  ];
  const shown = SUGGESTERS.filter((name) => cuts.some((cut) => cut[aim].rates[name] > 0));
  const rows = shown.map((name) => {
    const rates = cuts.map((cut) => cut[aim].rates[name]);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const range = say("cli.products.evaluation.spread", {
      low: 100 * Math.min(...rates),
      high: 100 * Math.max(...rates),
    });
    return [say(`cli.products.evaluation.${name}`), ...rates.map(percent), percent(mean), range];
  });
  const ahead = cuts.map((cut) => {
    const { mean, low, high } = cut[aim].ahead;
    return say("cli.products.evaluation.interval", { mean: 100 * mean, low: 100 * low, high: 100 * high });
  });
  const counts = (key: "customers" | "answered") => cuts.map((cut) => String(cut[aim][key]));
  const further = [
    [
      say("cli.products.evaluation.ahead", { rival: say(`cli.products.evaluation.${RIVALS[aim]}`) }),
      ...ahead,
    ],
    [say("cli.products.evaluation.customers"), ...counts("customers")],
    [say("cli.products.evaluation.answered"), ...counts("answered")],
  ];
  for (const line of textTable(head, [...rows, ...further])) output.line(`  ${line}`);
}

const percent = (rate: number) => say("cli.products.evaluation.percent", { rate: 100 * rate });

const dayOf = ({ cutDay }: CutRates) => new Date(cutDay * MS_PER_DAY).toISOString().slice(0, 10);
