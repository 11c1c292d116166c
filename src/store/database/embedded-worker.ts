import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { z } from "zod";
import { oneExchangeAtATime } from "./one-exchange-at-a-time.ts";

// PGlite computes on the thread that made it. Here a long query delays other queries, never the bot's own loop.
const settings = z
  .object({
    folder: z.string().nullable(),
    dump: z.string().nullable(),
    socketFolder: z.string(),
    maxConnections: z.number().int(),
  })
  .parse(workerData);

const database = await PGlite.create({
  ...(settings.folder ? { dataDir: settings.folder } : {}),
  ...(settings.dump ? { loadDataDir: new Blob([await readFile(settings.dump)]) } : {}),
  extensions: { pg_trgm },
});
const server = new PGLiteSocketServer({
  db: oneExchangeAtATime(database),
  path: join(settings.socketFolder, ".s.PGSQL.5432"),
  maxConnections: settings.maxConnections,
});
await server.start();
parentPort?.postMessage("listening");

parentPort?.once("message", async () => {
  await server.stop();
  await database.close();
  parentPort?.postMessage("closed");
});
