import { randomBytes } from "node:crypto";
import type { Log } from "../log.ts";

/** Gives what could not be read a reference under which the log has the error. */
export const unreadNotedIn = (log: Log) => (part: string, error: unknown) => {
  const reference = randomBytes(4).toString("hex");
  log.error({ err: error, reference, part }, "A part of a page could not be read");
  return reference;
};
