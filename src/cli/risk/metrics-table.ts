import type { ClassificationMetrics } from "../../domain/risk/churn-model.ts";

const COLUMNS = [
  ["n", 0],
  ["positives", 0],
  ["rocAuc", 4],
  ["prAuc", 4],
  ["logLoss", 4],
  ["brier", 4],
  ["ece", 4],
  ["topDecileLift", 2],
] as const satisfies ReadonlyArray<readonly [keyof ClassificationMetrics, number]>;

export type MetricsRow = { readonly label: string; readonly metrics: ClassificationMetrics };

/** Metrics side by side as aligned lines of text; "n/a" where one is not defined. */
export function metricsTable(rows: readonly MetricsRow[]): string[] {
  const table = [
    ["", ...COLUMNS.map(([name]) => name)],
    ...rows.map(({ label, metrics }) => [
      label,
      ...COLUMNS.map(([name, digits]) => metrics[name]?.toFixed(digits) ?? "n/a"),
    ]),
  ];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join("  "));
}

const pad = (cell: string, width: number, column: number) =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);
