// Loaded before the bot: has its machine's clock be another, and tells how much memory it takes when it is asked. The bot itself
// knows nothing of it. Timers and `performance.now` stay as they are: a second lasts a second.
import { memoryUsage } from "node:process";

const MachineDate = Date;
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [MachineDate.now() + aheadMs] : given, newTarget),
  apply: () => new MachineDate(MachineDate.now() + aheadMs).toString(),
  get: (target, name) => (name === "now" ? () => MachineDate.now() + aheadMs : Reflect.get(target, name)),
});

process.on("message", (asked) => {
  if (typeof asked?.clockAheadMs === "number") aheadMs = asked.clockAheadMs;
  if (asked?.measure !== true) return;
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  process.send?.({ measured: { rss, heapUsed, external, arrayBuffers, handles } });
});
// The line to whoever started it keeps nobody alive.
process.channel?.unref();
