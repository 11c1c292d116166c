import type { Command } from "commander";
import { sizePhrases } from "../domain/table-size.ts";
import type { Database } from "../store/database/database.ts";
import { migrate, migrationStatus } from "../store/database/migrate.ts";
import { type Layout, readLayout } from "../store/database/parts/layout.ts";
import { readTableSizes } from "../store/database/table-sizes.ts";
import { commandLineText, say } from "../words/command-line.ts";
import { withDatabaseAsItIs } from "./database-as-it-is.ts";
import { registerDbPartition } from "./db-partition.ts";
import type { Output } from "./output.ts";
import { withJson } from "./run-command.ts";

/** Tables that are named; `--json` has all of them. */
const LARGEST = 8;

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
      .description(
        "list applied and pending migrations, how the activities are laid out, and which tables grow",
      ),
  ).action((options: Options) => withDatabaseAsItIs(options, tellStatus));
  registerDbPartition(db);
}

async function tellStatus({ pool }: Database, output: Output): Promise<object> {
  const status = await migrationStatus({ pool });
  for (const name of status.applied) output.line(`applied  ${name}`);
  for (const name of status.pending) output.line(`pending  ${name}`);
  if (status.pending.length > 0) output.line(say("cli.db.pending"));
  const layout = await readLayout(pool);
  output.line(`layout   ${say("cli.db.layout", layoutSaid(layout))}`);
  // An older schema has nowhere to look up what was there before.
  if (status.pending.length > 0) return { ...status, layout };
  const sizes = await readTableSizes(pool, new Date().toISOString().slice(0, 10));
  for (const said of sizePhrases(sizes, LARGEST)) output.line(`size     ${commandLineText(said)}`);
  return { ...status, layout, sizes };
}

const layoutSaid = ({ parts, aside, copiedThrough }: Layout) => ({
  parts,
  aside: aside ?? "none",
  through: copiedThrough ?? 0,
});
