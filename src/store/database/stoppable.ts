import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import type { Queryable } from "./database.ts";

/** Somebody wants the answer no more: no further query is begun for it, and the one that runs is ended. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
}

/** When to end queries, and how one that runs is ended, by the server's number of its process. */
export type Stop = {
  readonly signal: AbortSignal;
  readonly cancel: (pool: pg.Pool, process: number, sql: string) => Promise<void>;
};

const current = new AsyncLocalStorage<Stop>();

/** Does work whose queries end once the signal is given. @throws StoppedError where one was ended, or not begun */
export const untilStopped = <Result>(stop: Stop, work: () => Promise<Result>): Promise<Result> =>
  current.run(stop, work);

/** Puts away what work has begun, also where it was stopped. */
export const evenIfStopped = <Result>(putAway: () => Promise<Result>): Promise<Result> =>
  current.exit(putAway);

/**
 * Sends a query, unless the work it is for was stopped. One that runs on a server is ended there; one of a transaction runs to its end,
 * and so does one on the embedded database, whose only session has no time to hear of it: there no further one begins.
 */
export function sendUnlessStopped<Result>(
  db: Queryable,
  sql: string,
  send: (on: Queryable) => Promise<Result>,
): Promise<Result> {
  const stop = current.getStore();
  if (stop === undefined) return send(db);
  if (stop.signal.aborted) return Promise.reject(new StoppedError());
  return db instanceof pg.Pool ? sendCancellable(db, sql, stop, send) : send(db);
}

/** A connection on which a query was ended, or failed, is not used again: what was meant for it can reach no other query. */
async function sendCancellable<Result>(
  pool: pg.Pool,
  sql: string,
  { signal, cancel: cancelOn }: Stop,
  send: (on: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let cancelling: Promise<unknown> | null = null;
  let isSpent = true;
  const cancel = () => {
    cancelling = current.exit(() => cancelOn(pool, processOf(client), sql));
  };
  signal.addEventListener("abort", cancel, { once: true });
  try {
    if (signal.aborted) throw new StoppedError();
    const result = await send(client);
    isSpent = signal.aborted;
    return result;
  } catch (error) {
    throw signal.aborted ? new StoppedError(undefined, { cause: error }) : error;
  } finally {
    signal.removeEventListener("abort", cancel);
    await cancelling;
    client.release(isSpent);
  }
}

/** As the server numbers its processes; the driver knows it, and its types do not. */
const processOf = (client: object): number =>
  "processID" in client && typeof client.processID === "number" ? client.processID : 0;
