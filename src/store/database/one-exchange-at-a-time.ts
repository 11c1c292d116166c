import type { PGlite } from "@electric-sql/pglite";
import { namedOnce } from "./named-once.ts";

/** Messages after which the same client has more to say before anybody else may: the parts of a prepared statement. */
const PARTS_OF_AN_EXCHANGE: ReadonlySet<number> = new Set(
  Array.from("PBDECH", (letter) => letter.charCodeAt(0)),
);

/**
 * The socket server queues every protocol message by itself, so that one client's Parse can slip between another's
 * Parse and Bind; on PGlite's one session the second client would then run the first one's statement. It does keep
 * to one client while the database says that a transaction is open, and that is what this database says, too, from a
 * client's first message of a statement until its Sync.
 */
export function oneExchangeAtATime(database: PGlite): PGlite {
  let midExchange = false;
  const exec = namedOnce((message, options) => database.execProtocolRawStream(message, options));
  const changed: Pick<PGlite, "isInTransaction" | "execProtocolRawStream"> = {
    isInTransaction: () => midExchange || database.isInTransaction(),
    execProtocolRawStream: (message, options) => {
      midExchange = PARTS_OF_AN_EXCHANGE.has(message[0] ?? 0);
      return exec(message, options);
    },
  };
  return new Proxy(database, {
    get(target, name) {
      if (name in changed) return changed[name as keyof typeof changed];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
