import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** Bolt's and the Web API's lines in our own log; what they say while debugging stays out of it. */
export function boltLogger(log: Log): Logger {
  const line = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ from: "slack" }, line(parts)),
    error: (...parts: unknown[]) => log.error({ from: "slack" }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
