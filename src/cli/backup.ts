import type { Command } from "commander";
import { BackupRefused } from "../store/database/backup/backup-lines.ts";
import { refuseInUse, restoreBackup } from "../store/database/backup/restore-backup.ts";
import { writeBackup } from "../store/database/backup/write-backup.ts";
import type { Database } from "../store/database/database.ts";
import { LOOKED_FOR_DAYS } from "../store/messages/outbox-claims.ts";
import { say } from "../words/command-line.ts";
import { withDatabaseAsItIs } from "./database-as-it-is.ts";
import type { Output } from "./output.ts";
import { Refusal } from "./refusal.ts";
import { withJson } from "./run-command.ts";

type Options = { readonly json?: boolean };

/** `backup` and `restore`: one file for both kinds of database. */
export function registerBackup(program: Command): void {
  withJson(program.command("backup"))
    .description("write everything that is kept to one file, as of one moment")
    .argument("<file>", "a file that is not there yet; only you can read it")
    .action((file: string, options: Options) =>
      withDatabase(options, (database, output) => backUp(database, output, file)),
    );
  withJson(program.command("restore"))
    .description("put a backup back into an empty database, also of the other kind")
    .argument("<file>", "what `backup` has written")
    .option("--replace", "delete what is in the database first")
    .action((file: string, options: Options & { readonly replace?: boolean }) =>
      withDatabase(options, (database, output) => restore(database, output, file, options.replace ?? false)),
    );
}

async function backUp(database: Database, output: Output, file: string): Promise<object> {
  const { takenAt, ...counts } = await writeBackup(database, file, new Date());
  output.line(say("cli.backup.taken", { ...counts, file, at: minuteOf(takenAt) }));
  return { file, takenAt, ...counts };
}

async function restore(database: Database, output: Output, file: string, replace: boolean): Promise<object> {
  await refuseInUse(database);
  const restored = await restoreBackup(database, file, { replace, now: new Date() });
  const { takenAt, tables, rows, migrated } = restored;
  output.line(say("cli.backup.restored", { rows, tables, at: minuteOf(takenAt) }));
  if (migrated.length > 0) output.line(say("cli.backup.migrated", { count: migrated.length }));
  output.line(say("cli.backup.looks-first", { days: LOOKED_FOR_DAYS }));
  return restored;
}

const minuteOf = (at: Date) => at.toISOString().slice(0, 16).replace("T", " ");

/** As it is: a backup is of the schema that is there, and a restore makes its own. */
function withDatabase(
  options: Options,
  work: (database: Database, output: Output) => Promise<object>,
): Promise<void> {
  return withDatabaseAsItIs(options, async (database, output) => {
    try {
      return await work(database, output);
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
      throw new Refusal(say(`cli.backup.refused.${error.why}`, error.about));
    }
  });
}
