import type { StatedFigures } from "./catalogue.ts";
import { digits, spread, table } from "./markdown.ts";
import type { IntervalFigure, LogFigures, MeasuredLog } from "./measurement.ts";
import { logVerdicts, seasonSeen, statedAgainst } from "./verdicts.ts";

const POPULATIONS = ["all", "active"] as const;
export type Population = (typeof POPULATIONS)[number];

/** A log's figures of one population, with everything they are told beside. */
export type LogRow = {
  readonly log: MeasuredLog;
  readonly population: Population;
  readonly reference: StatedFigures;
  readonly side: LogFigures["summary"]["all"]["model"];
  readonly evidence: LogFigures["evidence"]["all"];
  readonly seen: boolean;
};

/** Two for every log that could be measured. */
export function logRows(logs: readonly MeasuredLog[]): readonly LogRow[] {
  return logs.flatMap((log) => {
    const { experiment, outcome } = log;
    if (outcome.kind === "failed") return [];
    return POPULATIONS.map((population) => ({
      log,
      population,
      reference: experiment.reference[population],
      side: outcome.figures.summary[population].model,
      evidence: outcome.figures.evidence[population],
      seen: seasonSeen(outcome.figures, experiment.testAt),
    }));
  });
}

/** The rows of one log each. */
export function byLog(rows: readonly LogRow[]): LogRow[][] {
  const logs = new Map<string, LogRow[]>();
  for (const row of rows) {
    const { name } = row.log.experiment;
    logs.set(name, [...(logs.get(name) ?? []), row]);
  }
  return [...logs.values()];
}

export const verdictsOf = ({ side, evidence, reference, seen }: LogRow) =>
  logVerdicts(side, evidence, reference, seen);

/** The network beside the best reference, figure by figure, and whether that was what was asked. */
export function logFiguresTable(rows: readonly LogRow[]): readonly string[] {
  const heading = [
    ...["log", "", "ROC-AUC", "best reference", "log loss", "best reference"],
    ...["ECE", "by chance", "limit", "best reference", ""],
  ];
  return table(
    heading,
    rows.map((row) => {
      const { log, population, reference, side, evidence } = row;
      const verdicts = verdictsOf(row);
      const limit = verdicts.find(({ figure }) => figure === "ECE")?.limit ?? null;
      return [
        ...[log.experiment.title, population],
        ...[spread(side.rocAuc), digits(reference.rocAuc), spread(side.logLoss), digits(reference.logLoss)],
        ...[spread(side.ece, 3), digits(evidence.calibrationNoise, 3), digits(limit, 3)],
        ...[digits(reference.ece, 3), log.experiment.kind === "log" ? outcome(verdicts) : "see above"],
      ];
    }),
  );
}

export function outcome(verdicts: readonly { readonly figure: string; readonly met: boolean }[]): string {
  const missed = verdicts.filter(({ met }) => !met).map(({ figure }) => figure);
  return missed.length === 0 ? "met" : `missed: ${missed.join(", ")}`;
}

/** Differences on the same customers, and where the references' stated figures lie. */
export function logIntervalsTable(rows: readonly LogRow[]): readonly string[] {
  return table(
    intervalHeading("log"),
    rows.map(({ log, population, reference, evidence: { intervals } }) => [
      ...[log.experiment.title, population],
      ...intervalCells(intervals, reference),
    ]),
  );
}

export const intervalHeading = (what: string): readonly string[] => [
  ...[what, "", "ROC-AUC − logistic's", "log loss − logistic's"],
  ...["ROC-AUC", "stated reference", "log loss", "stated reference"],
];

type Intervals = LogRow["evidence"]["intervals"];

export function intervalCells(
  { rocAuc, logLoss, rocAucDifference, logLossDifference }: Intervals,
  reference: Pick<StatedFigures, "rocAuc" | "logLoss">,
): readonly string[] {
  return [
    difference(rocAucDifference),
    difference(logLossDifference),
    range(rocAuc),
    placed(reference.rocAuc, statedAgainst(rocAuc, reference.rocAuc, "higher")),
    range(logLoss),
    placed(reference.logLoss, statedAgainst(logLoss, reference.logLoss, "lower")),
  ];
}

const placed = (stated: number | null, place: string) =>
  stated === null ? "none stated" : `${digits(stated)}, ${place}`;

const range = ({ interval }: IntervalFigure) =>
  interval === null ? "n/a" : `${digits(interval.low)}…${digits(interval.high)}`;

function difference({ value, interval }: IntervalFigure): string {
  if (value === null || interval === null) return "n/a";
  const signed = (figure: number) => `${figure < 0 ? "−" : "+"}${digits(Math.abs(figure))}`;
  return `${signed(value)} (${signed(interval.low)}…${signed(interval.high)})`;
}
