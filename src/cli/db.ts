import type { Command } from "commander";
import { migrate, migrationStatus } from "../store/database/migrate.ts";
import { type Layout, readLayout } from "../store/database/parts/layout.ts";
import { say } from "../words/command-line.ts";
import { withDatabaseAsItIs } from "./database-as-it-is.ts";
import { registerDbPartition } from "./db-partition.ts";
import { withJson } from "./run-command.ts";

type Options = { json?: boolean };

export function registerDb(program: Command): void {
  const db = program.command("db").description("look after the database's schema");
  withJson(db.command("migrate").description("bring the schema to the newest version")).action(
    (options: Options) =>
      withDatabaseAsItIs(options, async (database, output) => {
        const applied = await migrate(database);
        output.line(
          applied.length === 0
            ? say("cli.db.up-to-date")
            : say("cli.db.applied", { migrations: applied.join(", ") }),
        );
        return { applied };
      }),
  );
  withJson(
    db
      .command("status")
      .description("list applied and pending migrations, and how the activities are laid out"),
  ).action((options: Options) =>
    withDatabaseAsItIs(options, async (database, output) => {
      const status = await migrationStatus(database);
      for (const name of status.applied) output.line(`applied  ${name}`);
      for (const name of status.pending) output.line(`pending  ${name}`);
      if (status.pending.length > 0) output.line(say("cli.db.pending"));
      const layout = await readLayout(database.pool);
      output.line(say("cli.db.layout", layoutSaid(layout)));
      return { ...status, layout };
    }),
  );
  registerDbPartition(db);
}

const layoutSaid = ({ parts, aside, copiedThrough }: Layout) => ({
  parts,
  aside: aside ?? "none",
  through: copiedThrough ?? 0,
});
