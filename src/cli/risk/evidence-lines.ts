import type { Evidence } from "../../domain/risk/evaluation/evaluation-evidence.ts";
import type { FigureInterval } from "../../domain/risk/evaluation/figure-bootstrap.ts";
import type { TableValue } from "../../flows/risk/evaluation/evaluate-table.ts";

/** One sentence for each thing that tells how far the network's figures can be relied on. */
export function evidenceLines({
  calibrationNoise,
  coverage,
  intervals,
  suspectedLeak,
}: Evidence): readonly string[] {
  const { rocAuc, logLoss, rocAucDifference, logLossDifference } = intervals;
  const lines = [
    `ROC-AUC ${toldInterval(rocAuc)}, log loss ${toldInterval(logLoss)} (95 % over customers)`,
    `against logistic regression on the same customers: ROC-AUC ${toldInterval(rocAucDifference, true)}, log loss ${toldInterval(logLossDifference, true)}`,
    `ECE that chance alone makes of calibrated probabilities: up to ${calibrationNoise.toFixed(4)} (95 %)`,
  ];
  if (coverage !== null)
    lines.push(
      `80 % intervals held the rate of ${trimmed(coverage.covered)} of ${trimmed(coverage.groups)} groups`,
    );
  if (suspectedLeak !== null) lines.push(`near perfect: suspected leak: ${suspectedLeak}`);
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
  const counted = blanks === 0 ? "" : `; ${blanks.toLocaleString("en")} rows without a value count as 0`;
  const share = (value: number | null) => (value === null ? "n/a" : `${(value * 100).toFixed(1)} %`);
  return {
    title: `${column}: ${lost.toLocaleString("en", { maximumFractionDigits: 2 })} left; share of it with the customers contacted, by what ranks them${counted}`,
    rows: [
      ["contacted", "probability × value", "probability", "value alone"],
      ...rankings.map(({ percent, contacted, byExpectedLoss, byProbability, byValue }) => [
        `top ${percent} % (${contacted.toLocaleString("en")})`,
        ...[byExpectedLoss, byProbability, byValue].map(share),
      ]),
    ],
  };
}

/** Whole where it is whole. */
export const trimmed = (count: number) => String(Number(count.toFixed(1)));
