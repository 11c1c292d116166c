import type { Command } from "commander";
import type { Database } from "../store/database/database.ts";
import { migrationStatus } from "../store/database/migrate.ts";
import { PARTS } from "../store/database/parts/make-parts.ts";
import { dropOld, partition, type Told, undoPartition } from "../store/database/parts/partition.ts";
import { PartitionRefused } from "../store/database/parts/partition-refused.ts";
import { say } from "../words/command-line.ts";
import { withDatabaseAsItIs } from "./database-as-it-is.ts";
import type { Output } from "./output.ts";
import { Refusal } from "./refusal.ts";
import { withJson } from "./run-command.ts";

type Options = { readonly json?: boolean; readonly dropOld?: boolean; readonly undo?: boolean };

/** `db partition`: for a server with more activities than its memory holds. */
export function registerDbPartition(db: Command): void {
  withJson(db.command("partition"))
    .description(
      "divide the activities of a large server into parts by customer, while the bot runs; goes on where it was stopped",
    )
    .option("--undo", "go back to one table, while the old one is still there")
    .option("--drop-old", "let the old table go, once you need no way back")
    .action((options: Options) =>
      withDatabaseAsItIs(options, (database, output) => refusing(act(database, output, options))),
    );
}

async function act(database: Database, output: Output, options: Options): Promise<object> {
  if (options.dropOld) {
    await dropOld(database);
    output.line(say("cli.db.partition.dropped"));
    return { parts: PARTS };
  }
  const progress = progressOf(output);
  if (options.undo) {
    await undoPartition(database, progress.told).finally(progress.stop);
    output.line(say("cli.db.partition.undone"));
    return { parts: 1 };
  }
  if ((await migrationStatus(database)).pending.length > 0) throw new Refusal(say("cli.db.pending"));
  const rows = await partition(database, progress.told).finally(progress.stop);
  output.line(
    rows === null ? say("cli.db.partition.already") : say("cli.db.partition.done", { parts: PARTS, rows }),
  );
  return { parts: PARTS, compared: rows };
}

const TENTHS = 10;

/** A bar on a terminal; a line for each tenth where the output goes to a file, as with a copy of hours. */
function progressOf(output: Output): { readonly told: Told; readonly stop: () => void } {
  const bars = {
    copying: output.progress(say("cli.db.partition.copying")),
    comparing: output.progress(say("cli.db.partition.comparing")),
  };
  let said = "";
  const told: Told = (step, customer, last) => {
    bars[step].update(customer, last);
    const tenth = `${step} ${Math.floor((customer / Math.max(last, 1)) * TENTHS)}`;
    if (tenth === said || process.stderr.isTTY) return;
    said = tenth;
    output.line(say("cli.db.partition.step", { step, customer, last }));
  };
  return { told, stop: () => Object.values(bars).forEach((bar) => void bar.stop()) };
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof PartitionRefused)) throw error;
    throw new Refusal(say(`cli.db.partition.refused.${error.why}`, error.about));
  });
}
