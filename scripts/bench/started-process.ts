import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

export type StartedProcess = {
  /** The first match in what it says from its start on. @throws Error where it ends before */
  says(pattern: RegExp): Promise<string>;
  /** Of everything it started, until now: the figure to compare by on a busy machine. Null where the system does not tell (only Linux does). */
  processorSeconds(): number | null;
  /** Has it end as a process manager would, and waits for that. */
  stop(): Promise<void>;
};

/** Starts `npm start` in a group of its own, as a person or a process manager does, with this environment and no other. */
export function npmStart(environment: Readonly<Record<string, string>>): StartedProcess {
  const env = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...environment };
  const child = spawn("npm", ["start", "--silent"], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      said += String(text);
      child.emit("said");
    });
  return {
    says: (pattern) => untilSaid(child, pattern, () => said),
    processorSeconds: () => (process.platform === "linux" ? secondsOfGroup(child.pid) : null),
    stop: () => stop(child),
  };
}

async function untilSaid(child: ChildProcess, pattern: RegExp, said: () => string): Promise<string> {
  for (;;) {
    const found = pattern.exec(said());
    if (found !== null) return found[1] ?? found[0];
    if (child.exitCode !== null) throw new Error(`It ended before it said ${pattern}:\n${said()}`);
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(child, "said", { signal }), once(child, "exit", { signal })]);
    waiting.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, "close");
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

/** Linux counts in hundredths. */
const TICKS_PER_SECOND = 100;

/** By proc(5): behind the name in brackets, the group is the third figure, and times of its own and of ended children follow from the twelfth. */
function secondsOfGroup(group: number | undefined): number {
  let ticks = 0;
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(id).split(") ").at(-1)?.split(" ") ?? [];
    if (Number(fields[2]) !== group) continue;
    ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks / TICKS_PER_SECOND;
}

/** Empty where it has ended by now. */
function statOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    return "";
  }
}
