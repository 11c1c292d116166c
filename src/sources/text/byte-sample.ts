import { isAscii } from "node:buffer";
import type { ByteSample } from "./detect-encoding.ts";

/** Line ends, delimiters and a header are told by so many of the first bytes. */
const HEAD_BYTES = 256 * 1024;
/** Enough lines that are not ASCII to tell an encoding by; a file in which they are rare is searched to its end. */
const NOT_ASCII_BYTES = 128 * 1024;
/** One endless line must not be all that is looked at. */
const MOST_BYTES_OF_A_LINE = 16 * 1024;

/** Reads as much of a file as is needed to tell its encoding: all of it, at memory's speed, where it is ASCII alone. */
export async function sampleBytes(chunks: AsyncIterable<Buffer>): Promise<ByteSample> {
  const head: Buffer[] = [];
  let headBytes = 0;
  const lines = new LinesNotAscii();
  try {
    for await (const chunk of chunks) {
      if (headBytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - headBytes));
      headBytes += chunk.length;
      lines.add(chunk);
      if (headBytes >= HEAD_BYTES && lines.isEnough) break;
    }
  } catch {
    // A damaged archive: whoever reads the rows up to there says so.
  }
  lines.end();
  return { head: Buffer.concat(head), notAscii: lines.kept };
}

const NOT_ASCII = /[\x80-\xff]/;

class LinesNotAscii {
  readonly kept: Buffer[] = [];
  #bytes = 0;
  /** The line that the pieces so far end in, one character a byte. */
  #rest = "";

  get isEnough(): boolean {
    return this.#bytes >= NOT_ASCII_BYTES;
  }

  add(chunk: Buffer): void {
    if (this.isEnough) return;
    if (isAscii(chunk) && !NOT_ASCII.test(this.#rest)) {
      const feed = chunk.lastIndexOf(10);
      const end = (feed >= 0 ? feed : chunk.lastIndexOf(13)) + 1;
      this.#rest = cut((end > 0 ? "" : this.#rest) + chunk.toString("latin1", end));
      return;
    }
    const lines = (this.#rest + chunk.toString("latin1")).split(/[\r\n]+/);
    this.#rest = cut(lines.pop() ?? "");
    for (const line of lines) this.#keep(line);
  }

  end(): void {
    this.#keep(this.#rest);
  }

  #keep(line: string): void {
    if (this.isEnough || !NOT_ASCII.test(line)) return;
    const bytes = Buffer.from(cut(line), "latin1");
    this.#bytes += bytes.length;
    this.kept.push(bytes);
  }
}

/** Up to a blank, comma or digit, which are no part of a longer character, so that none is cut in two. */
function cut(line: string): string {
  if (line.length <= MOST_BYTES_OF_A_LINE) return line;
  return line.slice(0, MOST_BYTES_OF_A_LINE).replace(/[^ -?]+$/, "");
}
