import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { z } from "zod";
import { serveDatabase } from "./embedded-server.ts";

// PGlite computes on the thread that made it. Here a long query delays other queries, never the bot's own loop.
const settings = z
  .object({
    folder: z.string().nullable(),
    dump: z.string().nullable(),
    socketFolder: z.string(),
    maxConnections: z.number().int(),
  })
  .parse(workerData);

/**
 * Chosen by measuring (docs/performance.md): PGlite writes on all of it as it starts, so what is not used is used up; PostgreSQL
 * would take 128 MB.
 */
const SHARED_BUFFERS = "32MB";

const database = await PGlite.create({
  ...(settings.folder ? { dataDir: settings.folder } : {}),
  ...(settings.dump ? { loadDataDir: new Blob([await readFile(settings.dump)]) } : {}),
  startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${SHARED_BUFFERS}`],
  extensions: { pg_trgm },
});
const path = join(settings.socketFolder, ".s.PGSQL.5432");
const close = await serveDatabase(database, path, settings.maxConnections);
parentPort?.postMessage("listening");

parentPort?.once("message", async () => {
  await close();
  await database.close();
  parentPort?.postMessage("closed");
});
