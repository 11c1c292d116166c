import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Processor seconds of this process with all its threads from now on: on a busy machine the figure to compare by. */
export function processorSeconds(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Number(((user + system) / 1_000_000).toFixed(2));
  };
}

/** Processor seconds of the main thread and of the busiest other one from now on; null where the system does not tell (only Linux does). */
export function threadSeconds(): () => { readonly main: number; readonly busiest: number } | null {
  const before = nanosecondsOfThreads();
  return () => {
    const now = nanosecondsOfThreads();
    const spent = [...now].map(([id, ns]) => ({ id, ns: ns - (before.get(id) ?? 0) }));
    const main = spent.find(({ id }) => id === String(process.pid));
    if (main === undefined) return null;
    const others = spent.filter((thread) => thread !== main).map(({ ns }) => ns);
    const seconds = (ns: number) => Number((ns / 1_000_000_000).toFixed(2));
    return { main: seconds(main.ns), busiest: seconds(Math.max(0, ...others)) };
  };
}

const THREADS = "/proc/self/task";

function nanosecondsOfThreads(): Map<string, number> {
  if (!existsSync(THREADS)) return new Map();
  return new Map(readdirSync(THREADS).map((id) => [id, nanosecondsOf(id)]));
}

/** The first figure is the time on a processor. */
function nanosecondsOf(thread: string): number {
  const path = `${THREADS}/${thread}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, "utf8").split(" ")[0]) : 0;
}
