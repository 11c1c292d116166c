import { phrase } from "../../domain/phrase.ts";
import type { ServingKind } from "../../domain/risk/churn-model.ts";
import type { ModelVersion } from "../../domain/risk/versions/model-version.ts";
import { leakPhrase, unfitPhrases } from "../../domain/risk/versions/signal.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { metricsTable } from "./metrics-table.ts";

/** What could have served, side by side on the held-out snapshot. */
export function servedMetrics({ metrics }: ModelVersion): string[] {
  const { network, baseline, rule, constant } = metrics;
  return metricsTable([
    { label: "network", metrics: network },
    { label: "baseline", metrics: baseline },
    ...(rule ? [{ label: "rule", metrics: rule }] : []),
    ...(constant ? [{ label: say("cli.model.everyone-alike"), metrics: constant }] : []),
  ]);
}

/** "network"; of the constant also what it stands for. */
export const servesWords = (serves: ServingKind): string =>
  serves === "constant" ? say("cli.model.constant") : serves;

/** Who was not fit to serve, and whether the version is too good to be true. */
export function caveatLines(version: ModelVersion): string[] {
  const leak = leakPhrase(version);
  return [
    ...unfitPhrases(version.settings.unfit).map(commandLineText),
    ...(leak === null ? [] : [say("cli.model.caveat", { what: phrase("signal.too-good"), leak })]),
  ];
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
