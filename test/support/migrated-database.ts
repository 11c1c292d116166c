import { constants, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { openDatabase } from "../../src/store/database/database.ts";
import { DATABASE_FOLDER } from "../../src/store/database/embedded-database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { keptForSources } from "./kept-for-sources.ts";

/*
 * An empty database with all migrations applied: making one takes seven seconds of computing, opening a copy two.
 */

const DUMP = "dump.tar";

/** To begin a database in memory with: a file as PGlite dumps a database. */
export const migratedDump = async (): Promise<string> => join(await migratedDatabase(), DUMP);

/** Its folder, which nobody opens: it is copied. */
export const migratedFolder = async (): Promise<string> => join(await migratedDatabase(), DATABASE_FOLDER);

/** Puts it into a data folder that has no database yet, as if an earlier start had made the tables. */
export async function beginMigrated(dataFolder: string): Promise<void> {
  const from = await migratedFolder();
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  cpSync(from, join(dataFolder, DATABASE_FOLDER), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

const migratedDatabase = () =>
  keptForSources(
    "database",
    ["prisma/migrations", "src/store/database", "package-lock.json"],
    async (folder) => {
      const database = await openDatabase({ kind: "embedded", folder });
      await migrate(database);
      await database.close();
      writeFileSync(join(folder, DUMP), await dumpOf(join(folder, DATABASE_FOLDER)));
    },
  );

async function dumpOf(folder: string): Promise<Uint8Array> {
  const database = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } });
  const dump = await database.dumpDataDir("none");
  await database.close();
  return new Uint8Array(await dump.arrayBuffer());
}
