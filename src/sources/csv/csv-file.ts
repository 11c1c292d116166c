import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Phrase, phrase } from "../../domain/phrase.ts";

const CHUNK_BYTES = 64 * 1024;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The file could not be read to its end: a damaged archive, a disk that failed. */
export class SourceReadError extends Error {
  override readonly name = "SourceReadError";
}

export type CsvFile = { readonly path: string; readonly bytes: number; readonly gzipped: boolean };

export type UnreadableFile = {
  readonly because: "not_a_file" | "not_csv" | "empty";
  /** What is wrong and what to do next. */
  readonly problem: Phrase;
};

/** Looks at a file's first bytes; what is no text file at all is told apart here, by what people try. */
export async function openCsvFile(path: string): Promise<CsvFile | UnreadableFile> {
  const facts = await stat(path).catch(() => null);
  if (!facts) return { because: "not_a_file", problem: phrase("import.no-file", { path }) };
  if (!facts.isFile()) return { because: "not_a_file", problem: phrase("import.not-a-file", { path }) };
  if (facts.size === 0) return { because: "empty", problem: phrase("import.empty", { path }) };
  const start = await firstBytes(path);
  const format = foreignFormat(start);
  if (format) return { because: "not_csv", problem: phrase(`import.${format}`, { path }) };
  return { path, bytes: facts.size, gzipped: start[0] === 0x1f && start[1] === 0x8b };
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function foreignFormat(start: Buffer): "workbook" | "old-workbook" | "utf-16" | null {
  const hex = start.toString("hex");
  if (hex.startsWith("504b0304")) return "workbook";
  if (hex.startsWith("d0cf11e0")) return "old-workbook";
  if (hex.startsWith("fffe") || hex.startsWith("feff")) return "utf-16";
  return null;
}

/** SHA-256 of the file's bytes as they lie on the disk, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) hash.update(chunk);
  return hash.digest("hex");
}

/** Bytes of whole lines, and how much of the file on the disk has been read so far. */
export type LineBytes = { readonly bytes: Buffer; readonly bytesRead: number };

/**
 * Streams the file as pieces that end at line ends, unzipped, without its byte order mark. A line longer than
 * `maxLineBytes` arrives cut to one byte more than that, so that a file without line ends cannot fill the memory.
 * @throws SourceReadError when the archive is damaged or ends too early
 */
export async function* readLineBytes(file: CsvFile, maxLineBytes: number): AsyncGenerator<LineBytes> {
  const disk = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const rest = new UnfinishedLine(maxLineBytes);
  let first = true;
  try {
    for await (const chunk of contents(disk, file.gzipped)) {
      const text = first && chunk.subarray(0, 3).equals(UTF8_BOM) ? chunk.subarray(3) : chunk;
      first = false;
      const end = text.lastIndexOf(10) + 1;
      if (end > 0) yield { bytes: rest.completeWith(text, end), bytesRead: disk.bytesRead };
      rest.add(text.subarray(end));
    }
  } catch (error) {
    throw new SourceReadError(
      `${file.path} cannot be read to its end: it is damaged or cut off. Copy it again and rerun; what was imported stays.`,
      { cause: error },
    );
  } finally {
    disk.destroy();
  }
  if (rest.bytes.length > 0) yield { bytes: rest.bytes, bytesRead: file.bytes };
}

function contents(disk: Readable, gzipped: boolean): AsyncIterable<Buffer> {
  if (!gzipped) return disk;
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  disk.on("error", (error) => gunzip.destroy(error));
  return disk.pipe(gunzip);
}

/** What came after the last line end. */
class UnfinishedLine {
  bytes: Buffer = Buffer.alloc(0);
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(more: Buffer): void {
    if (more.length > 0) this.bytes = this.#limited(Buffer.concat([this.bytes, more]));
  }

  /** The unfinished line with `text` up to `end`, which is behind a line end. */
  completeWith(text: Buffer, end: number): Buffer {
    if (this.bytes.length === 0) return text.subarray(0, end);
    const lineEnd = text.indexOf(10);
    const line = this.#limited(Buffer.concat([this.bytes, text.subarray(0, lineEnd)]));
    this.bytes = Buffer.alloc(0);
    return Buffer.concat([line, text.subarray(lineEnd, end)]);
  }

  #limited(line: Buffer): Buffer {
    return line.length > this.#maxBytes ? line.subarray(0, this.#maxBytes + 1) : line;
  }
}
