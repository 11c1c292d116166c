import type { Evidence } from "../../domain/risk/evaluation/evaluation-evidence.ts";
import type { FigureInterval } from "../../domain/risk/evaluation/figure-bootstrap.ts";
import type { TableValue } from "../../flows/risk/evaluation/evaluate-table.ts";
import { say } from "../../words/command-line.ts";

/** One sentence for each thing that tells how far the network's figures can be relied on. */
export function evidenceLines({
  calibrationNoise,
  coverage,
  intervals,
  suspectedLeak,
}: Evidence): readonly string[] {
  const { rocAuc, logLoss, rocAucDifference, logLossDifference } = intervals;
  const lines = [
    say("cli.evaluation.intervals", { auc: toldInterval(rocAuc), logLoss: toldInterval(logLoss) }),
    say("cli.evaluation.against-baseline", {
      auc: toldInterval(rocAucDifference, true),
      logLoss: toldInterval(logLossDifference, true),
    }),
    say("cli.evaluation.calibration-noise", { ece: calibrationNoise }),
  ];
  if (coverage !== null) lines.push(say("cli.evaluation.coverage", coverage));
  if (suspectedLeak !== null) lines.push(say("cli.evaluation.leak", { column: suspectedLeak }));
  return lines;
}

/** "0.8502 (0.8401…0.8603)", with a sign where it is a difference. */
export function toldInterval({ value, interval }: FigureInterval, signed = false): string {
  if (value === null) return "n/a";
  const told = (figure: number) => `${signed && figure >= 0 ? "+" : ""}${figure.toFixed(4)}`;
  return interval === null ? told(value) : `${told(value)} (${told(interval.low)}…${told(interval.high)})`;
}

/** A heading and cells, the first row being the columns' names. */
export function valueLines({ column, blanks, lost, rankings }: TableValue): {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
} {
  const share = (value: number | null) => (value === null ? "n/a" : `${(value * 100).toFixed(1)} %`);
  return {
    title: say("cli.evaluation.value", { column, lost, blanks }),
    rows: [
      ["contacted", "expected-loss", "probability", "value"].map((by) => say(`cli.evaluation.value.${by}`)),
      ...rankings.map(({ percent, contacted, byExpectedLoss, byProbability, byValue }) => [
        say("cli.evaluation.value.top", { percent, customers: contacted }),
        ...[byExpectedLoss, byProbability, byValue].map(share),
      ]),
    ],
  };
}
