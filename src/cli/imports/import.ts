import { type Command, Option } from "commander";
import type { ImportReport, RejectedRow } from "../../domain/imports/imports.ts";
import { namedColumns } from "../../sources/csv/columns.ts";
import { PRESET_NAMES, PRESETS, type PresetName } from "../../sources/presets.ts";
import { commandLineText } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; preset: PresetName; source?: string };

export function registerImport(program: Command): void {
  withJson(
    program
      .command("import")
      .description(
        "load customers, activities or costs from a CSV file, plain or gzipped; again adds nothing",
      )
      .argument("<file>", "the file to read")
      .addOption(presetOption())
      .option("--source <name>", "the system the rows come from (default: the preset's own name)")
      .addHelpText("after", columnsHelp()),
  ).action(importCommand);
}

function columnsHelp(): string {
  const lines = PRESET_NAMES.map((preset) => `  ${preset}\n    ${columnNames(preset)}`);
  return `\nColumns (a file may lack those in brackets):\n${lines.join("\n")}`;
}

function columnNames(preset: PresetName): string {
  const columns = namedColumns(PRESETS[preset].columns);
  return columns.map(([, { name, needed }]) => (needed ? name : `[${name}]`)).join(", ");
}

export function presetOption(): Option {
  return new Option("--preset <name>", "what the file holds").choices(PRESET_NAMES).makeOptionMandatory();
}

function importCommand(path: string, { preset, source, json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const progress = output.progress("Importing");
    const file = { path, preset, onProgress: progress.update, ...(source === undefined ? {} : { source }) };
    const result = await app.flows.importFile(file).finally(progress.stop);
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    const first = result.rejected.first.map(toCorrect);
    describeImport(result, first, output);
    output.line(`Next: npm run mainstay -- ${NEXT[PRESETS[preset].makes]}`);
    return { ...result, rejected: { ...result.rejected, first } };
  });
}

/** What to type once a file has brought these. */
const NEXT = { activities: "train", customers: "train", costs: "costs --from DAY --to DAY" };

type ToCorrect = Pick<RejectedRow, "line" | "reason" | "raw"> & { readonly text: string };

/** A rejected row, with what to correct as text. */
function toCorrect({ line, reason, raw, problems }: RejectedRow): ToCorrect {
  return { line, reason, raw, text: problems.map(commandLineText).join(" ") };
}

function describeImport(report: ImportReport, first: readonly ToCorrect[], output: Output): void {
  const count = (value: number) => value.toLocaleString("en");
  const perSecond = count(Math.round(report.read / Math.max(report.seconds, 0.001)));
  output.heading(
    `Read ${count(report.read)} lines in ${report.seconds.toFixed(1)} s (${perSecond} a second)`,
  );
  output.line(`  ${count(report.accepted)} new`);
  if (report.updated > 0) output.line(`  ${count(report.updated)} customers updated`);
  if (report.duplicates > 0) output.line(`  ${count(report.duplicates)} there already`);
  if (report.repeated > 0)
    output.line(`  ${count(report.repeated)} equal to an earlier line of the file; kept`);
  if (report.rejected.total > 0) {
    output.line(`  ${count(report.rejected.total)} rejected, each kept with its line and reason:`);
    for (const [reason, rows] of Object.entries(report.rejected.byReason)) {
      output.line(`    ${count(rows)} ${reason.replaceAll("_", " ")}`);
    }
    for (const { line, text } of first) output.line(`  line ${line}: ${text}`);
  }
}
