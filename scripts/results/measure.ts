import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import type { LogExperiment, TableExperiment } from "./catalogue.ts";
import { logFiguresSchema, type MeasuredLog, type MeasuredTable, tableFiguresSchema } from "./measurement.ts";
import { askProduct } from "./product-answer.ts";
import { lastJson, lastWords, runMainstay } from "./run-mainstay.ts";

export type MeasureOptions = {
  /** The folder of the files. */
  readonly data: string;
  /** As `--seeds` takes them. */
  readonly seeds: string;
  readonly activeDays: number;
};

export async function measureLog(
  experiment: LogExperiment,
  { data, seeds, activeDays }: MeasureOptions,
): Promise<MeasuredLog> {
  const { file, trainAt, testAt, horizonDays } = experiment;
  const args = [
    ...["log", join(data, file), "--preset", "online-retail-ii", "--train-at", trainAt, "--test-at", testAt],
    ...["--horizon", String(horizonDays), "--active-days", String(activeDays), "--seeds", seeds],
  ];
  const outcome = await evaluate(args, experiment, { seeds, schema: logFiguresSchema });
  if (experiment.kind !== "null-control") return { experiment, outcome };
  return { experiment, outcome, answer: await askProduct(experiment, data) };
}

export async function measureTable(
  experiment: TableExperiment,
  { data, seeds }: MeasureOptions,
): Promise<MeasuredTable> {
  const { file, folds, target, positive, id, value } = experiment;
  const args = [
    ...["table", join(data, file), "--target", target, "--positive", positive, "--id", id],
    ...["--folds", join(data, folds), ...(value === undefined ? [] : ["--value", value]), "--seeds", seeds],
  ];
  return { experiment, outcome: await evaluate(args, experiment, { seeds, schema: tableFiguresSchema }) };
}

/** One `evaluate` command; where it fails, why. */
async function evaluate<Figures>(
  args: readonly string[],
  { title, what }: LogExperiment | TableExperiment,
  { seeds, schema }: { readonly seeds: string; readonly schema: z.ZodType<Figures> },
) {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-results-"));
  try {
    const file = join(folder, "section.md");
    const output = await runMainstay(["evaluate", ...args, "--markdown", file, "--json"]);
    if (output.code !== 0) return { kind: "failed", reason: lastWords(output) } as const;
    const section = readFileSync(file, "utf8").replace(/^## .*$/m, () => `## ${title}: ${what}`);
    return { kind: "measured", section, seeds, figures: schema.parse(lastJson(output)) } as const;
  } catch (error) {
    // The other experiments' minutes are not thrown away for it.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", reason: `its answer could not be read: ${message}` } as const;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
