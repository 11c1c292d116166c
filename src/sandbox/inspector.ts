import type { LogEntry } from "./page-protocol.ts";

/** The page keeps as many. */
const KEPT_ENTRIES = 500;
const SECRET_FIELD = /^(token|authorization|client_secret|signing_secret|ticket)$/i;
const SECRET_TEXT = /\b(xox[a-z]-|xapp-)[A-Za-z0-9-]+/g;

export type LogStart = Pick<LogEntry, "direction" | "name" | "transport" | "request"> & {
  readonly retryNumber?: number;
};
export type LogEnd = Pick<LogEntry, "status" | "ok" | "error" | "response">;
export type Inspector = ReturnType<typeof createInspector>;

/** Notes each request with its answer; tokens are masked before anything is kept. */
export function createInspector(now: () => Date, publish: (entry: LogEntry) => void) {
  let entries: LogEntry[] = [];
  let lastId = 0;
  const keep = (entry: LogEntry) => {
    entries = [...entries.filter(({ id }) => id !== entry.id), entry].slice(-KEPT_ENTRIES);
    publish(entry);
  };
  return {
    entries: (): readonly LogEntry[] => [...entries].sort((a, b) => a.id - b.id),
    clear() {
      entries = [];
    },
    /** @returns ends the entry; duration is measured on the machine's clock, which nobody moves */
    begin({ retryNumber = 0, ...given }: LogStart): (end: LogEnd) => void {
      lastId += 1;
      const startedMs = performance.now();
      const pending = { status: null, ms: null, ok: null, error: null, response: null };
      const at = now().toISOString();
      const entry = { ...given, ...pending, id: lastId, at, retryNumber, request: masked(given.request) };
      keep(entry);
      return (end) =>
        keep({
          ...entry,
          ...end,
          response: masked(end.response),
          ms: Math.round(performance.now() - startedMs),
        });
    },
  };
}

/** A copy without tokens, whatever field or text they stand in. */
export function masked(value: unknown): unknown {
  if (typeof value === "string") return value.replace(SECRET_TEXT, "$1•••");
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, SECRET_FIELD.test(name) ? "•••" : masked(part)]),
  );
}
