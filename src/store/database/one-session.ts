import type { Writable } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";
import { type Exchange, keyOf, ROLLBACK } from "./exchanges.ts";
import { namedOnce } from "./named-once.ts";
import { type LastTurn, nextTurn, SHORT_MS } from "./session-turns.ts";
import { statementDurations } from "./statement-durations.ts";

/** One of those who share the session. */
export type SessionClient = {
  /** @param goesFirst before all others who wait */
  ask(exchange: Exchange, goesFirst?: boolean): void;
  /** Takes back what waits, and rolls back a transaction that it has open. */
  leave(): void;
};

type Asked = {
  readonly client: number;
  readonly listener: Listener;
  readonly exchange: Exchange;
  readonly key: string;
  readonly goesFirst: boolean;
  readonly expectedMs: number;
  readonly sinceMs: number;
};

type Turn = { readonly client: number; readonly key: string; readonly beganMs: number };

/** Where a client hears what the database says. */
export type Listener = Pick<Writable, "cork" | "write" | "uncork">;

/**
 * Shares PGlite's one session among clients that each believe they have one of their own. An exchange is done in one go, and who
 * has a transaction open keeps the session until its end.
 * @param onBroken told of what the database could not even answer with an error
 */
export function oneSession(
  session: Pick<PGlite, "execProtocolRawStream" | "isInTransaction">,
  onBroken: (error: unknown) => void,
): { join(listener: Listener): SessionClient } {
  const exec = namedOnce((message, options) => session.execProtocolRawStream(message, options));
  const durations = statementDurations();
  let waiting: Asked[] = [];
  let turn: Turn | null = null;
  let last: LastTurn | null = null;
  let clients = 0;
  let isAwake = false;
  let later: NodeJS.Timeout | undefined;

  /** In the next round of the loop each time, so that whoever has asked by then is heard. */
  function wake(): void {
    if (isAwake) return;
    isAwake = true;
    clearTimeout(later);
    setImmediate(async () => {
      const place = placeOfNext();
      const asked = place === null ? undefined : waiting.splice(place, 1)[0];
      if (asked !== undefined) await carryOut(asked).catch(onBroken);
      isAwake = false;
      if (asked !== undefined) wake();
    });
  }

  function placeOfNext(): number | null {
    const holder = turn?.client;
    if (holder !== undefined) {
      const own = waiting.findIndex(({ client }) => client === holder);
      return own === -1 ? null : own;
    }
    if (waiting.length === 0) return null;
    const next = nextTurn(waiting, last, performance.now());
    if (next.kind === "now") return next.place;
    later = setTimeout(wake, next.ms);
    return null;
  }

  async function carryOut({ client, listener, key, exchange }: Asked): Promise<void> {
    turn ??= { client, key, beganMs: performance.now() };
    // PGlite says it in pieces of 8 kB out of memory that it uses again; sent as one, a reader wakes once.
    listener.cork();
    try {
      for (const message of exchange.messages)
        await exec(message, { onRawData: (bytes) => void listener.write(Buffer.from(bytes)) });
    } finally {
      listener.uncork();
      if (exchange.isWhole && !session.isInTransaction()) endTurn(turn);
    }
  }

  function endTurn({ client, key, beganMs }: Turn): void {
    const endedMs = performance.now();
    durations.took(key, endedMs - beganMs);
    last = { client, endedMs, isShort: endedMs - beganMs < SHORT_MS };
    turn = null;
  }

  function ask(client: number, listener: Listener, exchange: Exchange, goesFirst = false): void {
    const key = keyOf(exchange);
    const [expectedMs, sinceMs] = [durations.expectedMs(key), performance.now()];
    waiting.push({ client, listener, exchange, key, goesFirst, expectedMs, sinceMs });
    wake();
  }

  function leave(client: number, listener: Listener): void {
    waiting = waiting.filter((asked) => asked.client !== client);
    if (turn?.client === client) ask(client, listener, ROLLBACK);
  }

  return {
    join(listener) {
      clients += 1;
      const client = clients;
      return {
        ask: (exchange, goesFirst) => ask(client, listener, exchange, goesFirst),
        leave: () => leave(client, listener),
      };
    },
  };
}
