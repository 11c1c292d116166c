import { intervalCells, intervalHeading, outcome } from "./log-tables.ts";
import { digits, spread, table } from "./markdown.ts";
import type { MeasuredTable, TableFigures } from "./measurement.ts";
import { tableVerdicts } from "./verdicts.ts";

type MeasuredFigures = {
  readonly experiment: MeasuredTable["experiment"];
  readonly figures: TableFigures;
};

const measured = (tables: readonly MeasuredTable[]): readonly MeasuredFigures[] =>
  tables.flatMap(({ experiment, outcome: own }) =>
    own.kind === "failed" ? [] : [{ experiment, figures: own.figures }],
  );

function verdicts({ experiment, figures: { summary, evidence } }: MeasuredFigures) {
  return tableVerdicts(summary.mean.model, summary.pooled.model, evidence, experiment.reference);
}

/** "met", or what was missed. */
export function tableOutcome(one: MeasuredTable): string {
  const [figures] = measured([one]);
  return figures === undefined ? "not measured" : outcome(verdicts(figures));
}

/** The network beside the best of the references: ranking and log loss mean over the folds, calibration pooled. */
export function tableFiguresTable(tables: readonly MeasuredTable[]): readonly string[] {
  const heading = [
    ...["table", "ROC-AUC", "best reference", "log loss", "best reference"],
    ...["pooled ECE", "by chance", "limit", "", "near perfect"],
  ];
  return table(
    heading,
    measured(tables).map((one) => {
      const { experiment, figures } = one;
      const { mean, pooled } = figures.summary;
      const own = verdicts(one);
      const leak = figures.evidence.suspectedLeak;
      return [
        experiment.title,
        ...[spread(mean.model.rocAuc), digits(experiment.reference.rocAuc)],
        ...[spread(mean.model.logLoss), digits(experiment.reference.logLoss)],
        ...[spread(pooled.model.ece), digits(figures.evidence.calibrationNoise)],
        ...[digits(own.find(({ figure }) => figure === "ECE")?.limit ?? null), outcome(own)],
        leak === null ? "" : `suspected leak: ${leak}`,
      ];
    }),
  );
}

export function tableIntervalsTable(tables: readonly MeasuredTable[]): readonly string[] {
  return table(
    intervalHeading("table"),
    measured(tables).map(({ experiment, figures }) => [
      ...[experiment.title, "folds' mean"],
      ...intervalCells(figures.evidence.intervals, experiment.reference),
    ]),
  );
}
