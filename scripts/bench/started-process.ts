import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type StartedProcess = {
  /** The first match in what it says from its start on. @throws Error where it ends before */
  says(pattern: RegExp): Promise<string>;
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
  return { says: (pattern) => untilSaid(child, pattern, () => said), stop: () => stop(child) };
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
