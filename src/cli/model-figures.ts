import type { ModelVersion } from "../domain/risk/model-version.ts";
import { metricsTable } from "./metrics-table.ts";

/** What could have served, side by side on the held-out snapshot. */
export function servedMetrics({ metrics }: ModelVersion): string[] {
  const { network, baseline, rule } = metrics;
  return metricsTable([
    { label: "network", metrics: network },
    { label: "baseline", metrics: baseline },
    ...(rule ? [{ label: "rule", metrics: rule }] : []),
  ]);
}

/** Rows of text in columns as wide as they need; the last one keeps its length. */
export function alignedColumns(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
