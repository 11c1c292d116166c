// Makes after an install what first starts take: an empty embedded database (making one takes some five seconds and half
// a gigabyte more memory than opening it; also as a dump, for those in memory), the program built of its sources, the local
// workspace's page, and a database with its invented customers, model and scores. Without them, e.g. on a read-only disk, a first start makes its own.
// MAINSTAY_SKIP_DEMO=1 leaves out page and invented customers, where the bot runs on Slack anyway. An install without the
// packages of development has no local workspace: it makes the empty database alone.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { builtProgram } from "./program/built-program.mjs";

/** Chosen: ten times what it takes; an install must end. */
const MOST_MS = 5 * 60_000;

const isForDevelopment = canBuildPage();
await prepareEmptyDatabase();
await builtProgram();
if (isForDevelopment && !process.env.MAINSTAY_SKIP_DEMO) {
  prepare("prepare-page.ts", "No page was built", "the first start builds it");
  prepare("prepare-demo.ts", "No invented customers were prepared", "the first start makes them");
}

/** Vite builds the page; it is a package of development. */
function canBuildPage() {
  try {
    return Boolean(createRequire(import.meta.url).resolve("vite/package.json"));
  } catch {
    return false;
  }
}

async function prepareEmptyDatabase() {
  const folder = fileURLToPath(new URL("../node_modules/.cache/mainstay/empty-database", import.meta.url));
  const beside = `${folder}.${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(beside, { mode: 0o700 });
    const database = await PGlite.create({ dataDir: beside });
    const dump = isForDevelopment ? await database.dumpDataDir("none") : null;
    await database.close();
    if (dump) writeFileSync(`${beside}.tar`, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
    letAllRead(beside);
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
    if (dump) renameSync(`${beside}.tar`, `${folder}.tar`);
  } catch (error) {
    for (const half of [beside, `${beside}.tar`]) rmSync(half, { recursive: true, force: true });
    process.stderr.write(`No empty database was prepared (${error}); the first start makes one.\n`);
  }
}

/** Nothing is in it yet, and the bot may run as another user than the one who installs. */
function letAllRead(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letAllRead(path);
    else chmodSync(path, 0o644);
  }
}

/** In a process of its own: whatever happens to that one, the install goes on. */
function prepare(file, failed, otherwise) {
  const script = fileURLToPath(new URL(`./${file}`, import.meta.url));
  const { status, signal, error } = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "ignore", "inherit"],
    timeout: MOST_MS,
  });
  if (status === 0) return;
  const reason = error?.message ?? (signal ? `ended by ${signal}` : "the reason is above");
  process.stderr.write(`${failed} (${reason}); ${otherwise}.\n`);
}
