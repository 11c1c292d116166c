import { databaseLocation } from "../compose.ts";
import { loadConfig } from "../config.ts";
import { type Database, openDatabase } from "../store/database/database.ts";
import { createOutput, type Output } from "./output.ts";

/** For commands about the database itself: unlike others they do not bring its schema up to date first. */
export async function withDatabaseAsItIs(
  options: { readonly json?: boolean },
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
