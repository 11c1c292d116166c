import pg from "pg";
import type { Kind, Kinds, ValuesOf } from "./column-kinds.ts";
import type { Queryable } from "./database.ts";
import { writtenParameters } from "./named-parameters.ts";
import type { Statement } from "./statement.ts";
import { sendUnlessStopped } from "./stoppable.ts";

/**
 * The only row of a statement whose columns are all text or bytes, as the server keeps them: as text, bytes come as twice as many
 * letters, which takes both sides longer than the rest of the way. COPY is the one way on which the driver leaves bytes as they are;
 * it takes no parameters, so the values are written into the statement.
 * @throws Error where it gives no row, or several
 */
export async function binaryRow<P extends Kinds, R extends Kinds>(
  db: Queryable,
  { name, sql, parameters, row }: Statement<P, R>,
  values: ValuesOf<P>,
): Promise<ValuesOf<R>> {
  const written = Object.entries(parameters).map(([parameter, kind]) => literal(kind, values[parameter]));
  const text = `COPY (${writtenParameters(sql, written)}) TO STDOUT (FORMAT binary)`;
  const copied = await sendUnlessStopped(db, text, (on) => copyOut(on, text));
  const fields = fieldsOf(copied);
  if (fields.length !== Object.keys(row).length)
    throw new Error(`The statement "${name}" gave not exactly one row.`);
  const read = Object.entries(row).map(([column, kind], place) => [
    column,
    decoded(kind, fields[place] ?? null),
  ]);
  return Object.fromEntries(read);
}

function literal({ types: [type], encode }: Kind<unknown>, value: unknown): string {
  const sent = encode ? encode(value) : value;
  if (sent === null) return `NULL::${type}`;
  return `${pg.escapeLiteral(sent instanceof Date ? sent.toISOString() : String(sent))}::${type}`;
}

const decoded = ({ types }: Kind<unknown>, field: Buffer | null) =>
  field === null || types.includes("bytea") ? field : field.toString();

/** Gathers what a COPY sends. */
class Copy extends pg.Query {
  readonly chunks: Buffer[] = [];

  /** The driver calls it with a piece of its own memory, over which it writes later. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk));
  }
}

/** What a pool and its connections can do, and their types do not say of a query that is made already. */
type Sender = { query(copy: Copy, done: (error: Error | null | undefined) => void): void };

function copyOut(db: Queryable, text: string): Promise<Buffer> {
  const copy = new Copy(text);
  return new Promise((resolve, reject) => {
    const sender = db as unknown as Sender;
    sender.query(copy, (error) => (error ? reject(error) : resolve(Buffer.concat(copy.chunks))));
  });
}

/** A signature of 11 bytes, flags, and the length of what may follow them, which is nothing yet. */
const HEAD_BYTES = 11 + 4 + 4;
/** In the place of a number of fields, behind the last row. */
const END = -1;

/** The fields of the only row; none where there is no row, or another one behind it. */
function fieldsOf(copied: Buffer): Array<Buffer | null> {
  const count = copied.readInt16BE(HEAD_BYTES);
  const fields: Array<Buffer | null> = [];
  let at = HEAD_BYTES + 2;
  for (let place = 0; place < count; place += 1) {
    const length = copied.readInt32BE(at);
    at += 4;
    fields.push(length < 0 ? null : copied.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return count > 0 && copied.readInt16BE(at) === END ? fields : [];
}
