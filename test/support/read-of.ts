import { isUnread, type Part } from "../../src/domain/part.ts";

/** A part of a page that could be read. */
export function readOf<Value>(part: Part<Value>): Value {
  if (isUnread(part)) throw new Error(`a part of the page was not read: ${part.unread}`);
  return part;
}
