import type { ClientMessage } from "./client-messages.ts";

/** What one client has to have done in one go: a query, or the parts of a prepared statement up to their Sync. */
export type Exchange = {
  readonly messages: readonly Uint8Array[];
  /** It wants to hear what there is by now, and has more to say about the same before anybody else may. */
  readonly isWhole: boolean;
};

type Lettered = Extract<ClientMessage, { readonly kind: "lettered" }>;

/** Parse, Bind, Describe, Execute, Close, and the data of a COPY with its end. */
const PARTS = "PBDECdc";
const COPIED = "d";
const FLUSH = "H";
/** A letter, and the length of what follows. */
const HEAD_BYTES = 5;

/**
 * Puts messages together to exchanges as they come.
 * @returns to be given each message; gives an exchange with its last one
 */
export function exchanges(): (message: Lettered) => Exchange | null {
  let parts: Uint8Array[] = [];
  let copies = false;
  return ({ letter, bytes }) => {
    parts.push(bytes);
    copies ||= letter === COPIED;
    if (PARTS.includes(letter)) return null;
    // PGlite looks for what a COPY reads behind it, in the same piece of memory.
    const messages = copies ? [Buffer.concat(parts)] : parts;
    parts = [];
    copies = false;
    return { messages, isWhole: letter !== FLUSH };
  };
}

/**
 * What tells an exchange from others that do something else: the text or name of its first statement. Two that do the same have the
 * same key.
 */
export function keyOf({ messages: [first] }: Exchange): string {
  if (first === undefined) return "";
  const letter = String.fromCharCode(first[0] ?? 0);
  // A query has its text at once; Parse and Bind a name before, of the statement there and of the portal here.
  if (!"PB".includes(letter)) return textAt(first, HEAD_BYTES);
  const name = textAt(first, HEAD_BYTES);
  const second = textAt(first, HEAD_BYTES + name.length + 1);
  return letter === "P" ? name || second : second;
}

/** The text of a message that begins there. */
function textAt(message: Uint8Array, from: number): string {
  const end = message.indexOf(0, from);
  return Buffer.from(message.buffer, message.byteOffset + from, Math.max(0, end - from)).toString("latin1");
}

/** What ends whatever a client has left open. */
export const ROLLBACK: Exchange = {
  messages: [Buffer.from("S\0\0\0\x04", "latin1"), Buffer.from("Q\0\0\0\x0dROLLBACK\0", "latin1")],
  isWhole: true,
};
