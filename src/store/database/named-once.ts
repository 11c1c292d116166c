import type { PGlite } from "@electric-sql/pglite";

type Exec = PGlite["execProtocolRawStream"];

const PARSE = "P".charCodeAt(0);
const PARSE_COMPLETE = Uint8Array.of("1".charCodeAt(0), 0, 0, 0, 4);
/** Its letter and its length. */
const HEAD_BYTES = 5;

/**
 * Clients of one session share the names of prepared statements, and each believes that it has to make its own: who names one
 * that is there already, with the same text, is told that it is made. Another text under the name is refused by the database.
 */
export function namedOnce(exec: Exec): Exec {
  const made = new Map<string, Buffer>();
  return async (message, options) => {
    const name = message[0] === PARSE ? nameIn(message) : "";
    if (name === "") return exec(message, options);
    if (made.get(name)?.equals(message)) return options?.onRawData(PARSE_COMPLETE);
    return exec(message, {
      ...options,
      onRawData(answer) {
        if (answer[0] === PARSE_COMPLETE[0]) made.set(name, Buffer.from(message));
        options?.onRawData(answer);
      },
    });
  };
}

function nameIn(parse: Uint8Array): string {
  const end = parse.indexOf(0, HEAD_BYTES);
  return Buffer.from(parse.subarray(HEAD_BYTES, end)).toString("latin1");
}
