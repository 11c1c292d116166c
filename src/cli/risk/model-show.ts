import type { Phrase } from "../../domain/phrase.ts";
import type { Interval } from "../../domain/risk/evaluation/bootstrap.ts";
import { type ReliabilityBin, tenthOf } from "../../domain/risk/evaluation/reliability.ts";
import {
  type ModelVersion,
  type VersionStatus,
  whyDecided,
} from "../../domain/risk/versions/model-version.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { alignedColumns, caveatLines, servedMetrics, servesWords } from "./model-figures.ts";

/** All there is to know about a version, for people. */
export function describeModel(version: ModelVersion, status: VersionStatus, output: Output): void {
  const { id, settings, decision } = version;
  const promoted = version.promotedAt === null ? "never" : timeOf(version.promotedAt);
  output.heading(say("cli.model.title", { version: String(id), status, promoted }));
  for (const line of alignedColumns(facts(version))) output.line(`  ${line}`);
  output.line();
  const { heldOut, heldOutRows } = settings;
  output.line(say("cli.train.held-out", { customers: heldOutRows, day: dayOf(heldOut) }));
  for (const line of servedMetrics(version)) output.line(`  ${line}`);
  for (const line of intervals(version)) output.line(`  ${line}`);
  for (const line of caveatLines(version)) output.line(line);
  output.line();
  for (const line of reliabilityChart(version)) output.line(line);
  if (decision !== null) output.line(`\n${commandLineText(whyDecided(decision))}`);
}

/** What it was made from, each with its name. */
function facts({ trainedAt, durationMs, settings, serves, horizonDays, seed, artifactHash }: ModelVersion) {
  const { training, trainingRows: rows, sampledShare, features, dataFrom, asOf } = settings;
  const percent = 100 * sampledShare;
  const learned = { snapshots: training.length, from: dayOf(training[0] ?? asOf) };
  const from = dataFrom === undefined ? say("cli.model.data.beginning") : dayOf(dataFrom);
  return [
    fact("trained", { at: timeOf(trainedAt), seconds: durationMs / 1000 }),
    [say("cli.model.data"), say("cli.model.from-to", { from, to: dayOf(asOf) })],
    fact("learned-from", {
      ...{ ...learned, to: dayOf(training.at(-1) ?? asOf), rows },
      share: sampledShare === 1 ? "" : say("cli.model.learned-from.share", { percent }),
    }),
    features === undefined
      ? [say("cli.model.features"), say("cli.model.features.not-kept")]
      : fact("features", { count: features.length, features: features.join(", ") }),
    fact("horizon", { days: horizonDays }),
    [say("cli.model.seed"), String(seed)],
    [say("cli.model.serves-what"), servesWords(serves)],
    fact("artifact", { hash: artifactHash.slice(0, 16) }),
  ];
}

const fact = (name: string, values: Phrase["parameters"]) => [
  say(`cli.model.${name}`),
  say(`cli.model.${name}.value`, values),
];

function intervals({ reliability, serves }: ModelVersion): string[] {
  if (reliability === null) return [];
  const { logLoss, rocAuc, ece } = reliability.intervals;
  const figures = { logLoss: range(logLoss), auc: range(rocAuc), ece: range(ece) };
  return [say("cli.model.intervals", { serves, ...figures })];
}

const range = (interval: Interval | null) =>
  interval === null ? "n/a" : `${interval.low.toFixed(4)}–${interval.high.toFixed(4)}`;

const WIDTH = 40;

/** Said against happened: `|` where the tenth's mean probability lies, `o` where the share that left. */
function reliabilityChart({ reliability }: ModelVersion): string[] {
  if (reliability === null || reliability.bins.length === 0) return [say("cli.model.no-reliability")];
  const rows = reliability.bins.map((bin) => [label(bin), strip(bin), counts(bin)]);
  return [say("cli.model.reliability"), ...alignedColumns(rows).map((row) => `  ${row}`)];
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
  say("cli.model.reliability.bin", {
    ...{ said: percent(meanPredicted), left: percent(observedRate) },
    ...{ low: percent(low), high: percent(high), customers: n },
  });

const percent = (share: number) => Math.round(100 * share);
const dayOf = (instant: string) => instant.slice(0, 10);
const timeOf = (instant: Date) => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
