import { storeFiles } from "./store-files.ts";

/** Where SQL may be sent past `statement`, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "database/statement.ts": "sends what was stated",
  "database/transaction.ts": "BEGIN, COMMIT and ROLLBACK have neither parameters nor columns",
  "database/snapshot.ts": "the same, with settings of the transaction",
  "database/migrate.ts": "reads the migration engine's own table, which no migration makes",
  "database/backup/write-backup.ts": "copies every table of any version, by names from the catalogue",
  "database/backup/restore-backup.ts": "the same",
};

const SENDS_SQL = /\.query\b|\$(?:query|execute)Raw/;

/** The store's files that send SQL which the check cannot see. */
export function strayQueries(files: ReadonlyMap<string, string> = storeFiles()): string[] {
  const stray: string[] = [];
  for (const [name, content] of files) {
    if (name in ALLOWED) continue;
    content.split("\n").forEach((line, index) => {
      if (SENDS_SQL.test(line.replace(/^\s*(\*|\/\/).*/, ""))) {
        stray.push(`src/store/${name}:${index + 1}: sends SQL that no statement states: ${line.trim()}`);
      }
    });
  }
  return stray;
}
