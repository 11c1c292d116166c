import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";

/** Grows when an older program could no longer read a backup. */
export const BACKUP_FORMAT = 1;

/** The first line: enough to say whether this program can put the rest back. */
const head = z.object({
  mainstayBackup: z.number().int(),
  /** A moment before the rows were read. */
  takenAt: z.iso.datetime(),
  /** The schema, by the names of its migrations. */
  migrations: z.array(z.string().min(1)).min(1),
});
/** Begins a table: the rows up to the next one are its rows, in this order of columns. */
const tableStart = z.object({ table: z.string().min(1), columns: z.array(z.string().min(1)).min(1) });
/** Each value as PostgreSQL writes it as text; null is SQL's. */
const row = z.array(z.string().nullable());
/** The last line: without it the file was cut off. */
const end = z.object({
  rows: z.number().int(),
  /** The last number that each sequence gave out. */
  sequences: z.record(z.string(), z.string().regex(/^\d+$/)),
});

export type BackupHead = z.infer<typeof head>;
export type BackupEnd = z.infer<typeof end>;
export type BackupPart =
  | { readonly kind: "table"; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: "row"; readonly values: ReadonlyArray<string | null> }
  | ({ readonly kind: "end" } & BackupEnd);

export type WhyRefused =
  | "exists"
  | "nothing"
  | "no-backup"
  | "newer"
  | "cut-off"
  | "damaged"
  | "in-use"
  | "strange"
  | "not-empty"
  | "other-columns";

/** A file is no backup, was cut off or damaged, or cannot be put back here. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly why: WhyRefused;
  /** What it is about: a file, tables. */
  readonly about: Readonly<Record<string, string>>;

  constructor(why: WhyRefused, about: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${why} ${JSON.stringify(about)}`, options);
    this.why = why;
    this.about = about;
  }
}

const refused = (why: WhyRefused, cause?: unknown) => new BackupRefused(why, {}, { cause });

/** @throws BackupRefused for a file that is no backup, or of a newer format */
export async function readHead(file: string): Promise<BackupHead> {
  for await (const line of linesOf(file)) {
    const read = head.safeParse(parsed(line));
    if (!read.success) throw refused("no-backup", read.error);
    if (read.data.mainstayBackup > BACKUP_FORMAT) throw refused("newer");
    return read.data;
  }
  throw refused("no-backup");
}

/** All that follows the first line, a piece at a time. @throws BackupRefused where the file is damaged or cut off */
export async function* readParts(file: string): AsyncGenerator<BackupPart> {
  let width: number | null = null;
  let rows = 0;
  let isFirst = true;
  for await (const line of linesOf(file)) {
    if (isFirst) {
      isFirst = false;
      continue;
    }
    const part = partOf(line);
    if (part.kind === "row") {
      if (part.values.length !== width) throw refused("damaged");
      rows += 1;
    }
    if (part.kind === "table") width = part.columns.length;
    if (part.kind === "end" && part.rows !== rows) throw refused("damaged");
    yield part;
    if (part.kind === "end") return;
  }
  throw refused("cut-off");
}

function partOf(line: string): BackupPart {
  const given = parsed(line);
  if (Array.isArray(given)) {
    const values = row.safeParse(given);
    if (!values.success) throw refused("damaged", values.error);
    return { kind: "row", values: values.data };
  }
  const started = tableStart.safeParse(given);
  if (started.success) return { kind: "table", ...started.data };
  const ended = end.safeParse(given);
  if (!ended.success) throw refused("damaged", ended.error);
  return { kind: "end", ...ended.data };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw refused("damaged", error);
  }
}

/** The first line of anything else would be endless. */
const LONGEST_START = 1_000_000;
const LINE_END = 10;

/** One line at a time, however long the file is. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let seen = false;
  for await (const chunk of unpacked(file)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString("utf8");
      seen = true;
      pieces = [];
      from = at + 1;
    }
    pieces.push(chunk.subarray(from));
    if (!seen && pieces.reduce((sum, { length }) => sum + length, 0) > LONGEST_START)
      throw refused("no-backup");
  }
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const raw = createReadStream(file);
  const plain = createGunzip();
  raw.on("error", (error) => plain.destroy(error));
  raw.pipe(plain);
  try {
    for await (const chunk of plain) yield chunk as Buffer;
  } catch (error) {
    throw isZlibError(error)
      ? refused(raw.bytesRead === 0 ? "no-backup" : whatZlibSays(error), error)
      : error;
  } finally {
    raw.destroy();
  }
}

const isZlibError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");

/** No gzip at all, its end missing, or its check sum wrong. */
function whatZlibSays({ code, message }: NodeJS.ErrnoException): WhyRefused {
  if (/header/.test(message)) return "no-backup";
  return code === "Z_BUF_ERROR" ? "cut-off" : "damaged";
}
