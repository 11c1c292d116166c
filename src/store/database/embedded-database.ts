import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { PoolConfig } from "pg";
import { startTypeScriptWorker } from "../../typescript-worker.ts";
import { beginDatabaseFolder, type FirstContents, firstDump } from "./first-contents.ts";
import { lockFolder } from "./folder-lock.ts";

export type EmbeddedDatabase = { readonly connection: PoolConfig; close(): Promise<void> };

const MAX_CONNECTIONS = 100;
/** Within the data folder. */
export const DATABASE_FOLDER = "postgres";

/** What was begun and nobody has asked for yet, by data folder. */
const ahead = new Map<string, Promise<EmbeddedDatabase>>();

/** Begins what `startEmbeddedDatabase` does for a folder that has a database; whoever calls that next gets it, or what went wrong. */
export function startDatabaseAhead(dataFolder: string): void {
  const started = startInFolder(dataFolder);
  started.catch(() => {}); // Told to whoever asks for it.
  ahead.set(dataFolder, started);
}

/**
 * Starts PostgreSQL in a worker thread and serves it on a Unix socket that only this user can open.
 * @param dataFolder where the data lives
 * @param firstContents for a folder that has no database yet
 * @throws FolderInUseError when another process has the folder open
 */
export function startEmbeddedDatabase(
  dataFolder: string,
  firstContents?: FirstContents,
): Promise<EmbeddedDatabase> {
  const begun = ahead.get(dataFolder);
  ahead.delete(dataFolder);
  return begun ?? startInFolder(dataFolder, firstContents);
}

async function startInFolder(dataFolder: string, firstContents?: FirstContents): Promise<EmbeddedDatabase> {
  const socketFolder = makeSocketFolder();
  const lock = lockFolder(dataFolder, socketFolder);
  const folder = join(dataFolder, DATABASE_FOLDER);
  return serve(socketFolder, {
    release: () => lock.release(),
    async begin() {
      await beginDatabaseFolder(folder, firstContents);
      return { folder, dump: null };
    },
  });
}

/**
 * The same in memory, gone when closed.
 * @param dump of a database to begin with, in a file as PGlite writes it; an empty one unless given
 */
export function startDatabaseInMemory(dump: string | null = firstDump()): Promise<EmbeddedDatabase> {
  return serve(makeSocketFolder(), { release: () => {}, begin: async () => ({ folder: null, dump }) });
}

const makeSocketFolder = () => mkdtempSync(join(tmpdir(), "mainstay-")); // mkdtemp makes it 0700.

type Contents = { readonly folder: string | null; readonly dump: string | null };

async function serve(
  socketFolder: string,
  data: { begin(): Promise<Contents>; release(): void },
): Promise<EmbeddedDatabase> {
  const release = () => {
    data.release();
    rmSync(socketFolder, { recursive: true, force: true });
  };
  try {
    const worker = await startWorker(await data.begin(), socketFolder);
    return {
      connection: { host: socketFolder, user: "postgres", database: "postgres", password: "" },
      close: () => stopWorker(worker).finally(release),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function startWorker(contents: Contents, socketFolder: string): Promise<Worker> {
  const worker = startTypeScriptWorker(new URL("./embedded-worker.ts", import.meta.url), {
    workerData: { ...contents, socketFolder, maxConnections: MAX_CONNECTIONS },
  });
  await once(worker, "message");
  worker.unref();
  return worker;
}

async function stopWorker(worker: Worker): Promise<void> {
  worker.ref();
  worker.postMessage("close");
  await once(worker, "message");
  await worker.terminate();
}
