import type { FileReading, ImportReport, RejectedReason } from "../../domain/imports/imports.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import type { Output } from "../output.ts";
import { rejectedLine, toCorrect } from "./rejected.ts";

/** Some lines were taken over and others rejected. */
const DONE_IN_PART = 3;
export const FAILED = 1;

/** Null where every line was taken over; nothing taken over is not success, also where there was nothing to take. */
export function exitCodeOf(reports: readonly ImportReport[]): number | null {
  const read = reports.reduce((sum, report) => sum + report.read, 0);
  const rejected = reports.reduce((sum, report) => sum + report.rejected.total, 0);
  if (rejected === read) return FAILED;
  return rejected > 0 ? DONE_IN_PART : null;
}

/** What an import brought. @param isTold whether it was said before how the file is read */
export function describeImport(report: ImportReport, output: Output, isTold = false): void {
  const { read: lines, seconds, rejected } = report;
  const perSecond = Math.round(lines / Math.max(seconds, 0.001));
  output.heading(say("cli.import.read", { lines, seconds, perSecond }));
  if (!isTold) describeReading(report.file, output);
  if (lines === 0 && report.aboutElse > 0) {
    output.line(`  ${say("cli.import.aboutElse", { rows: report.aboutElse })}`);
    return;
  }
  if (rejected.total === lines) {
    describeNothing(report, output);
    return;
  }
  output.line(`  ${say("cli.import.new", { rows: report.accepted })}`);
  for (const kept of ["updated", "duplicates", "repeated", "aboutElse"] as const)
    if (report[kept] > 0) output.line(`  ${say(`cli.import.${kept}`, { rows: report[kept] })}`);
  if (rejected.total > 0) describeRejected(report, output);
  for (const warning of report.warnings) output.line(`  ${commandLineText(warning)}`);
}

/** What is wrong with the whole file, and what to do next. */
function describeNothing({ importId, read, rejected }: ImportReport, output: Output): void {
  if (read === 0) {
    output.line(say("cli.import.nothing.no-lines"));
    return;
  }
  output.line(say("cli.import.nothing", { lines: read }));
  for (const line of reasonLines(rejected.commonest)) output.line(`  ${line}`);
  const more = Object.keys(rejected.byReason).length - rejected.commonest.length;
  if (more > 0) output.line(`  ${say("cli.import.nothing.more", { more })}`);
  output.line(say("cli.import.nothing.next", { id: String(importId) }));
}

/** "1,286 missing customer, such as line 2: Customer ID is empty." */
export function reasonLines(reasons: readonly RejectedReason[]): string[] {
  return reasons.map(({ reason, rows, example }) =>
    say("cli.import.reason", {
      rows,
      reason: reason.replaceAll("_", " "),
      example: rejectedLine(toCorrect(example)),
    }),
  );
}

function describeRejected({ importId, rejected }: ImportReport, output: Output): void {
  const first = rejected.first.map(toCorrect);
  output.line(`  ${say("cli.import.rejected", { rows: rejected.total })}`);
  for (const [reason, rows] of Object.entries(rejected.byReason)) {
    const because = { rows, reason: reason.replaceAll("_", " ") };
    output.line(`    ${say("cli.import.rejected.because", because)}`);
  }
  for (const line of first) output.line(`  ${rejectedLine(line)}`);
  const more = rejected.total - first.length;
  if (more > 0) output.line(`  ${say("cli.import.rejected.more", { more, id: String(importId) })}`);
}

const DELIMITERS: Readonly<Record<string, string>> = { ";": "semicolon", "\t": "tab", "|": "bar" };

/** What is not plain CSV in UTF-8, and what was not taken for rows. */
export function describeReading(
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
