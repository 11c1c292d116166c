/** Where Windows-1252 differs from Latin 1: the characters of 0x80 to 0x9F. Five of these bytes stand for none. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Turns the pieces of one text into characters; a character may begin in one piece and end in the next. */
export type PieceDecoder = {
  /** What cannot be read comes as U+FFFD. */
  decode(piece: Buffer): string;
  /** What is left when no piece is to come. */
  end(): string;
};

/** The name under which the Encoding Standard knows an encoding, e.g. "gbk" for "GB2312"; null where it knows none. */
export function encodingNamed(name: string): string | null {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return null;
  }
}

/** @param encoding a name that `encodingNamed` gave */
export function pieceDecoder(encoding: string): PieceDecoder {
  // Node's decoder takes Windows-1252 for Latin 1 where a text is decoded at once (seen in 20.20), and loses € and
  // typographic quotes; whether it does so piece by piece is for the version to decide.
  if (encoding === "windows-1252") return { decode: fromWindows1252, end: () => "" };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { decode: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

/** A whole text at once. */
export function decodeText(bytes: Buffer, encoding: string): string {
  const decoder = pieceDecoder(encoding);
  return decoder.decode(bytes) + decoder.end();
}

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}
