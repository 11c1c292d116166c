import type { Command } from "commander";
import { databaseLocation } from "../compose.ts";
import { loadConfig } from "../config.ts";
import { type Database, openDatabase } from "../store/database/database.ts";
import { migrate, migrationStatus } from "../store/database/migrate.ts";
import { say } from "../words/command-line.ts";
import { createOutput, type Output } from "./output.ts";
import { withJson } from "./run-command.ts";

type Options = { json?: boolean };

export function registerDb(program: Command): void {
  const db = program.command("db").description("look after the database's schema");
  withJson(db.command("migrate").description("bring the schema to the newest version")).action(
    (options: Options) =>
      withDatabase(options, async (database, output) => {
        const applied = await migrate(database);
        output.line(
          applied.length === 0
            ? say("cli.db.up-to-date")
            : say("cli.db.applied", { migrations: applied.join(", ") }),
        );
        return { applied };
      }),
  );
  withJson(db.command("status").description("list applied and pending migrations")).action(
    (options: Options) =>
      withDatabase(options, async (database, output) => {
        const status = await migrationStatus(database);
        for (const name of status.applied) output.line(`applied  ${name}`);
        for (const name of status.pending) output.line(`pending  ${name}`);
        if (status.pending.length > 0) output.line(say("cli.db.pending"));
        return status;
      }),
  );
}

/** Unlike other commands these do not bring the schema up to date by themselves. */
async function withDatabase(
  options: Options,
  work: (database: Database, output: Output) => Promise<object>,
): Promise<void> {
  const output = createOutput(options.json ?? false);
  const database = await openDatabase(databaseLocation(loadConfig()));
  try {
    output.result(await work(database, output));
  } finally {
    await database.close();
  }
}
