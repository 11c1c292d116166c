import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** Generous: the machine may be busy with other things. */
const CONNECTED_WITHIN_MS = 300_000;
const START_AGAIN_AFTER_MS = 300;
const EXIT_SOFTWARE = 70;

export type Environment = Readonly<Record<string, string>>;

/** What happened to the processes of the bot, counted. */
export type ProcessTally = {
  starts: number;
  kills: number;
  /** Errors that nobody caught. */
  unhandled: number;
  /** Ended by themselves in another way, such as a start that found no database. */
  endedByThemselves: number;
  /** Of the two above: the last line of each in the log, for whoever looks into it. */
  readonly lastLines: string[];
};

export const noProcesses = (): ProcessTally => ({
  ...{ starts: 0, kills: 0, unhandled: 0, endedByThemselves: 0 },
  lastLines: [],
});

export type Measured = {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly arrayBuffers: number;
  readonly handles: number;
};

export type Instance = ReturnType<typeof superviseInstance>;

/**
 * The bot in a process of its own, started again whenever it ends, as a process manager would.
 * @param entry the file to start
 * @param environment asked before each start: where the clock stands then
 */
export function superviseInstance(entry: string, environment: () => Environment, tally: ProcessTally) {
  let running: Running | null = null;
  let isWanted = true;
  let begun = Promise.resolve();
  const keepRunning = async () => {
    while (isWanted) {
      tally.starts += 1;
      running = startProcess(entry, environment(), tally);
      await running.ended;
      running = null;
      if (isWanted) await sleep(START_AGAIN_AFTER_MS);
    }
  };
  begun = keepRunning();
  return {
    /** Where signed requests arrive; null while it is not connected. */
    port: () => running?.port() ?? null,
    /** @throws Error where it does not connect, however often it is started */
    async connected(): Promise<void> {
      const until = Date.now() + CONNECTED_WITHIN_MS;
      while (running === null || !running.isConnected()) {
        if (Date.now() > until)
          throw new Error(`The bot does not connect: ${tally.lastLines.at(-1) ?? "no line"}`);
        await sleep(50);
      }
    },
    /** By SIGKILL; it is started again. */
    async kill(): Promise<void> {
      if (running?.kill("SIGKILL")) tally.kills += 1;
      await running?.ended;
    },
    setClockAhead: (clockAheadMs: number) => running?.send({ clockAheadMs }),
    measure: () => running?.measure() ?? Promise.resolve(null),
    /** For good: by SIGKILL, or as a process manager stops it. */
    async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
      isWanted = false;
      if (running?.kill(signal) && signal === "SIGKILL") tally.kills += 1;
      await begun;
    },
  };
}

type Running = ReturnType<typeof startProcess>;

const MOVED_CLOCK = new URL("./moved-clock.mjs", import.meta.url).href;

function startProcess(entry: string, environment: Environment, tally: ProcessTally) {
  const { PATH = "", HOME = "", TMPDIR = "/tmp" } = process.env;
  const child = spawn(process.execPath, ["--expose-gc", "--import", MOVED_CLOCK, entry], {
    // Away from any .env of this folder.
    cwd: TMPDIR,
    env: { PATH, HOME, TMPDIR, ...environment },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.on("error", () => {});
  const log = readLog(child);
  let isKilled = false;
  const ended = once(child, "exit").then(([code]) => {
    if (!isKilled) countEnd(tally, code as number | null, log.lastLine());
  });
  return {
    ...{ ended, isConnected: log.isConnected, port: log.port },
    kill(signal: NodeJS.Signals): boolean {
      if (child.exitCode !== null || isKilled) return false;
      isKilled = true;
      return child.kill(signal);
    },
    send: (message: object) => child.connected && child.send(message, () => {}),
    measure: () => measure(child),
  };
}

function countEnd(tally: ProcessTally, code: number | null, lastLine: string): void {
  if (code === EXIT_SOFTWARE) tally.unhandled += 1;
  else tally.endedByThemselves += 1;
  tally.lastLines.push(`${code}: ${lastLine.slice(0, 1_000)}`);
}

/** Where every line of the bot is added, for whoever looks into what a run found. */
const { CHAOS_LOG: LOG_FILE } = process.env;

/** The bot's own lines say when it is connected, and where. */
function readLog({ stderr, pid }: ChildProcess) {
  let line = "";
  let port: number | null = null;
  let isConnected = false;
  if (stderr !== null)
    createInterface({ input: stderr }).on("line", (read) => {
      line = read;
      if (LOG_FILE) appendFileSync(LOG_FILE, `${pid} ${read}\n`);
      if (!read.includes("Mainstay is connected to Slack")) return;
      isConnected = true;
      port = Number(/"port":(\d+)/.exec(read)?.[1] ?? 0) || null;
    });
  return { lastLine: () => line, port: () => port, isConnected: () => isConnected };
}

/** After a collection of garbage; null where the process is gone. */
async function measure(child: ChildProcess): Promise<Measured | null> {
  if (!child.connected) return null;
  const settled = new AbortController();
  const { signal } = settled;
  child.send({ measure: true });
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => (message as { measured: Measured }).measured),
      once(child, "exit", { signal }).then(() => null),
    ]);
  } finally {
    settled.abort();
  }
}
