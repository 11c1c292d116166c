import { type Command, Option } from "commander";
import type { FileReading, ImportReport } from "../../domain/imports/imports.ts";
import { namedColumns } from "../../sources/csv/columns.ts";
import { PRESET_NAMES, PRESETS, type PresetName } from "../../sources/presets.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { ExitCode, Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { rejectedLine, type ToCorrect, toCorrect } from "./rejected.ts";

type Options = { json?: boolean; preset: PresetName; source?: string; encoding?: string };

export function registerImport(program: Command): void {
  withJson(
    program
      .command("import")
      .description(
        "load customers, activities or costs from a CSV or JSON file, plain or gzipped; again adds nothing",
      )
      .argument("<file>", "the file to read")
      .addOption(presetOption())
      .option("--source <name>", "the system the rows come from (default: the preset's own name)")
      .option("--encoding <name>", "what the file is written in, e.g. gb18030 (default: told by its content)")
      .addHelpText("after", columnsHelp()),
  ).action(importCommand);
}

function columnsHelp(): string {
  const lines = PRESET_NAMES.map((preset) => `  ${preset}\n    ${columnNames(preset)}`);
  return `\n${say("cli.import.columns")}\n${lines.join("\n")}`;
}

function columnNames(preset: PresetName): string {
  const columns = namedColumns(PRESETS[preset].columns);
  return columns.map(([, { name, needed }]) => (needed ? name : `[${name}]`)).join(", ");
}

export function presetOption(): Option {
  return new Option("--preset <name>", "what the file holds").choices(PRESET_NAMES).makeOptionMandatory();
}

/** Some lines were taken over and others rejected. */
const DONE_IN_PART = 3;
const FAILED = 1;

async function importCommand(path: string, { preset, source, encoding, json }: Options): Promise<void> {
  let exitCode: number | null = null;
  await runWithApp({ json }, async ({ app, output }) => {
    const progress = output.progress(say("cli.import.progress"));
    const stated = {
      ...(source === undefined ? {} : { source }),
      ...(encoding === undefined ? {} : { encoding }),
    };
    const file = { path, preset, onProgress: progress.update, ...stated };
    const result = await app.flows.importFile(file).finally(progress.stop);
    if (result.kind === "refused") throw new Refusal(commandLineText(result.problem));
    if (result.rejected.total > 0) exitCode = result.rejected.total === result.read ? FAILED : DONE_IN_PART;
    const first = result.rejected.first.map(toCorrect);
    describeImport(result, first, output);
    const warnings = result.warnings.map(commandLineText);
    for (const warning of warnings) output.line(`  ${warning}`);
    if (exitCode !== FAILED)
      output.line(say(PRESETS[preset].makes === "costs" ? "cli.import.next-costs" : "cli.import.next"));
    return { ...result, rejected: { ...result.rejected, first }, warnings };
  });
  if (exitCode !== null) throw new ExitCode(exitCode);
}

function describeImport(report: ImportReport, first: readonly ToCorrect[], output: Output): void {
  const { read: lines, seconds, rejected } = report;
  const perSecond = Math.round(lines / Math.max(seconds, 0.001));
  output.heading(say("cli.import.read", { lines, seconds, perSecond }));
  describeReading(report.file, output);
  output.line(`  ${say("cli.import.new", { rows: report.accepted })}`);
  for (const kept of ["updated", "duplicates", "repeated"] as const)
    if (report[kept] > 0) output.line(`  ${say(`cli.import.${kept}`, { rows: report[kept] })}`);
  if (rejected.total > 0) {
    output.line(`  ${say("cli.import.rejected", { rows: rejected.total })}`);
    for (const [reason, rows] of Object.entries(rejected.byReason)) {
      const because = { rows, reason: reason.replaceAll("_", " ") };
      output.line(`    ${say("cli.import.rejected.because", because)}`);
    }
    for (const line of first) output.line(`  ${rejectedLine(line)}`);
    const more = rejected.total - first.length;
    const { importId } = report;
    if (more > 0) output.line(`  ${say("cli.import.rejected.more", { more, id: String(importId) })}`);
  }
}

const DELIMITERS: Readonly<Record<string, string>> = { ";": "semicolon", "\t": "tab", "|": "bar" };

/** What is not plain CSV in UTF-8, and what was not taken for rows. */
function describeReading(
  { encoding, encodingKnownBy, delimiter, skipped }: FileReading,
  output: Output,
): void {
  if (encoding !== "utf-8") output.line(`  ${say("cli.import.encoding", { encoding, by: encodingKnownBy })}`);
  if (delimiter === null) output.line(`  ${say("cli.import.named")}`);
  else if (delimiter !== ",") {
    output.line(`  ${say("cli.import.delimiter", { delimiter: DELIMITERS[delimiter] ?? delimiter })}`);
  }
  if (skipped.total === 0) return;
  output.line(`  ${say("cli.import.skipped", { lines: skipped.total })}`);
  for (const { line, as } of skipped.first)
    output.line(`    ${say("cli.import.skipped.line", { line, as })}`);
}
