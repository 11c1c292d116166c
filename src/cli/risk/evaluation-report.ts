import type { ClassificationMetrics, Competitors } from "../../domain/risk/churn-model.ts";
import type { Evidence } from "../../domain/risk/evaluation/evaluation-evidence.ts";
import { type MetricSummary, summariseRuns } from "../../domain/risk/evaluation/metric-summary.ts";
import type { TableValue } from "../../flows/risk/evaluation/evaluate-table.ts";
import { say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { evidenceLines, valueLines } from "./evidence-lines.ts";
import { metricsTable } from "./metrics-table.ts";

export type Sides = Competitors<ClassificationMetrics>;

/** Network, simple model and one-column rule, in the order in which they are told. */
export const COMPETITORS = ["model", "baseline", "rule"] as const satisfies readonly (keyof Sides)[];

/** The competitors' figures as aligned lines below a heading. */
export function printSides(name: string, sides: Sides, output: Output): void {
  output.heading(name);
  const rows = COMPETITORS.map((label) => ({ label, metrics: sides[label] }));
  for (const line of metricsTable(rows)) output.line(`  ${line}`);
}

/** Over the seeds, for each competitor. */
export function summariseSides(runs: readonly Sides[]): Competitors<MetricSummary> {
  const of = (name: keyof Sides) => summariseRuns(runs.map((run) => run[name]));
  return { model: of("model"), baseline: of("baseline"), rule: of("rule") };
}

/** Every population's figures over the seeds, where there is more than one. */
export function printSpreads(
  summary: Readonly<Record<string, Competitors<MetricSummary>>>,
  runs: ReadonlyArray<{ readonly seed: number }>,
  output: Output,
): void {
  if (runs.length === 1) return;
  const seeds = runs.map(({ seed }) => seed).join(", ");
  for (const [name, spread] of Object.entries(summary)) {
    printSpread(say("cli.evaluation.spread", { name, seeds }), spread, output);
  }
}

/** "model  rocAuc 0.8502 (0.8501–0.8504)", one line for each figure. */
function printSpread(name: string, summary: Competitors<MetricSummary>, output: Output): void {
  output.heading(name);
  for (const label of COMPETITORS) {
    const told = Object.entries(summary[label]).map(([metric, spread]) =>
      spread === null
        ? `${metric} n/a`
        : `${metric} ${digits(spread.mean)} (${digits(spread.lowest)}–${digits(spread.highest)})`,
    );
    output.line(`  ${label.padEnd(8)}  ${told.join(", ")}`);
  }
}

/** How far the network's figures can be relied on, by population. */
export function printEvidence(evidence: ReadonlyMap<string, Evidence>, output: Output): void {
  for (const [name, own] of evidence) {
    output.heading(say("cli.evaluation.reliance", { name }));
    for (const line of evidenceLines(own)) output.line(`  ${line}`);
  }
}

/** What contacting the top of the list would have caught. */
export function printValue(value: TableValue, output: Output): void {
  const { title, rows } = valueLines(value);
  output.heading(title);
  for (const row of rows) output.line(`  ${row.map((cell) => cell.padStart(21)).join("")}`);
}

const digits = (value: number) => value.toFixed(4);
