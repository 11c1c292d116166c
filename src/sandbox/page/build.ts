import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startTypeScriptWorker } from "../../typescript-worker.ts";

const PAGE = import.meta.dirname;
const PROTOCOL = resolve(PAGE, "../page-protocol.ts");
const PACKAGES = resolve(PAGE, "../../../node_modules");
const CACHE = join(PACKAGES, ".cache/mainstay");
const TEMPORARY = join(tmpdir(), `mainstay-${String(process.getuid?.() ?? "page")}`);

/** Where built pages are kept, the first that can be written to; and whether what builds them is installed. */
export type PagePlaces = { readonly caches: readonly string[]; readonly canBuild: boolean };

/**
 * Builds the page if it is not built from exactly these sources and packages, and returns the folder with its
 * `index.html`. Several processes may call it at once: each builds beside the place and moves its folder there when it
 * is whole. Where the packages that build it are not installed, a page that was built from these sources is taken.
 * @throws Error with the compiler's report as `cause` where the sources do not build, or where there is nothing to build with.
 */
export async function buildPage(places: Partial<PagePlaces> = {}): Promise<string> {
  const { caches = [CACHE, TEMPORARY], canBuild = hasBuilder() } = places;
  const sources = await hashOfSources();
  const packages = shortHash(await installedPackages());
  for (const cache of caches) {
    if (cache === TEMPORARY && !(await isOurs(cache))) continue;
    const folder = canBuild
      ? join(cache, `page-${sources}-${packages}`)
      : await builtEarlier(cache, `page-${sources}-`);
    if (folder !== null && (await exists(join(folder, "index.html")))) return folder;
    if (folder !== null && canBuild && (await isWritable(cache))) return buildInto(cache, folder);
  }
  throw new Error(
    canBuild ? `The page cannot be built: none of ${caches.join(", ")} can be written to.` : NO_BUILDER,
  );
}

const NO_BUILDER =
  "The web page of the local workspace is not built, and the packages that build it are not installed. To try Mainstay out, " +
  "run `npm install` without leaving out development packages; to run it, set SLACK_BOT_TOKEN (README.md, Connect Slack).";

/** An install for production leaves the packages of development out, and with them what builds the page. */
function hasBuilder(): boolean {
  try {
    return Boolean(createRequire(import.meta.url).resolve("vite/package.json"));
  } catch {
    return false;
  }
}

/** The packages may have become fewer since, which changes nothing about the page. */
async function builtEarlier(cache: string, prefix: string): Promise<string | null> {
  const names = await readdir(cache).catch(() => []);
  const finished = names.find((name) => name.startsWith(prefix) && FINISHED.test(name));
  return finished === undefined ? null : join(cache, finished);
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
  if (cache !== TEMPORARY) await removeOlder(cache, folder);
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

/** A folder that is being built has a suffix. */
const FINISHED = /^page-[0-9a-f]+(-[0-9a-f]+)?$/;

/** Finished folders of other sources. */
async function removeOlder(cache: string, folder: string): Promise<void> {
  const finished = (await readdir(cache)).filter((name) => FINISHED.test(name));
  const older = finished.map((name) => join(cache, name)).filter((path) => path !== folder);
  await Promise.all(older.map((path) => rm(path, { recursive: true, force: true })));
}

/** Of every file of the page and the protocol. */
async function hashOfSources(): Promise<string> {
  const entries = await readdir(PAGE, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash("sha256");
  for (const file of [...files, PROTOCOL])
    hash.update(`${file.slice(PAGE.length)}\0`).update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

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
