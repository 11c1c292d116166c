import { storeFiles } from "./store-files.ts";

/** Where SQL may be sent past `statement`, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "database/statement.ts": "sends what was stated",
  "database/binary-row.ts": "sends what was stated, with the values in it",
  "database/copy-then.ts":
    "sends what was stated behind rows for COPY, which the database reads by the types of the columns",
  "database/stoppable.ts": "ends another statement on the server; stated ones are sent through it",
  "database/transaction.ts": "BEGIN, COMMIT and ROLLBACK have neither parameters nor columns",
  "database/snapshot.ts": "the same, with settings of the transaction",
  "database/migrate.ts": "reads the migration engine's own table, which no migration makes",
  "database/backup/write-backup.ts": "copies every table of any version, by names from the catalogue",
  "database/backup/restore-backup.ts": "the same",
  "database/parts/layout.ts": "asks which tables there are that no migration makes",
  "database/parts/mirror.ts": "makes triggers for such tables, by which they follow the activities",
  "database/parts/make-parts.ts": "makes such a table by what the catalogue says of the present one",
  "database/parts/copy-rows.ts": "copies and compares every column of any version",
  "database/parts/swap.ts": "gives tables, indexes and triggers other names",
  "database/parts/within-lock-timeout.ts": "BEGIN, COMMIT and ROLLBACK have neither parameters nor columns",
  "database/parts/partition.ts": "takes its turn by a lock of the session, and drops what stands aside",
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
