import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { RejectedRow } from "../../domain/imports/imports.ts";
import { tableFile } from "../../slack/blocks/table-file.ts";
import { MAX_RAW_LENGTH } from "../../sources/csv/rejected-row.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { parseLimit, parseRowId } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; limit: number; csv?: string; toCorrect?: string };

/** Lines a terminal shows; chosen. */
const MOST_LINES = 50;

export function registerRejected(program: Command): void {
  withJson(
    program
      .command("rejected")
      .description("the lines of an imported file that could not be taken over, with what to correct")
      .argument(
        "[import]",
        "its number, as `import` says it (default: the newest one with such lines)",
        parseRowId,
      )
      .option("--limit <count>", "at most so many lines", parseLimit, MOST_LINES)
      .option("--csv <file>", "write all of them to a file, with what is wrong and the lines as they were")
      .option("--to-correct <file>", "write them to a file with its header, to correct and import"),
  ).action((importId: number | undefined, options: Options) =>
    options.toCorrect === undefined
      ? listRejected(importId, options)
      : writeToCorrect(importId, { ...options, toCorrect: options.toCorrect }),
  );
}

/** Lines that were cut short when they were kept cannot be corrected in that file: they are told, not written. */
function writeToCorrect(
  importId: number | undefined,
  { json, toCorrect: path }: Options & { toCorrect: string },
): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const explain = (row: RejectedRow) => toCorrect(row).text;
    const made = await app.flows.correctRejected({ importId: importId ?? null, explain });
    if (made.kind === "no-header")
      throw new Refusal(say("cli.rejected.no-header", { id: String(made.importId) }));
    if (made.kind === "no-import" && importId !== undefined)
      throw new Refusal(say("cli.rejected.unknown", { id: String(importId) }));
    if (made.kind === "no-import") {
      output.line(say("cli.rejected.none"));
      return { lines: 0, cut: 0 };
    }
    if (made.cut > 0) output.line(say("cli.rejected.cut", { lines: made.cut, longest: MAX_RAW_LENGTH }));
    if (made.lines === 0) {
      if (made.cut === 0) output.line(say("cli.rejected.none-of", { id: String(made.importId) }));
      return { import: made.importId, lines: 0, cut: made.cut };
    }
    await writeFile(path, made.text);
    output.line(say("cli.rejected.written", { lines: made.lines, file: path }));
    return { import: made.importId, lines: made.lines, cut: made.cut, file: path };
  });
}

function listRejected(importId: number | undefined, { json, limit, csv }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const request = { importId: importId ?? null, limit: csv === undefined ? limit : null };
    const listed = await app.flows.listRejected(request);
    if (listed.kind === "no-import") {
      if (importId !== undefined) throw new Refusal(say("cli.rejected.unknown", { id: String(importId) }));
      output.line(say("cli.rejected.none"));
      return { import: null, lines: [] };
    }
    const { of } = listed;
    const lines = listed.rows.map(toCorrect);
    if (csv !== undefined) await writeFile(csv, rejectedFile(lines));
    const { id, fileName, rejected } = of;
    output.heading(say("cli.rejected.heading", { id: String(id), file: fileName, rows: rejected }));
    const shown = lines.slice(0, limit);
    for (const line of shown) output.line(`  ${rejectedLine(line)}`);
    if (rejected > shown.length) output.line(say("cli.rejected.more", { more: rejected - shown.length }));
    return { import: of, lines };
  });
}

/** A rejected line as the command line tells it; `text` says what to correct. */
export type ToCorrect = Pick<RejectedRow, "line" | "reason" | "raw"> & { readonly text: string };

export function toCorrect({ line, reason, raw, problems }: RejectedRow): ToCorrect {
  return { line, reason, raw, text: problems.map(commandLineText).join(" ") };
}

export const rejectedLine = ({ line, text }: ToCorrect): string =>
  say("cli.import.rejected.line", { line, text });

function rejectedFile(lines: readonly ToCorrect[]): string {
  const head = ["line", "reason", "problem", "raw"];
  const rows = lines.map(({ line, reason, text, raw }) => [
    { text: String(line), value: line },
    ...[reason, text, raw].map((cell) => ({ text: cell })),
  ]);
  return tableFile({ head, rows });
}
