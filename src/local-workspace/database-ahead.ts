import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../config.ts";
import { DATABASE_FOLDER, startDatabaseAhead } from "../store/database/embedded-database.ts";

/**
 * Has the database that the local workspace will open start in its thread, while this one still reads the program. Says nothing: what
 * is wrong with the settings or the folder is told by the start itself, which takes the database over.
 */
export function openDatabaseAhead(): void {
  const config = settings();
  if (config === null || config.slack !== null || config.databaseUrl !== null) return;
  // A new folder gets its first contents before it is opened.
  if (existsSync(join(config.dataFolder, DATABASE_FOLDER))) startDatabaseAhead(config.dataFolder);
}

function settings() {
  try {
    return loadConfig();
  } catch {
    return null;
  }
}
