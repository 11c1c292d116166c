import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { sampleBytes } from "../text/byte-sample.ts";
import { decodeText, encodingNamed } from "../text/decode.ts";
import { detectEncoding, type TextEncoding } from "../text/detect-encoding.ts";
import { type LineEnds, lineEndsOf } from "../text/line-ends.ts";
import { Utf8Pieces } from "../text/utf8-pieces.ts";

const CHUNK_BYTES = 64 * 1024;
/** To look a file through where little is done with each piece; larger ones are read in a fifth of the time. */
const GLANCE_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** The file could not be read to its end: a damaged archive, a disk that failed. */
export class SourceReadError extends Error {
  override readonly name = "SourceReadError";
}

export type CsvFile = { readonly path: string; readonly bytes: number; readonly gzipped: boolean };

/** A file whose characters are known. */
export type TextFile = CsvFile & { readonly encoding: TextEncoding; readonly lineEnds: LineEnds };

export type UnreadableFile = {
  readonly because: "not_a_file" | "not_csv" | "empty";
  /** What is wrong and what to do next. */
  readonly problem: Phrase;
};

export type UnknownEncoding = { readonly because: "unknown_encoding"; readonly problem: Phrase };

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

/**
 * Opens a file and tells its characters and line ends.
 * @param encoding its name where it is known, e.g. "gb18030" or "latin1"; told by the content when left out
 */
export async function openTextFile(
  path: string,
  encoding?: string,
): Promise<TextFile | UnreadableFile | UnknownEncoding> {
  const stated = encoding === undefined ? null : encodingNamed(encoding);
  if (encoding !== undefined && stated === null) {
    return { because: "unknown_encoding", problem: phrase("import.unknown-encoding", { encoding }) };
  }
  const file = await openCsvFile(path);
  if ("because" in file) return file;
  const disk = createReadStream(path, { highWaterMark: GLANCE_BYTES });
  const sample = await sampleBytes(contents(disk, file.gzipped)).finally(() => disk.destroy());
  const found = stated === null ? detectEncoding(sample) : { name: stated, knownBy: "stated" as const };
  return { ...file, encoding: found, lineEnds: lineEndsOf(decodeText(sample.head, found.name)) };
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

function foreignFormat(start: Buffer): "workbook" | "old-workbook" | "utf-32" | null {
  const hex = start.toString("hex");
  if (hex.startsWith("504b0304")) return "workbook";
  if (hex.startsWith("d0cf11e0")) return "old-workbook";
  if (hex === "fffe0000" || hex === "0000feff") return "utf-32";
  return null;
}

/** SHA-256 of the file's bytes as they lie on the disk, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: GLANCE_BYTES })) hash.update(chunk);
  return hash.digest("hex");
}

/** Bytes of whole lines, and how much of the file on the disk has been read so far. */
export type LineBytes = { readonly bytes: Buffer; readonly bytesRead: number };

/**
 * Streams the file as pieces in UTF-8 that end at line ends (LF or CRLF), unzipped, without its byte order mark. A line
 * longer than `maxLineBytes` arrives cut to one byte more than that, so that a file without line ends cannot fill the
 * memory.
 * @throws SourceReadError when the archive is damaged or ends too early
 */
export async function* readLineBytes(file: TextFile, maxLineBytes: number): AsyncGenerator<LineBytes> {
  const rest = new UnfinishedLine(maxLineBytes);
  let first = true;
  for await (const { bytes: text, bytesRead } of readUtf8(file)) {
    const start = first && text.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    first = false;
    const end = text.lastIndexOf(10) + 1;
    if (end > 0) yield { bytes: rest.completeWith(text.subarray(start, end)), bytesRead };
    rest.add(text.subarray(Math.max(start, end)));
  }
  const last = rest.take();
  if (last.length > 0) yield { bytes: last, bytesRead: file.bytes };
}

/** The file's text in UTF-8, in pieces of about 64 KB that are never empty. @throws SourceReadError as above */
export async function* readUtf8(file: TextFile): AsyncGenerator<LineBytes> {
  const disk = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const pieces = new Utf8Pieces(file.encoding.name, file.lineEnds);
  try {
    for await (const chunk of contents(disk, file.gzipped)) {
      const bytes = pieces.add(chunk);
      if (bytes.length > 0) yield { bytes, bytesRead: disk.bytesRead };
    }
  } catch (error) {
    throw new SourceReadError(
      `${file.path} cannot be read to its end: it is damaged or cut off. Copy it again and rerun; what was imported stays.`,
      { cause: error },
    );
  } finally {
    disk.destroy();
  }
  const bytes = pieces.end();
  if (bytes.length > 0) yield { bytes, bytesRead: file.bytes };
}

function contents(disk: Readable, gzipped: boolean): AsyncIterable<Buffer> {
  if (!gzipped) return disk;
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  disk.on("error", (error) => gunzip.destroy(error));
  return disk.pipe(gunzip);
}

/** What came after the last line end. */
class UnfinishedLine {
  #parts: Buffer[] = [];
  #bytes = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(more: Buffer): void {
    const room = this.#maxBytes + 1 - this.#bytes;
    if (more.length === 0 || room <= 0) return;
    this.#parts.push(more.subarray(0, room));
    this.#bytes += Math.min(more.length, room);
  }

  /** The unfinished line with the whole lines that go on from it. */
  completeWith(lines: Buffer): Buffer {
    if (this.#parts.length === 0) return lines;
    const lineEnd = lines.indexOf(10);
    this.add(lines.subarray(0, lineEnd));
    return Buffer.concat([this.take(), lines.subarray(lineEnd)]);
  }

  take(): Buffer {
    const line = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    return line;
  }
}
