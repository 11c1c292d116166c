// Makes one empty embedded database after an install, for first starts to copy: making one takes some five seconds and
// half a gigabyte more memory than opening it. Without it, e.g. on a read-only disk, a first start makes its own.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

const folder = fileURLToPath(new URL("../node_modules/.cache/mainstay/empty-database", import.meta.url));
const beside = `${folder}.${process.pid}`;
try {
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  const database = await PGlite.create({ dataDir: beside });
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
} catch (error) {
  rmSync(beside, { recursive: true, force: true });
  process.stderr.write(`No empty database was prepared (${error}); the first start makes one.\n`);
}
