/** What a client of PostgreSQL sent, as its protocol (3.0) cuts it. */
export type ClientMessage =
  /** It wants to talk in secret; on our own socket nobody listens in. */
  | { readonly kind: "encryption" }
  /** It wants a query of another connection ended, which a single session has no time to hear. */
  | { readonly kind: "cancel" }
  | { readonly kind: "startup"; readonly bytes: Buffer; readonly goesFirst: boolean }
  /** One with a letter: a query, a part of a prepared statement, the end. */
  | { readonly kind: "lettered"; readonly letter: string; readonly bytes: Buffer };

/** What a client calls itself whose statements go before all others'. */
export const GOES_FIRST = "mainstay first";

/** A letter, and the length of what follows, itself included. */
const HEAD_BYTES = 5;
/** Before the first message has come there are no letters: a length and a code. */
const FIRST_HEAD_BYTES = 8;
const ENCRYPTION_CODES = [80877103, 80877104];
const CANCEL_CODE = 80877102;

/**
 * Cuts what one client sends, which arrives in pieces of any size, into messages.
 * @returns to be given each piece; gives the messages that are whole with it
 */
export function clientMessages(): (piece: Buffer) => ClientMessage[] {
  let isStarted = false;
  let pieces: Buffer[] = [];
  let held = 0;
  let needed = 0;

  function next(from: Buffer): { message: ClientMessage; bytes: number } | null {
    needed = isStarted ? HEAD_BYTES : FIRST_HEAD_BYTES;
    if (from.length < needed) return null;
    const bytes = isStarted ? 1 + from.readInt32BE(1) : from.readInt32BE(0);
    needed = Math.max(bytes, needed);
    if (from.length < needed) return null;
    const whole = from.subarray(0, needed);
    const message = isStarted ? lettered(whole) : unlettered(whole);
    isStarted ||= message.kind === "startup";
    return { message, bytes: needed };
  }

  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    // Put together once, however many pieces a message comes in.
    if (held < needed) return [];
    let rest = pieces.length === 1 ? piece : Buffer.concat(pieces);
    const messages: ClientMessage[] = [];
    for (let found = next(rest); found !== null; found = next(rest)) {
      messages.push(found.message);
      rest = rest.subarray(found.bytes);
    }
    pieces = rest.length === 0 ? [] : [rest];
    held = rest.length;
    return messages;
  };
}

const lettered = (bytes: Buffer): ClientMessage => ({
  kind: "lettered",
  letter: String.fromCharCode(bytes[0] ?? 0),
  bytes,
});

function unlettered(bytes: Buffer): ClientMessage {
  const code = bytes.readInt32BE(4);
  if (ENCRYPTION_CODES.includes(code)) return { kind: "encryption" };
  if (code === CANCEL_CODE) return { kind: "cancel" };
  return { kind: "startup", bytes, goesFirst: bytes.includes(`\0application_name\0${GOES_FIRST}\0`) };
}
