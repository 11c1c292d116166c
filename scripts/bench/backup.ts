// npm run bench -- backup [--native] [--activities N]: seconds, size and memory of a backup, and of putting it back into a new
// embedded database. Memory is this thread's own heap and buffers, so that the database's does not stand in it.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreBackup } from "../../src/store/database/backup/restore-backup.ts";
import { writeBackup } from "../../src/store/database/backup/write-backup.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { runOnBenchDatabase } from "./bench-database.ts";

const MEGABYTE = 1_000_000;
const now = new Date();

await runOnBenchDatabase(async ({ name, database }) => {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-backup-"));
  const file = join(folder, "all.backup");
  const into = await openDatabase({ kind: "embedded", folder: join(folder, "data") });
  try {
    await migrate(into);
    const taken = await measured(() => writeBackup(database, file, now));
    say({
      what: "backup",
      of: name,
      rows: taken.result.rows,
      ...taken.cost,
      megabytes: megabytes(statSync(file).size),
    });
    const restored = await measured(() => restoreBackup(into, file, { replace: false, now }));
    say({ what: "restore", into: "embedded", rows: restored.result.rows, ...restored.cost });
  } finally {
    await into.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function measured<T>(work: () => Promise<T>) {
  let most = 0;
  const own = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = own();
  const watching = setInterval(() => {
    most = Math.max(most, own() - before);
  }, 50);
  const startedAt = performance.now();
  const result = await work();
  clearInterval(watching);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { result, cost: { seconds, mostMemoryMegabytes: megabytes(most) } };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
