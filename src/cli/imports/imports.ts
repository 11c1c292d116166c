import type { Command } from "commander";
import type { KeptImport } from "../../domain/imports/imports.ts";
import { say } from "../../words/command-line.ts";
import { parseLimit, parseRowId } from "../arguments.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { reasonLines } from "./describe-import.ts";
import { momentText } from "./moment-text.ts";
import { registerRejected } from "./rejected.ts";
import { registerUndo } from "./undo.ts";

type Options = { json?: boolean; limit: number };

/** Imports a terminal shows; chosen. */
const MOST_IMPORTS = 20;

/** `import list|show|rejected|undo`: what was imported, what was not, and how to take it back. */
export function registerImports(command: Command): void {
  withJson(
    command
      .command("list")
      .description("what was imported, the newest first")
      .option("--limit <count>", "at most so many", parseLimit, MOST_IMPORTS),
  ).action(list);
  withJson(
    command
      .command("show")
      .description("one import: its counts, and why lines were rejected")
      .argument("<import>", "its number, as `import list` says it", parseRowId),
  ).action(show);
  registerRejected(command);
  registerUndo(command);
}

function list({ json, limit }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const imports = await app.flows.listImports({ limit });
    if (imports.length === 0) output.line(say("cli.imports.none"));
    else for (const line of table(imports, config.timeZone)) output.line(line);
    return { imports };
  });
}

const COUNTS = ["read", "accepted", "updated", "duplicates", "rejected"] as const;
const HEAD = ["id", "file", "what", "when", "state", ...COUNTS] as const;

function table(imports: readonly KeptImport[], timeZone: string): string[] {
  const rows = imports.map((each) => [
    String(each.id),
    each.fileName,
    each.preset,
    momentText(each.startedAt, timeZone),
    say(`cli.imports.state.${each.status}`),
    ...COUNTS.map((count) => say("cli.imports.count", { rows: each[count] })),
  ]);
  return textTable(
    HEAD.map((column) => say(`cli.imports.head.${column}`)),
    rows,
    [1, 2, 3, 4],
  );
}

function show(importId: number, { json }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, config, output }) => {
    const shown = await app.flows.showImport({ importId });
    if (shown === null) throw new Refusal(say("cli.imports.unknown", { id: String(importId) }));
    const { of, reasons } = shown;
    output.heading(say("cli.imports.heading", { id: String(of.id), file: of.fileName }));
    const about = { what: of.preset, source: of.source, when: momentText(of.startedAt, config.timeZone) };
    output.line(`  ${say("cli.imports.about", { ...about, state: say(`cli.imports.state.${of.status}`) })}`);
    for (const count of COUNTS) output.line(`  ${say(`cli.imports.counted.${count}`, { rows: of[count] })}`);
    for (const line of reasonLines(reasons)) output.line(`    ${line}`);
    if (of.rejected > 0) output.line(say("cli.imports.correct", { id: String(of.id) }));
    return { import: of, reasons };
  });
}
