import type { Interval } from "../../domain/risk/evaluation/bootstrap.ts";
import { type ReliabilityBin, tenthOf } from "../../domain/risk/evaluation/reliability.ts";
import {
  type ModelVersion,
  type VersionStatus,
  whyDecided,
} from "../../domain/risk/versions/model-version.ts";
import { commandLineText } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { alignedColumns, caveatLines, servedMetrics, servesWords } from "./model-figures.ts";

/** All there is to know about a version, for people. */
export function describeModel(version: ModelVersion, status: VersionStatus, output: Output): void {
  const { id, settings, decision } = version;
  output.heading(`Model version ${id} (${status}${served(version)})`);
  for (const line of alignedColumns(facts(version))) output.line(`  ${line}`);
  output.line();
  output.line(
    `On the ${settings.heldOutRows} customers of ${dayOf(settings.heldOut)}, held out of training:`,
  );
  for (const line of servedMetrics(version)) output.line(`  ${line}`);
  for (const line of intervals(version)) output.line(`  ${line}`);
  for (const line of caveatLines(version)) output.line(line);
  output.line();
  for (const line of reliabilityChart(version)) output.line(line);
  if (decision !== null) output.line(`\n${commandLineText(whyDecided(decision))}`);
}

function served({ promotedAt }: ModelVersion): string {
  return promotedAt === null ? "" : `, promoted ${timeOf(promotedAt)}`;
}

function facts({ trainedAt, durationMs, settings, serves, horizonDays, seed, artifactHash }: ModelVersion) {
  const { training, trainingRows, sampledShare, features, dataFrom, asOf } = settings;
  const share = sampledShare === 1 ? "" : `, of ${(100 * sampledShare).toFixed(1)} % of the customers`;
  return [
    ["trained", `${timeOf(trainedAt)}, in ${(durationMs / 1000).toFixed(1)} s`],
    ["data", `${dataFrom === undefined ? "beginning" : dayOf(dataFrom)} to ${dayOf(asOf)}`],
    [
      "learned from",
      `${training.length} snapshots, ${dayOf(training[0] ?? asOf)} to ${dayOf(training.at(-1) ?? asOf)}: ${trainingRows} rows${share}`,
    ],
    ["features", features === undefined ? "not kept" : `${features.length}: ${features.join(", ")}`],
    ["horizon", `${horizonDays} days`],
    ["seed", String(seed)],
    ["serves", servesWords(serves)],
    ["artifact", `SHA-256 ${artifactHash.slice(0, 16)}…`],
  ];
}

function intervals({ reliability, serves }: ModelVersion): string[] {
  if (reliability === null) return [];
  const { logLoss, rocAuc, ece } = reliability.intervals;
  return [
    `95 % intervals of the ${serves}: log loss ${range(logLoss)}, AUC ${range(rocAuc)}, ECE ${range(ece)}`,
  ];
}

const range = (interval: Interval | null) =>
  interval === null ? "n/a" : `${interval.low.toFixed(4)}–${interval.high.toFixed(4)}`;

const WIDTH = 40;

/** Said against happened: `|` where the tenth's mean probability lies, `o` where the share that left. */
function reliabilityChart({ reliability }: ModelVersion): string[] {
  if (reliability === null || reliability.bins.length === 0)
    return ["No reliability was kept with this version."];
  const rows = reliability.bins.map((bin) => [label(bin), strip(bin), counts(bin)]);
  return [
    "Said (|) and happened (o), by tenths of the probability:",
    ...alignedColumns(rows).map((row) => `  ${row}`),
  ];
}

function label({ meanPredicted }: ReliabilityBin): string {
  const tenth = tenthOf(meanPredicted);
  return `${10 * tenth}–${10 * tenth + 10} %`;
}

function strip({ meanPredicted, observedRate }: ReliabilityBin): string {
  const cells = new Array<string>(WIDTH + 1).fill("·");
  cells[Math.round(meanPredicted * WIDTH)] = "|";
  const left = Math.round(observedRate * WIDTH);
  cells[left] = cells[left] === "|" ? "@" : "o";
  return cells.join("");
}

const counts = ({ n, meanPredicted, observedRate, low, high }: ReliabilityBin) =>
  `said ${percent(meanPredicted)}, left ${percent(observedRate)} (${percent(low)}–${percent(high)}) of ${n}`;

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const dayOf = (instant: string) => instant.slice(0, 10);
const timeOf = (instant: Date) => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
