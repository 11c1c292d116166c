// node --import tsx scripts/bench/take-turns.ts SHARE PID [PID …]: stops the processes, and lets each run for that share (0–1) of every
// tenth of a second, one after the other: as many slow machines on one. Ended with SIGTERM, or once the first process is gone, it lets
// all run again.
const PERIOD_MS = 100;
const [share, ...pids] = process.argv.slice(2).map(Number);
if (!share || share * pids.length > 1)
  throw new RangeError("The turns of all must fit into the time there is.");

const room = new Int32Array(new SharedArrayBuffer(4));
const wait = (ms: number) => Atomics.wait(room, 0, 0, ms);
let isOver = false;
process.once("SIGTERM", () => {
  isOver = true;
});

for (const pid of pids) send(pid, "SIGSTOP");
process.stdout.write("begun\n");
while (!isOver) {
  for (const [place, pid] of pids.entries()) {
    const isThere = send(pid, "SIGCONT");
    wait(PERIOD_MS * share);
    send(pid, "SIGSTOP");
    if (place === 0 && !isThere) isOver = true;
  }
  wait(PERIOD_MS * (1 - share * pids.length));
  await new Promise(setImmediate); // Signals are heard between two periods.
}
for (const pid of pids) send(pid, "SIGCONT");

/** @returns false where the process has ended */
function send(pid: number, signal: "SIGSTOP" | "SIGCONT"): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
