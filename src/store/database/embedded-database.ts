import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { PoolConfig } from "pg";
import { startTypeScriptWorker } from "../../typescript-worker.ts";
import { beginDatabaseFolder, type FirstContents } from "./first-contents.ts";
import { lockFolder } from "./folder-lock.ts";

export type EmbeddedDatabase = { readonly connection: PoolConfig; close(): Promise<void> };

const MAX_CONNECTIONS = 100;
/** Within the data folder. */
export const DATABASE_FOLDER = "postgres";

/**
 * Starts PostgreSQL in a worker thread and serves it on a Unix socket that only this user can open.
 * @param dataFolder where the data lives, or null for a database in memory that is gone when closed
 * @param firstContents for a folder that has no database yet
 * @throws FolderInUseError when another process has the folder open
 */
export async function startEmbeddedDatabase(
  dataFolder: string | null,
  firstContents?: FirstContents,
): Promise<EmbeddedDatabase> {
  const socketFolder = mkdtempSync(join(tmpdir(), "mainstay-")); // mkdtemp makes it 0700.
  const lock = dataFolder ? lockFolder(dataFolder, socketFolder) : null;
  const release = () => {
    lock?.release();
    rmSync(socketFolder, { recursive: true, force: true });
  };
  try {
    const folder = dataFolder && join(dataFolder, DATABASE_FOLDER);
    if (folder) await beginDatabaseFolder(folder, firstContents);
    const worker = await startWorker(folder, socketFolder);
    return {
      connection: { host: socketFolder, user: "postgres", database: "postgres", password: "" },
      close: () => stopWorker(worker).finally(release),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function startWorker(folder: string | null, socketFolder: string): Promise<Worker> {
  const worker = startTypeScriptWorker(new URL("./embedded-worker.ts", import.meta.url), {
    workerData: { folder, socketFolder, maxConnections: MAX_CONNECTIONS },
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
