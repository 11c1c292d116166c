import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startTypeScriptWorker } from "../../typescript-worker.ts";

const PAGE = import.meta.dirname;
const PROTOCOL = resolve(PAGE, "../page-protocol.ts");
const PACKAGES = resolve(PAGE, "../../../node_modules");
const CACHE = join(PACKAGES, ".cache/mainstay");
const TEMPORARY = join(tmpdir(), `mainstay-${String(process.getuid?.() ?? "page")}`);

/**
 * Builds the page if it is not built from exactly these sources and packages, and returns the folder with its
 * `index.html`. Several processes may call it at once: each builds beside the place and moves its folder there when it
 * is whole.
 * @throws Error with the compiler's report as `cause` where the sources do not build.
 */
export async function buildPage(): Promise<string> {
  const sources = await hashOfSources();
  for (const cache of [CACHE, TEMPORARY]) {
    const folder = join(cache, `page-${sources}`);
    if (cache === TEMPORARY && !(await isOurs(cache))) continue;
    if (await exists(join(folder, "index.html"))) return folder;
    if (await isWritable(cache)) return buildInto(cache, folder);
  }
  throw new Error(`The page cannot be built: neither ${CACHE} nor ${TEMPORARY} can be written to.`);
}

/** Anybody may put a folder into the temporary one; only what we made ourselves is served. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found === null || found.uid === (process.getuid?.() ?? found.uid);
}

async function buildInto(cache: string, folder: string): Promise<string> {
  const beside = `${folder}.${String(process.pid)}`;
  try {
    await compile(beside);
  } catch (cause) {
    throw new Error("The web page of the local workspace could not be built.", { cause });
  }
  // Another clone may serve its page from the temporary folder.
  if (cache === CACHE) await removeOlder(folder);
  await rename(beside, folder).catch((cause: unknown) => keepTheOther(folder, beside, cause));
  return folder;
}

/** In a thread of its own: the caller goes on, and Vite sets NODE_ENV for the whole process it runs in. */
async function compile(folder: string): Promise<void> {
  const worker = startTypeScriptWorker(new URL("./build-worker.ts", import.meta.url), {
    workerData: { folder },
    env: { NODE_ENV: "production" },
    stdout: true,
    stderr: true,
  });
  await once(worker, "message");
  await worker.terminate();
}

/** Another process was faster with the same sources: its folder is as good. */
async function keepTheOther(folder: string, beside: string, cause: unknown): Promise<void> {
  await rm(beside, { recursive: true, force: true });
  if (!(await exists(join(folder, "index.html")))) throw new Error(`${folder} cannot be written.`, { cause });
}

/** Finished folders of other sources; one that is being built has a suffix. */
async function removeOlder(folder: string): Promise<void> {
  const finished = (await readdir(CACHE)).filter((name) => /^page-[0-9a-f]+$/.test(name));
  const older = finished.map((name) => join(CACHE, name)).filter((path) => path !== folder);
  await Promise.all(older.map((path) => rm(path, { recursive: true, force: true })));
}

/** Of every file of the page, the protocol, and the list of installed packages: 16 hexadecimal digits. */
async function hashOfSources(): Promise<string> {
  const entries = await readdir(PAGE, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash("sha256");
  for (const file of [...files, PROTOCOL])
    hash.update(`${file.slice(PAGE.length)}\0`).update(await readFile(file));
  return hash
    .update(await installedPackages())
    .digest("hex")
    .slice(0, 16);
}

/** npm's own list; other package managers keep none there. */
const installedPackages = () => readFile(join(PACKAGES, ".package-lock.json"), "utf8").catch(() => "");

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${String(process.pid)}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}
