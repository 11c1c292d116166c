import type { Command } from "commander";
import type { Metric } from "../../domain/value/metrics/metric.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import {
  type CurrencyOption,
  type PeriodOptions,
  periodOf,
  valueQuestion,
  withPeriod,
} from "./value-options.ts";

type Options = PeriodOptions & CurrencyOption & { json?: boolean; explain?: boolean };

export function registerMetrics(program: Command): void {
  withJson(
    withPeriod(
      program
        .command("metrics")
        .description(
          "retention, revenue, value, satisfaction and service of a period, each with its denominator",
        )
        .option("--explain", "also print each formula, its numbers and what else has to be known"),
      say("cli.period.usual"),
    ),
  ).action(metrics);
}

function metrics(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, config, output }) => {
    const period = await periodOf(app, options);
    const answer = await app.flows.readMetrics({ ...valueQuestion(config, options), period });
    if (answer.kind !== "report") throw new Refusal(commandLineText(answer.reason));
    const { report, dataUpTo, activityWindowDays } = answer;
    const days = { from: period.fromDay, to: period.toDay };
    output.heading(say("cli.metrics.title", { ...days, currency: report.currency }));
    printMetrics(report.metrics, options.explain ?? false, output);
    for (const note of report.notes) output.line(commandLineText(note));
    const upTo = dataUpTo?.toISOString().slice(0, 10) ?? "n/a";
    output.line(say("cli.metrics.foot", { dataUpTo: upTo, window: activityWindowDays }));
    if (!options.explain) output.line(say("cli.metrics.explain"));
    return inEnglish(report);
  });
}

function printMetrics(metrics: readonly Metric[], explain: boolean, output: Output): void {
  const rows = metrics.map((metric) => [
    commandLineText(metric.name),
    metricValue(metric),
    denominatorOf(metric),
  ]);
  const lines = textTable(["", "", say("cli.metrics.over")], rows, [0, 2]);
  output.line(`  ${lines[0]}`);
  metrics.forEach((metric, index) => {
    output.line(`  ${lines[index + 1]}`);
    if (metric.value === null) {
      output.line(`      ${say("cli.metrics.because", { because: commandLineText(metric.because) })}`);
    }
    if (explain) for (const line of explanation(metric)) output.line(`      ${line}`);
  });
}

/** A metric's value with its unit; "n/a" without one. */
export function metricValue(metric: Metric): string {
  if (metric.value === null) return "n/a";
  switch (metric.unit) {
    case "percent":
      return say("cli.metrics.percent", { value: metric.value });
    case "minor":
      return moneyOnCommandLine({ minor: metric.value, currency: metric.currency ?? "XXX" });
    case "hours":
      return metric.value < 48
        ? say("cli.metrics.hours", { value: metric.value })
        : say("cli.metrics.days", { value: metric.value / 24 });
    case "years":
      return say("cli.metrics.years", { value: metric.value });
    case "points":
      return metric.value.toFixed(0);
    case "count":
      return String(metric.value);
    case "ratio":
    case "score":
      return metric.value.toFixed(2);
  }
}

function denominatorOf({ denominator: { what, count } }: Metric): string {
  return count === null ? commandLineText(what) : `${count} ${commandLineText(what)}`;
}

function explanation({ formula, working, note, dataUpTo }: Metric): string[] {
  return [
    `= ${commandLineText(formula)}`,
    ...(working === null ? [] : [`= ${commandLineText(working)}`]),
    ...(note === null ? [] : [commandLineText(note)]),
    say("cli.metrics.data-up-to", { day: dataUpTo?.toISOString().slice(0, 10) ?? "n/a" }),
  ];
}
