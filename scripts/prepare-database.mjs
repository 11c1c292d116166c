// Makes two embedded databases after an install, for first starts to copy: an empty one (making one takes some five
// seconds and half a gigabyte more memory than opening it; also as a dump, for those in memory), and one with the local
// workspace's invented customers, model and scores. Without them, e.g. on a read-only disk, a first start makes its own.
// MAINSTAY_SKIP_DEMO=1 leaves the second one out, where the bot runs on Slack anyway.
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

/** Chosen: ten times what it takes; an install must end. */
const MOST_MS = 5 * 60_000;

await prepareEmptyDatabase();
if (!process.env.MAINSTAY_SKIP_DEMO) prepareDemo();

async function prepareEmptyDatabase() {
  const folder = fileURLToPath(new URL("../node_modules/.cache/mainstay/empty-database", import.meta.url));
  const beside = `${folder}.${process.pid}`;
  try {
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    const database = await PGlite.create({ dataDir: beside });
    const dump = await database.dumpDataDir("none");
    await database.close();
    writeFileSync(`${beside}.tar`, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
    renameSync(`${beside}.tar`, `${folder}.tar`);
  } catch (error) {
    for (const half of [beside, `${beside}.tar`]) rmSync(half, { recursive: true, force: true });
    process.stderr.write(`No empty database was prepared (${error}); the first start makes one.\n`);
  }
}

/** In a process of its own: whatever happens to that one, the install goes on. */
function prepareDemo() {
  const script = fileURLToPath(new URL("./prepare-demo.ts", import.meta.url));
  const { status, signal, error } = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "ignore", "inherit"],
    timeout: MOST_MS,
  });
  if (status === 0) return;
  const reason = error?.message ?? (signal ? `ended by ${signal}` : "the reason is above");
  process.stderr.write(`No invented customers were prepared (${reason}); the first start makes them.\n`);
}
