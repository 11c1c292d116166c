import type { Command } from "commander";
import type { Undo, UndoRefusal } from "../../domain/imports/undo.ts";
import { phrase } from "../../domain/phrase.ts";
import { say } from "../../words/command-line.ts";
import { parseRowId } from "../arguments.ts";
import { isAgreed } from "../is-agreed.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";

type Options = { json?: boolean; yes?: boolean };

export function registerUndo(command: Command): void {
  withJson(
    command
      .command("undo")
      .description("take an import back: what it added goes; what others changed since, or hang on, stays")
      .argument("<import>", "its number, as `import list` says it", parseRowId)
      .option("--yes", "take it back without asking"),
  ).action(undo);
}

function undo(importId: number, { json, yes = false }: Options): Promise<void> {
  return runWithApp({ json }, async ({ app, output }) => {
    const planned = await app.flows.planUndo({ importId });
    if (planned.kind !== "planned") throw refusalOf(planned, importId);
    const { of } = planned;
    const named = { id: String(importId), file: of.fileName };
    output.heading(say("cli.undo.plan", named));
    for (const line of undoLines(planned.undo, of.updated)) output.line(`  ${line}`);
    if (!yes && !(await isAgreed("cli.undo.ask"))) throw new Refusal(say("cli.undo.not-undone", named));
    const undone = await app.flows.undoImport({ importId });
    if (undone.kind !== "undone") throw refusalOf(undone, importId);
    describeUndone(undone.undo, named, output);
    return { import: undone.of, undone: undone.undo };
  });
}

function refusalOf(refusal: UndoRefusal, importId: number): Refusal {
  const id = String(importId);
  switch (refusal.kind) {
    case "unknown":
      return new Refusal(say("cli.imports.unknown", { id }));
    case "costs":
      return new Refusal(say("cli.undo.costs", { id, entries: refusal.entries }));
    case "closed":
      return new Refusal(
        say("cli.undo.closed", { id, rows: refusal.rows, through: { day: refusal.through } }),
      );
    default:
      return new Refusal(say(`cli.undo.${refusal.kind}`, { id }));
  }
}

/** @param updated rows it changed, of which only activities have their old values kept */
function undoLines({ rows, restored, customers, held, changedLater }: Undo, updated: number): string[] {
  const kept = updated - restored - changedLater;
  return [
    say("cli.undo.rows", { rows, customers }),
    ...(restored > 0 ? [say("cli.undo.restored", { rows: restored })] : []),
    ...(changedLater > 0 ? [say("cli.undo.changed-later", { rows: changedLater })] : []),
    ...(kept > 0 ? [say("cli.undo.not-restored", { rows: kept })] : []),
    ...held.map(({ because, customers, names }) =>
      say("cli.undo.held", {
        customers,
        names: names.join(", "),
        more: customers - names.length,
        because: phrase(`cli.undo.because.${because}`),
      }),
    ),
  ];
}

function describeUndone(
  undone: Undo,
  named: { readonly id: string; readonly file: string },
  output: Output,
): void {
  const { rows, customers, restored } = undone;
  output.line(say("cli.undo.done", { ...named, rows, customers, restored }));
}
