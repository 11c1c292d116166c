import { type PieceDecoder, pieceDecoder } from "./decode.ts";
import type { LineEnds } from "./line-ends.ts";

const CR = 13;
const LF = 10;

/** A text's bytes as they come, turned into UTF-8 whose lines end in LF or CRLF. What is so already is passed on as it is. */
export class Utf8Pieces {
  readonly #decoder: PieceDecoder | null;
  readonly #lineEnds: LineEnds;
  /** Whether the pieces so far end in a CR that was held back: an LF may follow. */
  #heldCr = false;

  constructor(encoding: string, lineEnds: LineEnds) {
    this.#decoder = encoding === "utf-8" ? null : pieceDecoder(encoding);
    this.#lineEnds = lineEnds;
  }

  add(piece: Buffer): Buffer {
    const bytes = this.#decoder ? Buffer.from(this.#decoder.decode(piece)) : piece;
    return this.#lineEnds === "any" ? this.#withLineFeeds(bytes) : bytes;
  }

  end(): Buffer {
    const last = Buffer.from(this.#decoder?.end() ?? "");
    if (this.#lineEnds !== "any") return last;
    return Buffer.concat([this.#withLineFeeds(last), Buffer.from(this.#heldCr ? "\n" : "")]);
  }

  /** Makes an LF of each CR that no LF follows. */
  #withLineFeeds(piece: Buffer): Buffer {
    if (piece.length === 0) return piece;
    const bytes = Buffer.concat([Buffer.from(this.#heldCr ? "\r" : ""), piece]);
    this.#heldCr = bytes.at(-1) === CR;
    for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
      if (bytes[at + 1] !== LF) bytes[at] = LF;
    }
    return this.#heldCr ? bytes.subarray(0, -1) : bytes;
  }
}
