import type { Competitors } from "../../domain/risk/churn-model.ts";
import type { Evidence } from "../../domain/risk/evaluation/evaluation-evidence.ts";
import {
  METRIC_NAMES,
  type MetricName,
  type MetricSummary,
  type Spread,
} from "../../domain/risk/evaluation/metric-summary.ts";
import type { ReliabilityBin } from "../../domain/risk/evaluation/reliability.ts";
import type { TableValue } from "../../flows/risk/evaluation/evaluate-table.ts";
import { say } from "../../words/command-line.ts";
import { COMPETITORS, type Sides, summariseSides } from "./evaluation-report.ts";
import { evidenceLines, valueLines } from "./evidence-lines.ts";

/** One evaluation, ready to be told: what was asked, and the figures of every seed. */
export type ResultSection = {
  readonly title: string;
  /** As it was typed. */
  readonly command: string;
  readonly seeds: readonly number[];
  /** Of each seed's evaluation. */
  readonly seconds: readonly number[];
  /** By the name of the population or of the way of counting; one entry per seed. */
  readonly figures: ReadonlyMap<string, readonly Sides[]>;
  /** Of the first seed, by population. */
  readonly reliability: ReadonlyMap<string, Competitors<readonly ReliabilityBin[]>>;
  /** Over all seeds, by population. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** What was decided about the file, which the figures rest on. */
  readonly notes?: readonly string[];
  /** Where a column of values was named. */
  readonly value?: TableValue;
};

const HEADINGS: Record<MetricName, string> = {
  rocAuc: "ROC-AUC",
  prAuc: "PR-AUC",
  logLoss: say("cli.results.log-loss"),
  brier: "Brier",
  ece: "ECE",
  topDecileLift: say("cli.results.lift"),
};
const NAMES = {
  model: say("cli.results.network"),
  baseline: say("cli.results.baseline"),
  rule: say("cli.results.rule"),
} as const;

/** Markdown tables: mean and range over the seeds, reliability of the first, and the command that makes them again. */
export function resultsMarkdown(section: ResultSection): string {
  const { title, command, seeds, seconds } = section;
  const lines = [`## ${title}`, "", "```", command, "```", "", sizeLine(section), ""];
  if (section.notes?.length) lines.push(...section.notes.map((note) => `- ${note}`), "");
  for (const [name, runs] of section.figures) lines.push(...figuresTable(name, runs), "");
  for (const [name, bins] of section.reliability)
    lines.push(...reliabilityTable(say("cli.results.seed", { name, seed: seeds[0] ?? 1 }), bins.model), "");
  for (const [name, evidence] of section.evidence)
    lines.push(
      say("cli.results.reliance", { name }),
      "",
      ...evidenceLines(evidence).map((line) => `- ${line}`),
      "",
    );
  if (section.value) lines.push(...valueTable(section.value), "");
  const total = seconds.reduce((sum, value) => sum + value, 0);
  const each = seconds.map((value) => value.toFixed(0)).join(", ");
  lines.push(say("cli.results.took", { seconds: Math.round(total), each }));
  return `${lines.join("\n")}\n`;
}

function sizeLine({ seeds, figures }: ResultSection): string {
  const sizes = new Map<string, string[]>();
  for (const [name, runs] of figures) {
    const { n = 0, positives = 0 } = runs[0]?.model ?? {};
    const size = say("cli.results.size", { rows: n, churned: positives });
    sizes.set(size, [...(sizes.get(size) ?? []), name]);
  }
  const told = [...sizes].map(([size, names]) =>
    sizes.size === 1 ? size : say("cli.results.size.of", { names: names.join(", "), size }),
  );
  const range =
    seeds.length > 1
      ? say("cli.results.range", { seeds: seeds.join(", ") })
      : say("cli.results.range.one", { seed: String(seeds[0] ?? 1) });
  return say("cli.results.figures", { sizes: told.join("; "), range });
}

function figuresTable(name: string, runs: readonly Sides[]): string[] {
  const summary = summariseSides(runs);
  return [
    `| ${name} | ${METRIC_NAMES.map((metric) => HEADINGS[metric]).join(" | ")} |`,
    `| --- |${METRIC_NAMES.map(() => " --- |").join("")}`,
    ...COMPETITORS.map((who) => `| ${NAMES[who]} | ${cells(summary[who]).join(" | ")} |`),
  ];
}

function cells(summary: MetricSummary): string[] {
  return METRIC_NAMES.map((metric) => {
    const spread = summary[metric];
    return spread === null ? "n/a" : spreadCell(spread, metric === "topDecileLift" ? 2 : 4);
  });
}

/** "0.8502 (0.8501–0.8504)"; one figure where all seeds agree to the last digit shown. */
function spreadCell({ mean, lowest, highest }: Spread, digits: number): string {
  const [middle, from, to] = [mean, lowest, highest].map((value) => value.toFixed(digits));
  return from === to ? `${middle}` : `${middle} (${from}–${to})`;
}

function reliabilityTable(name: string, bins: readonly ReliabilityBin[]): string[] {
  return [
    `| ${say("cli.results.stated", { name })} | ${["rows", "observed", "interval"].map((column) => say(`cli.results.${column}`)).join(" | ")} |`,
    "| --- | --- | --- | --- |",
    ...bins.map(
      ({ n, meanPredicted, observedRate, low, high }) =>
        `| ${percent(meanPredicted)} | ${say("number.plain", { number: n })} | ${percent(observedRate)} | ${percent(low)}–${percent(high)} |`,
    ),
  ];
}

function valueTable(value: TableValue): string[] {
  const { title, rows } = valueLines(value);
  const [heading = [], ...others] = rows.map((row) => `| ${row.join(" | ")} |`);
  return [`${title}.`, "", `${heading}`, `|${" --- |".repeat(rows[0]?.length ?? 0)}`, ...others];
}

const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`;
